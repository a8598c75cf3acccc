using System.Buffers;
using EncordFunctions.Labels.Geometry;

namespace EncordFunctions.Labels.Masks.Polygons;

/// <summary>The edges of all rings that cross a line of pixels of the frame, the highest first. Rings are numbered through all parts.</summary>
internal sealed class RingEdges : IDisposable
{
    private readonly RingEdge[] _edges;
    private readonly int _height;
    private int _count;

    public RingEdges(Vertex[][][] parts, int height)
    {
        _height = height;
        var vertices = 0;
        foreach (var part in parts)
            foreach (var ring in part) vertices += ring.Length;
        _edges = ArrayPool<RingEdge>.Shared.Rent(vertices);
        foreach (var part in parts)
            foreach (var ring in part) Add(ring, Rings++);
        _edges.AsSpan(0, _count).Sort(static (one, other) => one.FirstRow.CompareTo(other.FirstRow));
    }

    /// <summary>How many lines all edges cross together.</summary>
    public long Crossings { get; private set; }

    public int Rings { get; }

    public ReadOnlySpan<RingEdge> All => _edges.AsSpan(0, _count);

    public void Dispose() => ArrayPool<RingEdge>.Shared.Return(_edges);

    private void Add(Vertex[] ring, int number)
    {
        for (int at = 0, last = ring.Length - 1; at < ring.Length; last = at++)
        {
            var (upper, lower) = ring[last].Y <= ring[at].Y ? (ring[last], ring[at]) : (ring[at], ring[last]);
            var (first, end) = (RowBelow(upper.Y), RowBelow(lower.Y));
            if (first == end) continue;
            _edges[_count++] = new RingEdge(first, end, number, upper.X, upper.Y, lower.X - upper.X, lower.Y - upper.Y);
            Crossings += end - first;
        }
    }

    /// <summary>The first row whose centre is not above <paramref name="y"/>.</summary>
    private int RowBelow(double y) => (int)Math.Clamp(Math.Ceiling(y - 0.5), 0, _height);
}
