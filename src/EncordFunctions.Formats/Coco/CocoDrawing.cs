using EncordFunctions.Formats.Ledger;
using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Masks;

namespace EncordFunctions.Formats.Coco;

/// <summary>The geometry of an annotation in COCO's terms, in pixels. One is filled again and again.</summary>
internal sealed class CocoDrawing
{
    private readonly List<(Vertex At, int Seen)> _keypoints = [];

    /// <summary>Outlines, if there is no mask.</summary>
    public List<Vertex[]> Rings { get; } = [];

    /// <summary>Pixels in place of outlines.</summary>
    public Mask? Mask { get; set; }

    /// <summary>Named points, with how well each is seen: 2 seen, 1 hidden, 0 not labelled. Null where the shape is none of points.</summary>
    public List<(Vertex At, int Seen)>? Keypoints { get; private set; }

    /// <summary>How many of them count.</summary>
    public int KeypointCount { get; set; }

    public Bounds Box { get; set; }

    public double Area { get; set; }

    public bool IsCrowd { get; set; }

    /// <summary>Degrees, of a shape that can be turned.</summary>
    public double? Rotation { get; set; }

    /// <summary>What of the shape is not told.</summary>
    public LedgerReason? Loss { get; set; }

    public void Clear()
    {
        Rings.Clear();
        _keypoints.Clear();
        (Mask, Keypoints, KeypointCount, Box, Area, IsCrowd, Rotation, Loss) = (null, null, 0, default, 0, false, null, null);
    }

    /// <summary>Begins the points.</summary>
    public List<(Vertex At, int Seen)> BeginKeypoints() => Keypoints = _keypoints;

    /// <summary>Takes pixels, with the area and the box that they have.</summary>
    public void Draw(Mask mask)
    {
        Mask = mask;
        Area = mask.Area;
        Box = mask.Bounds;
    }
}
