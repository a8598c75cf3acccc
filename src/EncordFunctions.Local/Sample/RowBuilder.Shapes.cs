using System.Text.Json;
using EncordFunctions.Labels.Geometry;

namespace EncordFunctions.Local.Sample;

/// <content>What is drawn on frames.</content>
public sealed partial class RowBuilder
{
    /// <summary>Draws an upright box.</summary>
    public RowBuilder Box(SampleObject of, double x, double y, double w, double h) => Place(of, new ShapeTruth.Box(x, y, w, h));

    /// <summary>Draws a box turned clockwise about its centre, in degrees.</summary>
    public RowBuilder RotatedBox(SampleObject of, double x, double y, double w, double h, double theta) =>
        Place(of, new ShapeTruth.RotatedBox(x, y, w, h, theta));

    /// <summary>Draws a polygon of one ring.</summary>
    public RowBuilder Polygon(SampleObject of, IReadOnlyList<Vertex> ring, PolygonSpelling spelling = PolygonSpelling.Both) =>
        Polygons(of, [[ring]], spelling);

    /// <summary>Draws a polygon of parts with holes: [polygon][ring][vertex], outer ring first.</summary>
    public RowBuilder Polygons(
        SampleObject of, IReadOnlyList<IReadOnlyList<IReadOnlyList<Vertex>>> parts, PolygonSpelling spelling = PolygonSpelling.Both) =>
        spelling is PolygonSpelling.Map or PolygonSpelling.List && parts is not [[_]]
            ? throw new ArgumentException("This spelling has room for one ring only.", nameof(spelling))
            : Place(new Placement(of) { Shape = new ShapeTruth.Polygon(parts), Polygon = spelling });

    /// <summary>Draws a line.</summary>
    public RowBuilder Polyline(SampleObject of, IReadOnlyList<Vertex> points, bool asList = false) =>
        Place(new Placement(of) { Shape = new ShapeTruth.Polyline(points), PolylineAsList = asList });

    /// <summary>Sets a point.</summary>
    public RowBuilder Point(SampleObject of, double x, double y) => Place(of, new ShapeTruth.Point(new Vertex(x, y)));

    /// <summary>Sets the points of a skeleton.</summary>
    public RowBuilder Skeleton(SampleObject of, IReadOnlyList<Joint> joints, VisibilitySpelling spelling = VisibilitySpelling.Flags) =>
        Place(new Placement(of) { Shape = new ShapeTruth.Skeleton(joints), Visibility = spelling });

    /// <summary>Paints the pixels (x, y) for which <paramref name="isSet"/> holds.</summary>
    public RowBuilder Mask(SampleObject of, Func<int, int, bool> isSet) =>
        Place(of, new ShapeTruth.Bitmask(_frame!.Width, _frame.Height, MaskRuns.Of(_frame.Width, _frame.Height, isSet)));

    /// <summary>Paints one span in each row y: from the first pixel to the one after the last.</summary>
    public RowBuilder MaskOfSpans(SampleObject of, Func<int, (int Start, int End)> spanOf) =>
        Place(of, new ShapeTruth.Bitmask(_frame!.Width, _frame.Height, MaskRuns.OfSpans(_frame.Width, _frame.Height, spanOf)));

    /// <summary>Writes an object that no reader may accept: its shape and whatever <paramref name="write"/> makes of its geometry.</summary>
    public RowBuilder Fault(SampleObject of, string shape, Action<Utf8JsonWriter> write) =>
        Place(new Placement(of) { Fault = (shape, write) });

    /// <summary>Draws a circle.</summary>
    public RowBuilder Circle(SampleObject of, double x, double y, double r) => Place(of, new ShapeTruth.Circle(x, y, r));

    /// <summary>Draws an ellipse turned clockwise about its centre, in degrees.</summary>
    public RowBuilder Ellipse(SampleObject of, double x, double y, double rx, double ry, double theta) =>
        Place(of, new ShapeTruth.Ellipse(x, y, rx, ry, theta));

    /// <summary>Draws a box in perspective: its front, the point its edges run to, and the size of its back beside its front.</summary>
    public RowBuilder Perspective(SampleObject of, IReadOnlyList<Vertex> front, Vertex vanishingPoint, double scaleRatio) =>
        Place(of, new ShapeTruth.Cuboid2D(front, vanishingPoint, scaleRatio));

    /// <summary>Draws a box whose back is its front moved by <paramref name="offset"/>.</summary>
    public RowBuilder Isometric(SampleObject of, IReadOnlyList<Vertex> front, Vertex offset) =>
        Place(of, new ShapeTruth.Cuboid2D(front, offset, null));

    /// <summary>Sets a box into a scene: its centre, Euler angles in radians, and full extents.</summary>
    public RowBuilder Cuboid(SampleObject of, IReadOnlyList<double> position, IReadOnlyList<double> orientation, IReadOnlyList<double> size) =>
        Place(of, new ShapeTruth.Cuboid(position, orientation, size));

    /// <summary>Picks points of a cloud by ranges of their indexes, both ends included.</summary>
    public RowBuilder Segmentation(SampleObject of, params IReadOnlyList<(int First, int Last)> points) =>
        Place(of, new ShapeTruth.Segmentation(points));

    /// <summary>Sets a point into a scene.</summary>
    public RowBuilder Point3D(SampleObject of, double x, double y, double z) => Place(of, new ShapeTruth.Point3D(x, y, z));

    /// <summary>Draws a line through a scene.</summary>
    public RowBuilder Polyline3D(SampleObject of, params IReadOnlyList<(double X, double Y, double Z)> points) =>
        Place(of, new ShapeTruth.Polyline3D(points));

    /// <summary>Says that the object is gone from the instant gone to last on, in a continuous scene.</summary>
    public RowBuilder Delete(SampleObject of) => Place(new Placement(of) { Event = "delete" });

    private RowBuilder Place(SampleObject of, ShapeTruth shape) => Place(new Placement(of) { Shape = shape });

    private RowBuilder Place(Placement placement)
    {
        placement.Object.Shape ??= placement.Fault?.Shape ?? placement.Shape?.Name;
        if (_plan.Modality == Modality.ContinuousScene && placement.Event is null) placement = placement with { Event = "upsert" };
        (_frame ?? Frame(0)._frame!).Placements.Add(placement);
        return this;
    }
}
