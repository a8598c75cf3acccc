using EncordFunctions.Labels.Geometry;

namespace EncordFunctions.Formats.Tests.Yolo;

/// <summary>Which pixels have their centre inside a ring, by both rules there are, each pixel by itself.</summary>
internal static class Filling
{
    public static bool[] EvenOdd(IReadOnlyList<Vertex> ring, int width, int height) => Fill(ring, width, height, static winding => winding % 2 != 0);

    public static bool[] NonZero(IReadOnlyList<Vertex> ring, int width, int height) => Fill(ring, width, height, static winding => winding != 0);

    public static double Overlap(bool[] one, bool[] other)
    {
        var both = one.Zip(other).Count(static pair => pair.First && pair.Second);
        var any = one.Zip(other).Count(static pair => pair.First || pair.Second);
        return any == 0 ? 1 : (double)both / any;
    }

    private static bool[] Fill(IReadOnlyList<Vertex> ring, int width, int height, Func<int, bool> isIn)
    {
        var filled = new bool[width * height];
        for (var at = 0; at < filled.Length; at++)
        {
            var (x, y) = ((at % width) + 0.5, (at / width) + 0.5);
            var winding = 0;
            for (var i = 0; i < ring.Count; i++)
            {
                var (from, to) = (ring[i], ring[(i + 1) % ring.Count]);
                if (from.Y <= y == to.Y <= y) continue;
                // The same number for both directions, or a centre right on a line that is gone there and back could be on either side.
                var (high, low) = from.Y < to.Y ? (from, to) : (to, from);
                if (high.X + ((y - high.Y) * (low.X - high.X) / (low.Y - high.Y)) > x) winding += to.Y > from.Y ? 1 : -1;
            }
            filled[at] = isIn(winding);
        }
        return filled;
    }
}
