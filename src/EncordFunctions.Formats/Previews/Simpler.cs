using EncordFunctions.Labels.Geometry;

namespace EncordFunctions.Formats.Previews;

/// <summary>Leaves out points that nobody would miss on a small picture, by the method of Ramer, Douglas and Peucker.</summary>
internal static class Simpler
{
    /// <summary>The line without the points that are closer than <paramref name="tolerance"/> to what is left. Its ends stay.</summary>
    public static Vertex[] Line(ReadOnlySpan<Vertex> points, double tolerance)
    {
        var stays = new bool[points.Length];
        if (points.Length > 0) stays[0] = stays[^1] = true;
        var open = new Stack<(int From, int To)>([(0, points.Length - 1)]);
        while (open.TryPop(out var part))
        {
            var (farthest, at) = (tolerance, -1);
            for (var i = part.From + 1; i < part.To; i++)
            {
                if (Distance(points[i], points[part.From], points[part.To]) is var far && far <= farthest) continue;
                (farthest, at) = (far, i);
            }
            if (at < 0) continue;
            stays[at] = true;
            open.Push((part.From, at));
            open.Push((at, part.To));
        }
        var left = new List<Vertex>();
        for (var i = 0; i < points.Length; i++)
            if (stays[i]) left.Add(points[i]);
        return [.. left];
    }

    /// <summary>The ring without such points: it is cut at its first point and at the one farthest from it, which both stay.</summary>
    public static Vertex[] Ring(ReadOnlySpan<Vertex> ring, double tolerance)
    {
        if (ring.Length < 4) return ring.ToArray();
        var (farthest, at) = (-1.0, 0);
        for (var i = 1; i < ring.Length; i++)
        {
            if (Length(ring[i], ring[0]) is var far && far <= farthest) continue;
            (farthest, at) = (far, i);
        }
        var there = Line(ring[..(at + 1)], tolerance);
        var back = Line([.. ring[at..], ring[0]], tolerance);
        return [.. there, .. back.AsSpan(1, back.Length - 2)];
    }

    private static double Distance(Vertex point, Vertex from, Vertex to)
    {
        var along = Length(from, to);
        if (along == 0) return Length(point, from);
        return Math.Abs(((to.X - from.X) * (from.Y - point.Y)) - ((from.X - point.X) * (to.Y - from.Y))) / along;
    }

    private static double Length(Vertex one, Vertex other) => Math.Sqrt(((one.X - other.X) * (one.X - other.X)) + ((one.Y - other.Y) * (one.Y - other.Y)));
}
