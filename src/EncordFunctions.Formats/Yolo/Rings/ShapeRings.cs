using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Masks;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Formats.Yolo.Rings;

/// <summary>The area a shape covers as rings.</summary>
internal static class ShapeRings
{
    /// <summary>[polygon][ring][vertex], first ring outer; null where the shape covers no area.</summary>
    public static Vertex[][][]? Of(Shape shape) => shape switch
    {
        Polygon polygon => polygon.Parts,
        Bitmask { Mask: var mask } => MaskOutlines.Of(mask),
        BoundingBox box => [[new RotatableBoundingBox(box.X, box.Y, box.W, box.H, 0).Corners()]],
        RotatableBoundingBox box => [[box.Corners()]],
        Circle circle => [[EllipseOutline.Of(circle.X, circle.Y, circle.R, circle.R, 0)]],
        Ellipse round => [[EllipseOutline.Of(round.X, round.Y, round.Rx, round.Ry, round.Theta)]],
        Cuboid2D cuboid => [[ConvexHull.Of([.. cuboid.Front, .. cuboid.Back()])]],
        _ => null,
    };
}
