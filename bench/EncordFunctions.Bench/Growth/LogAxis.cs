namespace EncordFunctions.Bench.Growth;

/// <summary>An axis on which each power of ten is as long as every other, from a whole power to a whole power.</summary>
internal sealed class LogAxis
{
    private readonly double _from;
    private readonly double _to;
    private readonly double _start;
    private readonly double _end;

    /// <param name="values">What has to be on it.</param>
    /// <param name="start">Where it begins on the page.</param>
    /// <param name="end">Where it ends.</param>
    public LogAxis(IEnumerable<double> values, double start, double end)
    {
        var all = values.ToArray();
        _from = Math.Floor(Math.Log10(all.Min()));
        _to = Math.Max(Math.Ceiling(Math.Log10(all.Max())), _from + 1);
        (_start, _end) = (start, end);
    }

    /// <summary>The powers of ten on it.</summary>
    public IEnumerable<double> Ticks => Enumerable.Range((int)_from, (int)(_to - _from) + 1).Select(static power => Math.Pow(10, power));

    /// <summary>Where a value is on the page.</summary>
    public double Of(double value) => _start + ((Math.Log10(value) - _from) / (_to - _from) * (_end - _start));
}
