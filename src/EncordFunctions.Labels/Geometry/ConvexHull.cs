namespace EncordFunctions.Labels.Geometry;

/// <summary>The smallest convex outline around a few points.</summary>
internal static class ConvexHull
{
    /// <summary>The area it encloses; 0 where all points are on one line.</summary>
    /// <param name="points">The points; they are sorted in place.</param>
    public static double AreaOf(Vertex[] points)
    {
        Array.Sort(points, static (one, other) => one.X != other.X ? one.X.CompareTo(other.X) : one.Y.CompareTo(other.Y));
        return HalfArea(points) + HalfArea([.. points.Reverse()]);
    }

    /// <summary>What lies between the straight line from the first to the last point and the hull on its one side.</summary>
    private static double HalfArea(Vertex[] points)
    {
        var chain = new List<Vertex>(points.Length);
        foreach (var point in points)
        {
            while (chain.Count > 1 && Cross(chain[^2], chain[^1], point) <= 0) chain.RemoveAt(chain.Count - 1);
            chain.Add(point);
        }
        var twice = 0.0;
        for (var i = 2; i < chain.Count; i++) twice += Cross(chain[0], chain[i - 1], chain[i]);
        return twice / 2;
    }

    private static double Cross(Vertex from, Vertex one, Vertex other) =>
        ((one.X - from.X) * (other.Y - from.Y)) - ((one.Y - from.Y) * (other.X - from.X));
}
