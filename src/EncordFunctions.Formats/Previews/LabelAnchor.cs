using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Formats.Previews;

/// <summary>Where on a shape its label may stand: at the topmost point of what is not upright, since a corner of the box around it may be far off.</summary>
internal static class LabelAnchor
{
    /// <summary>The place, in pixels; the box around the shape where its corners are part of it.</summary>
    public static Bounds Of(Shape shape) => shape switch
    {
        Polygon { Parts: [[{ Length: > 0 } outer, ..], ..] } => Top(outer),
        Polyline { Points: { Length: > 0 } points } => Top(points),
        RotatableBoundingBox box => Top(box.Corners()),
        Bitmask { Mask: { Runs: [var before, > 0, ..], Width: var width } } => new Bounds(before % width, before / width, 0, 0),
        _ => shape.Bounds!.Value,
    };

    private static Bounds Top(Vertex[] points)
    {
        var top = points[0];
        foreach (var point in points)
            if (point.Y < top.Y) top = point;
        return new Bounds(top.X, top.Y, 0, 0);
    }
}
