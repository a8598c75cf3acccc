using EncordFunctions.Labels.Geometry;
using EncordFunctions.Local.Sample;

namespace EncordFunctions.Formats.Tests.Masks;

/// <summary>Says of each pixel, from what was drawn, whether its centre is covered. Slow, and by other means than the code it is held against.</summary>
internal static class NaivePainter
{
    private const double Rounding = 1e-6;

    /// <summary>Whether the centre of a pixel is covered; null where it lies on the outline, give or take a rounding.</summary>
    public static Func<int, int, bool?> Of(ShapeTruth shape)
    {
        var covers = InsideOf(shape);
        return (column, line) =>
        {
            var (x, y) = (column + 0.5, line + 0.5);
            var first = covers(x - Rounding, y - (Rounding / 2));
            return first == covers(x + Rounding, y - (Rounding / 3))
                && first == covers(x - (Rounding / 3), y + Rounding)
                && first == covers(x + (Rounding / 2), y + Rounding)
                ? first
                : null;
        };
    }

    private static Func<double, double, bool> InsideOf(ShapeTruth shape)
    {
        switch (shape)
        {
            case ShapeTruth.Bitmask mask:
                var pixels = mask.Pixels();
                return (x, y) => pixels[((int)y * mask.Width) + (int)x];
            case ShapeTruth.Box box:
                return (x, y) => x > box.X && x < box.X + box.W && y > box.Y && y < box.Y + box.H;
            case ShapeTruth.RotatedBox box:
                return (x, y) =>
                {
                    var (dx, dy) = TurnedBack(x - box.X - (box.W / 2), y - box.Y - (box.H / 2), box.Theta);
                    return Math.Abs(dx) < box.W / 2 && Math.Abs(dy) < box.H / 2;
                };
            case ShapeTruth.Circle circle:
                return (x, y) => Math.Pow(x - circle.X, 2) + Math.Pow(y - circle.Y, 2) < circle.R * circle.R;
            case ShapeTruth.Ellipse ellipse:
                return (x, y) =>
                {
                    var (u, v) = TurnedBack(x - ellipse.X, y - ellipse.Y, ellipse.Theta);
                    return Math.Pow(u / ellipse.Rx, 2) + Math.Pow(v / ellipse.Ry, 2) < 1;
                };
            case ShapeTruth.Polygon polygon:
                return (x, y) => polygon.Parts.Any(part => Winds(part[0], x, y) && !part.Skip(1).Any(hole => Winds(hole, x, y)));
            case ShapeTruth.Cuboid2D cuboid:
                Vertex[] corners = [.. cuboid.Front, .. cuboid.Back()];
                // What is in the hull of points is in a triangle of three of them.
                var triangles = (
                    from a in Enumerable.Range(0, 8)
                    from b in Enumerable.Range(0, a)
                    from c in Enumerable.Range(0, b)
                    select new[] { corners[a], corners[b], corners[c] }).ToArray();
                return (x, y) => triangles.Any(triangle => Winds(triangle, x, y));
            default:
                return static (_, _) => false;
        }
    }

    private static (double X, double Y) TurnedBack(double x, double y, double theta)
    {
        var (sin, cos) = Math.SinCos(-theta / 180 * Math.PI);
        return ((x * cos) - (y * sin), (x * sin) + (y * cos));
    }

    /// <summary>Counts the sides that a ray to the right meets.</summary>
    private static bool Winds(IReadOnlyList<Vertex> ring, double x, double y)
    {
        var inside = false;
        for (var i = 0; i < ring.Count; i++)
        {
            var (a, b) = (ring[i], ring[(i + 1) % ring.Count]);
            if (a.Y > y != b.Y > y && x < a.X + ((y - a.Y) * (b.X - a.X) / (b.Y - a.Y))) inside = !inside;
        }
        return inside;
    }
}
