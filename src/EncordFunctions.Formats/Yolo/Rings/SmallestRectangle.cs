using System.Runtime.InteropServices;
using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Masks;

namespace EncordFunctions.Formats.Yolo.Rings;

/// <summary>The rectangle of the smallest area around points, turned as it has to be.</summary>
internal static class SmallestRectangle
{
    /// <summary>
    /// Its corners, clockwise on screen; none where the points enclose no area. An upright one is preferred to another of the same area.
    /// </summary>
    /// <remarks>One side of the smallest lies along a side of the convex ring, so the ring is turned from side to side between four jaws.</remarks>
    /// <param name="points">The points; they are sorted in place.</param>
    public static Vertex[] Around(Vertex[] points) => AroundRing(ConvexHull.Of(points));

    /// <summary>The same of the pixels of a mask.</summary>
    public static Vertex[] Around(Mask mask) => AroundRing(ConvexRing.Of(CollectionsMarshal.AsSpan(MaskCorners.Of(mask))));

    private static Vertex[] AroundRing(Vertex[] ring)
    {
        if (ring.Length < 3) return [];
        var upright = Bounds.Around(ring);
        var smallest = upright.W * upright.H * (1 - 1e-9);
        var best = new TurnedBox(upright.X, upright.Y, upright.W, upright.H);
        int front = 1, far = 1, back = 0;
        for (var i = 0; i < ring.Length; i++)
        {
            var (from, to) = (ring[i], ring[(i + 1) % ring.Length]);
            var length = double.Hypot(to.X - from.X, to.Y - from.Y);
            var (cos, sin) = ((to.X - from.X) / length, (to.Y - from.Y) / length);
            front = Advance(ring, Math.Max(front, i + 1), cos, sin);
            far = Advance(ring, Math.Max(far, front), -sin, cos);
            back = Advance(ring, Math.Max(back, far), -cos, -sin);
            var (left, right) = (Along(ring[back % ring.Length], cos, sin), Along(ring[front % ring.Length], cos, sin));
            var (top, bottom) = (Along(from, -sin, cos), Along(ring[far % ring.Length], -sin, cos));
            if ((right - left) * (bottom - top) >= smallest) continue;
            smallest = (right - left) * (bottom - top);
            best = new TurnedBox(left, top, right - left, bottom - top, cos, sin);
        }
        return best.Corners();
    }

    /// <summary>The vertex from one on that is farthest in a direction; around a convex ring the way rises, then falls.</summary>
    private static int Advance(Vertex[] ring, int at, double x, double y)
    {
        while (Along(ring[(at + 1) % ring.Length], x, y) > Along(ring[at % ring.Length], x, y)) at++;
        return at;
    }

    private static double Along(Vertex vertex, double x, double y) => (vertex.X * x) + (vertex.Y * y);

    /// <summary>A rectangle in a frame of axes that is turned.</summary>
    private readonly record struct TurnedBox(double X, double Y, double W, double H, double Cos = 1, double Sin = 0)
    {
        public Vertex[] Corners() => [At(X, Y), At(X + W, Y), At(X + W, Y + H), At(X, Y + H)];

        private Vertex At(double x, double y) => new((x * Cos) - (y * Sin), (x * Sin) + (y * Cos));
    }
}
