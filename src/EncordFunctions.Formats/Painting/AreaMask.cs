using System.Diagnostics;
using EncordFunctions.Formats.Ledger;
using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Masks;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Formats.Painting;

/// <summary>The pixels whose centres an annotation covers, or why there are none.</summary>
internal readonly record struct AreaMask(Mask? Mask, LedgerReason? Reason)
{
    /// <summary>8,192 × 8,192: as a picture of numbers 64 MiB, or 128 MiB where there are more than 255 of them.</summary>
    public const int MostPixels = 1 << 26;

    // Coordinates come from fractions, so what ends at the frame's edge may end a rounding behind it.
    private const double Rounding = 1e-6;

    public static AreaMask Of(Annotation annotation)
    {
        if (annotation.Frame is not { Size: var size }) return new AreaMask(null, LedgerReason.NoFrame);
        if (annotation.Shape is not (BoundingBox or RotatableBoundingBox or Polygon or Bitmask or Circle { Stretch: 1 } or Ellipse or Cuboid2D))
            return new AreaMask(null, LedgerReason.NoFormForShape);
        if (!size.IsKnown) return new AreaMask(null, LedgerReason.NoFrameSize);
        if (size.Width > Mask.LongestSide || size.Height > Mask.LongestSide || (long)size.Width * size.Height > MostPixels)
            return new AreaMask(null, LedgerReason.FrameTooLarge);
        if (Draw(annotation.Shape, size) is not { } mask) return new AreaMask(null, LedgerReason.TooIntricate);
        if (mask.Area > 0) return new AreaMask(mask, null);
        return new AreaMask(null, annotation.Shape is { Bounds: { } bounds } and not Bitmask && IsOutside(bounds, size) ? LedgerReason.OutsideFrame : LedgerReason.Empty);
    }

    /// <summary>Whether part of what is drawn is outside the frame.</summary>
    public static bool IsClipped(Annotation annotation) =>
        annotation is { Frame.Size: var size, Shape.Bounds: var (x, y, w, h) }
        && (x < -Rounding || y < -Rounding || x + w > size.Width + Rounding || y + h > size.Height + Rounding);

    private static Mask? Draw(Shape shape, FrameSize size) => shape switch
    {
        Bitmask { Mask: var mask } => mask,
        Circle circle => EllipseMask.Of(circle.X, circle.Y, circle.R, circle.R, 0, size.Width, size.Height),
        Ellipse ellipse => EllipseMask.Of(ellipse.X, ellipse.Y, ellipse.Rx, ellipse.Ry, ellipse.Theta, size.Width, size.Height),
        Polygon polygon => PolygonMask.Of(polygon.Parts, size.Width, size.Height),
        _ => PolygonMask.Of([[OutlineOf(shape)]], size.Width, size.Height),
    };

    private static Vertex[] OutlineOf(Shape shape) => shape switch
    {
        BoundingBox(var x, var y, var w, var h) => [new(x, y), new(x + w, y), new(x + w, y + h), new(x, y + h)],
        RotatableBoundingBox box => box.Corners(),
        Cuboid2D cuboid => ConvexHull.Of([.. cuboid.Front, .. cuboid.Back()]),
        _ => throw new UnreachableException($"The shape {shape.Name} has no area."),
    };

    private static bool IsOutside(Bounds bounds, FrameSize size) =>
        bounds.X >= size.Width || bounds.Y >= size.Height || bounds.X + bounds.W <= 0 || bounds.Y + bounds.H <= 0;
}
