namespace EncordFunctions.Labels.Geometry.Validity;

/// <summary>On which side of a line a point is, where rounding can't have changed it.</summary>
internal static class Sides
{
    /// <summary>Three times what rounding can add to a difference of two products, and so safe.</summary>
    private const double Rounding = 1e-15;

    /// <summary>Below it products lose digits.</summary>
    private const double Smallest = 1e-280;

    /// <summary>1 or -1 for a point surely on one side of the line, 0 where that is not sure.</summary>
    public static int Of(Vertex from, Vertex to, Vertex point)
    {
        var one = (from.X - point.X) * (to.Y - point.Y);
        var other = (from.Y - point.Y) * (to.X - point.X);
        return Sign(one - other, Math.Abs(one) + Math.Abs(other));
    }

    /// <summary>Whether the way from <paramref name="at"/> on surely does not go back over the way to it.</summary>
    public static bool GoesOn(Vertex before, Vertex at, Vertex after)
    {
        var (ux, uy, vx, vy) = (at.X - before.X, at.Y - before.Y, after.X - at.X, after.Y - at.Y);
        if (Sign((ux * vx) + (uy * vy), Math.Abs(ux * vx) + Math.Abs(uy * vy)) > 0) return true;
        return Sign((ux * vy) - (uy * vx), Math.Abs(ux * vy) + Math.Abs(uy * vx)) != 0;
    }

    /// <summary>Whether a point is surely inside a ring, surely outside, or null where it is not sure.</summary>
    public static bool? IsInside(Vertex point, ReadOnlySpan<Vertex> ring)
    {
        var inside = false;
        var from = ring[^1];
        foreach (var to in ring)
        {
            if (from.Y > point.Y != to.Y > point.Y)
            {
                var side = Of(from, to, point);
                if (side == 0) return null;
                // Upwards edges have the point on the one side where it is left of them, downwards ones on the other.
                if (side > 0 == to.Y > from.Y) inside = !inside;
            }
            from = to;
        }
        return inside;
    }

    private static int Sign(double value, double magnitude)
    {
        var doubt = (magnitude * Rounding * 4) + Smallest;
        return value > doubt ? 1 : value < -doubt ? -1 : 0;
    }
}
