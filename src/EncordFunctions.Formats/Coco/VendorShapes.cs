using EncordFunctions.Formats.Coco.Painting;
using EncordFunctions.Formats.Ledger;
using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Masks;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Formats.Coco;

/// <summary>
/// Shapes as the vendor's exporter writes them: turned boxes upright with their angle beside them, polygons of several rings as it paints
/// them, and whatever is made of runs as a crowd.
/// </summary>
internal sealed class VendorShapes : ICocoShapes
{
    public LedgerReason? Draw(Annotation annotation, CocoDrawing drawing)
    {
        switch (annotation.Shape)
        {
            case BoundingBox box:
                return Upright(drawing, box.X, box.Y, box.W, box.H);
            case RotatableBoundingBox box:
                drawing.Rotation = box.Theta;
                return Upright(drawing, box.X, box.Y, box.W, box.H);
            case Polygon { Parts: [[var ring]] }:
                return Ring(drawing, ring);
            case Polygon { Parts: var parts }:
                return Paint(drawing, parts, annotation.Frame!.Size);
            case Polyline { Points: [_, _, ..] points } line:
                drawing.Rings.Add(ThereAndBack.Of(points));
                drawing.Box = line.Bounds!.Value;
                return null;
            case Polyline:
                return LedgerReason.Empty;
            case Bitmask { Mask: var mask }:
                drawing.Draw(mask);
                drawing.IsCrowd = true;
                return null;
            case Point { At: var at }:
                drawing.Rings.Add([at]);
                drawing.BeginKeypoints().Add((at, 2));
                drawing.KeypointCount = 1;
                drawing.Box = new Bounds(at.X, at.Y, 0, 0);
                return null;
            case Skeleton { Points: [_, ..] points } skeleton:
                foreach (var point in points) drawing.BeginKeypoints().Add((point.At, SeenOf(point.Visibility)));
                drawing.KeypointCount = points.Length;
                drawing.Box = skeleton.Bounds!.Value;
                return null;
            case Skeleton:
                return LedgerReason.Empty;
            default:
                return LedgerReason.NoFormForShape;
        }
    }

    private static LedgerReason? Upright(CocoDrawing drawing, double x, double y, double w, double h)
    {
        drawing.Rings.Add([new(x, y), new(x + w, y), new(x + w, y + h), new(x, y + h)]);
        (drawing.Area, drawing.Box) = (w * h, new Bounds(x, y, w, h));
        return null;
    }

    private static LedgerReason? Ring(CocoDrawing drawing, Vertex[] ring)
    {
        if (ring.Length < 3) return LedgerReason.Empty;
        drawing.Rings.Add(ring);
        (drawing.Area, drawing.Box) = (VendorArea.Of(ring), Bounds.Around(ring));
        return null;
    }

    private static LedgerReason? Paint(CocoDrawing drawing, Vertex[][][] parts, FrameSize size)
    {
        if (!Mask.IsPossible(size.Width, size.Height) || VendorFill.Of(parts, size.Width, size.Height) is not { } mask) return LedgerReason.TooIntricate;
        drawing.Draw(mask);
        drawing.IsCrowd = true;
        return null;
    }

    private static int SeenOf(Visibility visibility) => visibility switch
    {
        Visibility.Invisible => 0,
        Visibility.Occluded or Visibility.SelfOccluded => 1,
        _ => 2,
    };
}
