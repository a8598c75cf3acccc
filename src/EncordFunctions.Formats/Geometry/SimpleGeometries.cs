using System.Diagnostics;
using EncordFunctions.Formats.Ledger;
using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Masks;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Formats.Geometry;

/// <summary>
/// What each shape is as a <see cref="SimpleGeometry"/>. Boxes are rings of their four corners, masks the outlines of their pixels, circles and
/// ellipses rings of chords (<see cref="EllipseOutline"/>), skeletons their points in order, a box in perspective its front and its back face,
/// corner behind corner. Turned boxes in space and picked points of a cloud have no such geometry.
/// </summary>
internal static class SimpleGeometries
{
    public static SimpleGeometry Of(Annotation annotation) => annotation.Shape switch
    {
        Point3D point => new SimpleGeometry.Place3D(point.At),
        Polyline3D line => new SimpleGeometry.Line3D(AtLeastTwo(line.Points)),
        Bitmask bitmask => new SimpleGeometry.Region(MaskOutlines.Of(bitmask.Mask)),
        Span => new SimpleGeometry.None(LedgerReason.NoFrame),
        Cuboid or Segmentation => new SimpleGeometry.None(LedgerReason.NoFormForShape),
        // The rest is in fractions where the frame has no size, and pixels and fractions must not stand in one file.
        _ when annotation.Frame is not { Size.IsKnown: true } => new SimpleGeometry.None(LedgerReason.NoFrameSize),
        BoundingBox(var x, var y, var w, var h) => new SimpleGeometry.Region([[[new(x, y), new(x + w, y), new(x + w, y + h), new(x, y + h)]]]),
        RotatableBoundingBox box => new SimpleGeometry.Region([[box.Corners()]]),
        Polygon polygon => new SimpleGeometry.Region(polygon.Parts),
        Polyline line => new SimpleGeometry.Line(AtLeastTwo(line.Points)),
        Point point => new SimpleGeometry.Place(point.At),
        Skeleton skeleton => new SimpleGeometry.Places(Array.ConvertAll(skeleton.Points, static point => point.At)),
        Circle { Stretch: 1 } circle => new SimpleGeometry.Region([[EllipseOutline.Of(circle.X, circle.Y, circle.R, circle.R, 0)]]),
        // What a stretch does the vendor does not say.
        Circle => new SimpleGeometry.None(LedgerReason.NoFormForShape),
        Ellipse round => new SimpleGeometry.Region([[EllipseOutline.Of(round.X, round.Y, round.Rx, round.Ry, round.Theta)]]),
        Cuboid2D cuboid => new SimpleGeometry.Faces([[cuboid.Front], [cuboid.Back()]]),
        _ => throw new UnreachableException($"The shape {annotation.Shape.Name} has no simple geometry."),
    };

    // A line of one point is kept by the reader; GEOS and NTS refuse a whole file for it.
    private static T[] AtLeastTwo<T>(T[] points) => points is [var only] ? [only, only] : points;
}
