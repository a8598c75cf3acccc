using System.Buffers;

namespace EncordFunctions.Labels.Masks.Outlines;

/// <summary>The corners of all outlines of a mask, and which of their regions are the same.</summary>
internal sealed class OutlineCorners : IDisposable
{
    private OutlineCorner[] _corners = ArrayPool<OutlineCorner>.Shared.Rent(1024);
    private int[] _same = new int[16];
    private int _regions;

    public int Count { get; private set; }

    public ref OutlineCorner this[int corner] => ref _corners[corner];

    public int Add(int x, int y, int region)
    {
        if (Count == _corners.Length) Grow();
        _corners[Count] = new OutlineCorner { X = x, Y = y, Region = region };
        return Count++;
    }

    /// <summary>Joins two corners by an upright side.</summary>
    public void Join(int upper, int lower)
    {
        _corners[upper].Across = lower;
        _corners[lower].Across = upper;
    }

    public int AddRegion()
    {
        if (_regions == _same.Length) Array.Resize(ref _same, 2 * _regions);
        _same[_regions] = _regions;
        return _regions++;
    }

    /// <summary>The one that stands for all the regions that turned out to be the same.</summary>
    public int RegionOf(int region)
    {
        while (_same[region] != region) region = _same[region] = _same[_same[region]];
        return region;
    }

    public void Dispose() => ArrayPool<OutlineCorner>.Shared.Return(_corners);

    /// <summary>Says that two regions are one.</summary>
    public int Unite(int one, int other) => _same[RegionOf(other)] = RegionOf(one);

    private void Grow()
    {
        var larger = ArrayPool<OutlineCorner>.Shared.Rent(2 * Count);
        _corners.AsSpan().CopyTo(larger);
        ArrayPool<OutlineCorner>.Shared.Return(_corners);
        _corners = larger;
    }
}
