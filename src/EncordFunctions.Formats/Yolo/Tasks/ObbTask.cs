using EncordFunctions.Formats.Ledger;
using EncordFunctions.Formats.Yolo.Rings;
using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Formats.Yolo.Tasks;

/// <summary>
/// Turned boxes as their four corners: those of boxes, circles and ellipses as they are, of other areas the smallest rectangle around them.
/// </summary>
/// <remarks>
/// Ultralytics makes a rectangle of any four corners, and moves corners past the edge onto it, which turns the box: the two ends of a bar
/// across a corner of the picture would fall together. So of a shape that is partly outside, the smallest rectangle around what is inside is
/// written, and only what still stands out of that is moved.
/// </remarks>
internal sealed class ObbTask : YoloTask
{
    public override string Word => "obb";

    public override char Track => 'o';

    public override LedgerReason? Write(Shape shape, YoloLine line)
    {
        if (shape is Polyline or Skeleton or Point || shape.Bounds is not { } bounds) return LedgerReason.NoFormForShape;
        if (!(bounds.W > 0 && bounds.H > 0)) return LedgerReason.Empty;
        var corners = CornersOf(shape, bounds);
        if (corners.Length == 0) return LedgerReason.Empty;
        if (FrameClip.IsNeeded(Bounds.Around(corners), line.Size))
        {
            corners = shape is BoundingBox ? CornersOn(bounds, line.Size) : SmallestRectangle.Around(FrameClip.Of(corners, line.Size));
            if (corners.Length == 0) return LedgerReason.OutsideFrame;
            line.Lose(LedgerReason.Clipped);
        }
        line.WriteVertices(corners);
        return null;
    }

    private static Vertex[] CornersOf(Shape shape, Bounds bounds) => shape switch
    {
        BoundingBox or Circle => Corners(bounds),
        RotatableBoundingBox box => box.W > 0 && box.H > 0 ? box.Corners() : [],
        Ellipse { Rx: > 0, Ry: > 0 } round =>
            new RotatableBoundingBox(round.X - round.Rx, round.Y - round.Ry, 2 * round.Rx, 2 * round.Ry, round.Theta).Corners(),
        Polygon polygon => SmallestRectangle.Around([.. polygon.Parts.Where(static part => part.Length > 0).SelectMany(static part => part[0])]),
        Bitmask { Mask: var mask } => SmallestRectangle.Around(mask),
        Cuboid2D cuboid => SmallestRectangle.Around([.. cuboid.Front, .. cuboid.Back()]),
        _ => [],
    };

    private static Vertex[] CornersOn(Bounds box, FrameSize frame) => FrameClip.Of(box, frame) is { } part ? Corners(part) : [];

    private static Vertex[] Corners(Bounds box) => new RotatableBoundingBox(box.X, box.Y, box.W, box.H, 0).Corners();
}
