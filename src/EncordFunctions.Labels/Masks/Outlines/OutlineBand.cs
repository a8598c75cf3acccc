namespace EncordFunctions.Labels.Masks.Outlines;

/// <summary>Rows that are alike: where pixels begin and end to be set, from left to right, for each stretch its region.</summary>
internal sealed class OutlineBand
{
    /// <summary>Behind the last switch, so that nobody who goes along them has to count.</summary>
    public const int None = int.MaxValue;

    private int[] _switches = new int[16];
    private int[] _upper = new int[16];
    private int[] _regions = new int[8];
    private int _count;

    public OutlineBand() => Clear();

    /// <summary>The first pixel of a stretch (even) or the one behind its last (odd); <see cref="None"/> behind them all.</summary>
    public int[] Switches => _switches;

    /// <summary>The corner where the upright side at a switch begins.</summary>
    public int[] Uppers => _upper;

    public void Clear()
    {
        _count = 0;
        _switches[0] = None;
    }

    public void Add(int start, int end)
    {
        if (_count + 2 == _switches.Length)
        {
            Array.Resize(ref _switches, 2 * _switches.Length);
            Array.Resize(ref _upper, 2 * _upper.Length);
            Array.Resize(ref _regions, 2 * _regions.Length);
        }
        _switches[_count] = start;
        _switches[_count + 1] = end;
        _switches[_count += 2] = None;
    }

    /// <summary>The region of the stretch that a switch begins or ends.</summary>
    public ref int RegionOf(int at) => ref _regions[at >> 1];
}
