using EncordFunctions.Labels.Geometry;

namespace EncordFunctions.Formats.Yolo.Rings;

/// <summary>The smallest convex ring around the corners of a mask, which come sorted: <see cref="ConvexHull"/> without the sorting.</summary>
internal static class ConvexRing
{
    /// <summary>
    /// Its vertices, clockwise on screen, none on a line with its neighbours; fewer than three where it encloses nothing.
    /// </summary>
    /// <param name="points">The points, from top to bottom, those of a line from left to right.</param>
    public static Vertex[] Of(ReadOnlySpan<Vertex> points)
    {
        var ring = new Vertex[(2 * points.Length) + 1];
        var count = 0;
        for (var i = 0; i < points.Length; i++) count = Push(ring, count, 0, points[i]);
        var upper = count - 1;
        for (var i = points.Length - 2; i >= 0; i--) count = Push(ring, count, upper, points[i]);
        return ring[..Math.Max(count - 1, 0)];
    }

    /// <summary>Adds a point and takes back those that don't turn right before it, down to the first of the half.</summary>
    private static int Push(Vertex[] ring, int count, int first, Vertex point)
    {
        while (count > first + 1 && Turn(ring[count - 2], ring[count - 1], point) <= 0) count--;
        ring[count] = point;
        return count + 1;
    }

    private static double Turn(Vertex from, Vertex at, Vertex to) => ((at.X - from.X) * (to.Y - from.Y)) - ((at.Y - from.Y) * (to.X - from.X));
}
