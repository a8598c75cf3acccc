using EncordFunctions.Labels.Geometry;

namespace EncordFunctions.Formats.Yolo;

/// <summary>What of something is on the frame.</summary>
internal static class FrameClip
{
    /// <summary>How far past the edge is still on it, in pixels: fractions of a frame are not exact.</summary>
    private const double Tolerance = 1e-6;

    /// <summary>Whether some of it is past an edge of the frame.</summary>
    public static bool IsNeeded(Bounds box, FrameSize frame) =>
        box.X < -Tolerance || box.Y < -Tolerance
        || box.X + box.W > frame.Width + Tolerance || box.Y + box.H > frame.Height + Tolerance;

    /// <summary>The part of a box that is on the frame; null where there is none.</summary>
    public static Bounds? Of(Bounds box, FrameSize frame)
    {
        var (left, top) = (Math.Max(box.X, 0), Math.Max(box.Y, 0));
        var (right, bottom) = (Math.Min(box.X + box.W, frame.Width), Math.Min(box.Y + box.H, frame.Height));
        return right > left && bottom > top ? new Bounds(left, top, right - left, bottom - top) : null;
    }

    /// <summary>
    /// The part of a ring that is on the frame, cut by one edge after the other. Where it falls apart, its pieces stay joined along the
    /// edge, by lines that enclose nothing.
    /// </summary>
    public static Vertex[] Of(Vertex[] ring, FrameSize frame)
    {
        var cut = Cut(ring, 0, 1, isUpright: true);
        cut = Cut(cut, frame.Width, -1, isUpright: true);
        cut = Cut(cut, 0, 1, isUpright: false);
        return Cut(cut, frame.Height, -1, isUpright: false);
    }

    /// <summary>Keeps what is right of or below an edge, or with a <paramref name="side"/> of -1 what is left of or above it.</summary>
    private static Vertex[] Cut(Vertex[] ring, double edge, int side, bool isUpright)
    {
        var kept = new List<Vertex>(ring.Length + 4);
        for (int i = 0, last = ring.Length - 1; i < ring.Length; last = i++)
        {
            var (from, to) = (ring[last], ring[i]);
            var (before, now) = isUpright ? ((from.X - edge) * side, (to.X - edge) * side) : ((from.Y - edge) * side, (to.Y - edge) * side);
            if (before >= 0 != now >= 0)
            {
                var share = before / (before - now);
                var (x, y) = (from.X + ((to.X - from.X) * share), from.Y + ((to.Y - from.Y) * share));
                kept.Add(isUpright ? new Vertex(edge, y) : new Vertex(x, edge));
            }
            if (now >= 0) kept.Add(to);
        }
        return [.. kept];
    }
}
