using EncordFunctions.Formats.Ledger;
using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Formats.Previews;

/// <summary>What can be drawn on a picture of its frame.</summary>
internal static class Drawable
{
    /// <summary>Why an annotation that stands on a frame can't be drawn; null where it can.</summary>
    public static LedgerReason? WhyNot(Annotation annotation, FrameSize frame) => annotation.Shape switch
    {
        RotatableBoundingBox { IsInPixels: false } or Ellipse { IsInPixels: false } or Circle { IsInPixels: false } => LedgerReason.NoFrameSize,
        // What the vendor means by a stretched circle is not known.
        Circle { Stretch: not 1 } => LedgerReason.NoFormForShape,
        Point3D or Polyline3D or Cuboid or Segmentation or Span => LedgerReason.NoFormForShape,
        // A mask is in pixels of its own, and what is beside it in fractions.
        Bitmask when !frame.IsKnown => LedgerReason.NoFrameSize,
        Bitmask { Mask.Area: 0 } or Polyline { Points: [] } => LedgerReason.Empty,
        Skeleton skeleton when Array.TrueForAll(skeleton.Points, static joint => joint.Visibility == Visibility.Invisible) => LedgerReason.Empty,
        { Bounds: null } => LedgerReason.Empty,
        { Bounds: { } bounds } when IsOutside(bounds, frame) => LedgerReason.OutsideFrame,
        _ => null,
    };

    private static bool IsOutside(Bounds bounds, FrameSize frame)
    {
        var (width, height) = frame.IsKnown ? (frame.Width, frame.Height) : (1, 1);
        return bounds.X > width || bounds.Y > height || bounds.X + bounds.W < 0 || bounds.Y + bounds.H < 0;
    }
}
