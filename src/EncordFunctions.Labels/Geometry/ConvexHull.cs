namespace EncordFunctions.Labels.Geometry;

/// <summary>The smallest convex outline around a few points.</summary>
public static class ConvexHull
{
    /// <summary>Its corners, clockwise as seen on screen (y down), none on a straight side; where all points are on one line, its two ends; none where there are no points.</summary>
    /// <param name="points">The points; they are sorted in place.</param>
    public static Vertex[] Of(Vertex[] points)
    {
        if (points.Length == 0) return [];
        Array.Sort(points, static (one, other) => one.X != other.X ? one.X.CompareTo(other.X) : one.Y.CompareTo(other.Y));
        var hull = new List<Vertex>(points.Length + 1);
        AddSide(points, hull);
        Array.Reverse(points);
        AddSide(points, hull);
        return [.. hull];
    }

    /// <summary>The area it encloses; 0 where all points are on one line.</summary>
    /// <param name="points">The points; they are sorted in place.</param>
    internal static double AreaOf(Vertex[] points)
    {
        var hull = Of(points);
        var twice = 0.0;
        for (var i = 2; i < hull.Length; i++) twice += Cross(hull[0], hull[i - 1], hull[i]);
        return twice / 2;
    }

    /// <summary>Adds the hull on one side of the straight line from the first to the last point, without the last.</summary>
    private static void AddSide(Vertex[] points, List<Vertex> hull)
    {
        var start = hull.Count;
        foreach (var point in points)
        {
            while (hull.Count - start > 1 && Cross(hull[^2], hull[^1], point) <= 0) hull.RemoveAt(hull.Count - 1);
            hull.Add(point);
        }
        hull.RemoveAt(hull.Count - 1);
    }

    private static double Cross(Vertex from, Vertex one, Vertex other) =>
        ((one.X - from.X) * (other.Y - from.Y)) - ((one.Y - from.Y) * (other.X - from.X));
}
