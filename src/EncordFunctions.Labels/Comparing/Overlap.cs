using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Labels.Comparing;

/// <summary>How much two shapes of the same frame cover each other.</summary>
public static class Overlap
{
    /// <summary>
    /// The area both cover as a part of the area that either covers, from 0 to 1. It is exact for upright and turned boxes, polygons, boxes in
    /// perspective, two circles and two masks; an ellipse, or a circle beside another shape, is taken as a polygon of 360 sides.
    /// </summary>
    /// <returns>
    /// Null where it is not known: a shape without an area, a mask beside what is none or of another size, a turned box whose frame has no size, or a
    /// polygon of more vertices than can be put to the test.
    /// </returns>
    public static double? IoU(Shape one, Shape other) => (one, other) switch
    {
        (BoundingBox a, BoundingBox b) => OfBoxes(a, b),
        (Circle { Bounds: not null } a, Circle { Bounds: not null } b) => CircleOverlap.IoU(a, b),
        (Bitmask { Mask: var a }, Bitmask { Mask: var b }) => MaskOverlap.IoU(a, b),
        _ => Regions.IoU(one, other),
    };

    /// <summary>The intersection as a part of the union, where those are known.</summary>
    internal static double? Part(double shared, double one, double other)
    {
        var union = one + other - shared;
        return union > 0 && double.IsFinite(union) ? Math.Clamp(shared / union, 0, 1) : null;
    }

    private static double? OfBoxes(BoundingBox a, BoundingBox b)
    {
        var width = Math.Min(a.X + a.W, b.X + b.W) - Math.Max(a.X, b.X);
        var height = Math.Min(a.Y + a.H, b.Y + b.H) - Math.Max(a.Y, b.Y);
        return Part(width > 0 && height > 0 ? width * height : 0, a.W * a.H, b.W * b.H);
    }
}
