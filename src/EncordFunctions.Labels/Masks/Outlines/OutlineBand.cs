namespace EncordFunctions.Labels.Masks.Outlines;

/// <summary>Rows that are alike: where pixels begin and end to be set, from left to right, for each stretch its region.</summary>
internal sealed class OutlineBand
{
    private int[] _switches = new int[16];
    private int[] _upper = new int[16];
    private int[] _regions = new int[8];

    /// <summary>How many switches there are: two a stretch.</summary>
    public int Count { get; private set; }

    /// <summary>The first pixel of a stretch (even) or the one behind its last (odd).</summary>
    public int this[int at] => _switches[at];

    public void Clear() => Count = 0;

    public void Add(int start, int end)
    {
        if (Count == _switches.Length)
        {
            Array.Resize(ref _switches, 2 * Count);
            Array.Resize(ref _upper, 2 * Count);
            Array.Resize(ref _regions, Count);
        }
        _switches[Count] = start;
        _switches[Count + 1] = end;
        Count += 2;
    }

    /// <summary>The corner where the upright side at a switch begins.</summary>
    public ref int UpperOf(int at) => ref _upper[at];

    /// <summary>The region of the stretch that a switch begins or ends.</summary>
    public ref int RegionOf(int at) => ref _regions[at >> 1];
}
