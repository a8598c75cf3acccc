using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Labels.Comparing;

/// <summary>How far what has no area was moved.</summary>
public static class Displacement
{
    /// <summary>The mean distance, in the unit of the shapes, between the points of two points, lines or skeletons, each to the one of its place.</summary>
    /// <returns>Null for other shapes, and where they have not the same number of points.</returns>
    public static double? Mean(Shape one, Shape other) => (one, other) switch
    {
        (Point a, Point b) => double.Hypot(a.At.X - b.At.X, a.At.Y - b.At.Y),
        (Polyline a, Polyline b) => Mean(a.Points, b.Points),
        (Skeleton a, Skeleton b) => Mean(Places(a), Places(b)),
        _ => null,
    };

    private static Vertex[] Places(Skeleton skeleton) => Array.ConvertAll(skeleton.Points, static point => point.At);

    private static double? Mean(Vertex[] one, Vertex[] other)
    {
        if (one.Length != other.Length || one.Length == 0) return null;
        var sum = 0.0;
        for (var i = 0; i < one.Length; i++) sum += double.Hypot(one[i].X - other[i].X, one[i].Y - other[i].Y);
        return sum / one.Length;
    }
}
