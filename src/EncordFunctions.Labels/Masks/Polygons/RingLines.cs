using System.Runtime.InteropServices;

namespace EncordFunctions.Labels.Masks.Polygons;

/// <summary>Goes down the lines of pixels that edges cross and says where, from left to right.</summary>
internal ref struct RingLines(RingEdges edges, int width)
{
    private readonly ReadOnlySpan<RingEdge> _edges = edges.All;
    private readonly List<int> _crossing = [];
    private readonly List<long> _places = [];
    private int _next;
    private int _row;

    /// <summary>Column (high half) and ring (low half) of each crossing of the line, ascending.</summary>
    public readonly ReadOnlySpan<long> Crossings => CollectionsMarshal.AsSpan(_places);

    public static int Column(long crossing) => (int)(crossing >> 32);

    public static int Ring(long crossing) => (int)crossing;

    /// <summary>The next line that edges cross, or null.</summary>
    public int? Next()
    {
        if (_crossing.Count == 0)
        {
            if (_next == _edges.Length) return null;
            _row = _edges[_next].FirstRow;
        }
        while (_next < _edges.Length && _edges[_next].FirstRow == _row) _crossing.Add(_next++);

        _places.Clear();
        var kept = 0;
        foreach (var number in CollectionsMarshal.AsSpan(_crossing))
        {
            ref readonly var edge = ref _edges[number];
            _places.Add(((long)edge.ColumnAt(_row, width) << 32) | (uint)edge.Ring);
            if (edge.EndRow > _row + 1) _crossing[kept++] = number;
        }
        _crossing.RemoveRange(kept, _crossing.Count - kept);
        CollectionsMarshal.AsSpan(_places).Sort();
        return _row++;
    }
}
