namespace EncordFunctions.Labels.Masks;

/// <summary>
/// Walks the pixels at which a window of row-major runs switches on or off. The window starts and ends off: a run that reaches over its
/// edge is switched there. Runs of 0 give two switches at one pixel.
/// </summary>
internal ref struct RunEnds
{
    /// <summary>Behind the last switch. No mask has so many pixels: the number is prime and longer than a side may be.</summary>
    public const int None = int.MaxValue;

    private readonly ReadOnlySpan<int> _runs;
    private readonly int _end;
    private readonly int _shift;
    private int _run;
    private int _runEnd;

    /// <param name="runs">Row-major runs.</param>
    /// <param name="from">The first pixel of the window.</param>
    /// <param name="to">The number to give that pixel.</param>
    /// <param name="length">The length of the window.</param>
    public RunEnds(ReadOnlySpan<int> runs, int from, int to, int length)
    {
        _runs = runs;
        _end = from + length;
        _shift = to - from;
        if (length == 0)
        {
            At = None;
            return;
        }
        _runEnd = runs[0];
        while (_runEnd <= from) _runEnd += runs[++_run];
        if (IsOn) At = to;
        else Take();
    }

    /// <summary>The next switch, or <see cref="None"/>.</summary>
    public int At { get; private set; }

    private readonly bool IsOn => (_run & 1) != 0;

    /// <summary>Returns <see cref="At"/> and moves on.</summary>
    public int Take()
    {
        var taken = At;
        if (_runEnd < _end)
        {
            At = _runEnd + _shift;
            _runEnd += _runs[++_run];
        }
        else
        {
            At = IsOn && taken != _end + _shift ? _end + _shift : None;
        }
        return taken;
    }
}
