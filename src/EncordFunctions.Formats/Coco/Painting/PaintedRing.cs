using EncordFunctions.Labels.Geometry;

namespace EncordFunctions.Formats.Coco.Painting;

/// <summary>A ring that is painted line by line, from the top down: its outline, and what lies between its edges.</summary>
internal sealed class PaintedRing
{
    /// <summary>A set pixel.</summary>
    public const byte Set = 1;

    // Past any frame, and small enough to be reckoned with in 1/65536.
    private const double Farthest = 1 << 24;

    private readonly byte _paint;
    private readonly PaintedEdge[] _edges;
    private readonly List<PaintedEdge> _active = [];
    private readonly List<long> _crossings = [];
    private int _next;

    public PaintedRing(Vertex[] ring, int width, int height, bool paint)
    {
        _paint = paint ? Set : (byte)0;
        var edges = new List<PaintedEdge>(ring.Length);
        for (int at = 0, last = ring.Length - 1; at < ring.Length; last = at++)
        {
            var edge = new PaintedEdge(Cut(ring[last]), Cut(ring[at]), width, height);
            if (edge.Top <= edge.Bottom) edges.Add(edge);
        }
        edges.Sort(static (one, other) => one.Top.CompareTo(other.Top));
        _edges = [.. edges];
        Lines = edges.Sum(static edge => edge.Bottom - edge.Top + 1L);
        (Top, Bottom) = edges.Count == 0 ? (int.MaxValue, -1) : (edges[0].Top, edges.Max(static edge => edge.Bottom));
    }

    /// <summary>The first line that it paints on.</summary>
    public int Top { get; }

    /// <summary>The last one.</summary>
    public int Bottom { get; }

    /// <summary>How many lines all its edges cross together.</summary>
    public long Lines { get; }

    /// <summary>Paints on a line. Lines must come in ascending order, every one from <see cref="Top"/> on.</summary>
    public void Paint(int row, Span<byte> line)
    {
        if (row < Top || row > Bottom) return;
        while (_next < _edges.Length && _edges[_next].Top <= row) _active.Add(_edges[_next++]);
        _crossings.Clear();
        for (var at = _active.Count - 1; at >= 0; at--)
        {
            var edge = _active[at];
            if (edge.Outline(row) is var (from, to)) line[from..(to + 1)].Fill(_paint);
            if (edge.Crossing(row) is { } crossing) _crossings.Add(crossing);
            if (edge.Bottom == row) _active.RemoveAt(at);
        }
        _crossings.Sort();
        for (var at = 0; at + 1 < _crossings.Count; at += 2)
        {
            var from = Math.Max(PaintedEdge.Ceiling(_crossings[at]), 0);
            var to = Math.Min(PaintedEdge.Floor(_crossings[at + 1]), line.Length - 1);
            if (from <= to) line[(int)from..(int)(to + 1)].Fill(_paint);
        }
    }

    private static (long X, long Y) Cut(Vertex vertex) =>
        ((long)Math.Clamp(vertex.X, -Farthest, Farthest), (long)Math.Clamp(vertex.Y, -Farthest, Farthest));
}
