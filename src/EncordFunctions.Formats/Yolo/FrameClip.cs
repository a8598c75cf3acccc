using EncordFunctions.Labels.Geometry;

namespace EncordFunctions.Formats.Yolo;

/// <summary>What of something is on the frame.</summary>
internal static class FrameClip
{
    /// <summary>How far past the edge is still on it, in pixels: fractions of a frame are not exact.</summary>
    private const double Tolerance = 1e-6;

    /// <summary>Whether some of it is past an edge of the frame.</summary>
    public static bool IsNeeded(Bounds box, FrameSize frame) =>
        box.X < -Tolerance || box.Y < -Tolerance || box.X + box.W > frame.Width + Tolerance || box.Y + box.H > frame.Height + Tolerance;

    /// <summary>The part of a box that is on the frame; null where there is none.</summary>
    public static Bounds? Of(Bounds box, FrameSize frame)
    {
        var (left, top) = (Math.Max(box.X, 0), Math.Max(box.Y, 0));
        var (right, bottom) = (Math.Min(box.X + box.W, frame.Width), Math.Min(box.Y + box.H, frame.Height));
        return right > left && bottom > top ? new Bounds(left, top, right - left, bottom - top) : null;
    }

    /// <summary>
    /// The part of a ring that is on the frame, cut by one edge after the other. Where it falls apart, its pieces stay joined along the edge,
    /// by lines that enclose nothing.
    /// </summary>
    public static Vertex[] Of(Vertex[] ring, FrameSize frame)
    {
        var cut = Cut(ring, static vertex => vertex.X, static (from, to, at) => new Vertex(at, Between(from.Y, to.Y, from.X, to.X, at)), 0, 1);
        cut = Cut(cut, static vertex => vertex.X, static (from, to, at) => new Vertex(at, Between(from.Y, to.Y, from.X, to.X, at)), frame.Width, -1);
        cut = Cut(cut, static vertex => vertex.Y, static (from, to, at) => new Vertex(Between(from.X, to.X, from.Y, to.Y, at), at), 0, 1);
        return Cut(cut, static vertex => vertex.Y, static (from, to, at) => new Vertex(Between(from.X, to.X, from.Y, to.Y, at), at), frame.Height, -1);
    }

    private static Vertex[] Cut(
        Vertex[] ring, Func<Vertex, double> along, Func<Vertex, Vertex, double, Vertex> cross, double edge, int side)
    {
        var kept = new List<Vertex>(ring.Length + 4);
        for (int i = 0, last = ring.Length - 1; i < ring.Length; last = i++)
        {
            var isIn = (along(ring[i]) - edge) * side >= 0;
            if (isIn != (along(ring[last]) - edge) * side >= 0) kept.Add(cross(ring[last], ring[i], edge));
            if (isIn) kept.Add(ring[i]);
        }
        return [.. kept];
    }

    private static double Between(double from, double to, double fromAt, double toAt, double at) => from + ((to - from) * (at - fromAt) / (toAt - fromAt));
}
