namespace EncordFunctions.Formats.Changes;

/// <summary>What the ranges of an object of audio, text or a time series share before and now, both ends of a range included.</summary>
internal sealed class RangeOverlap
{
    /// <summary>More ranges of an object are not compared.</summary>
    private const int MostRanges = 100_000;

    private readonly List<(string Unit, long Start, long End)> _earlier = [];
    private readonly List<(string Unit, long Start, long End)> _later = [];

    public void TakeEarlier(string unit, (long Start, long End) range) => _earlier.Add((unit, range.Start, range.End));

    public void TakeLater(string unit, (long Start, long End) range)
    {
        if (_later.Count <= MostRanges) _later.Add((unit, range.Start, range.End));
    }

    /// <summary>What both cover as a part of what either covers; null where there are no ranges, or too many.</summary>
    public double? IoU(int digits)
    {
        if (_earlier.Count == 0 || _later.Count is 0 or > MostRanges) return null;
        var (before, now) = (Merged(_earlier), Merged(_later));
        var shared = 0.0;
        for (int i = 0, j = 0; i < before.Count && j < now.Count;)
        {
            var order = string.CompareOrdinal(before[i].Unit, now[j].Unit);
            if (order == 0) shared += Math.Max(0, Length(Math.Max(before[i].Start, now[j].Start), Math.Min(before[i].End, now[j].End)));
            if (order < 0 || (order == 0 && before[i].End < now[j].End)) i++;
            else j++;
        }
        var all = before.Sum(static one => Length(one.Start, one.End)) + now.Sum(static one => Length(one.Start, one.End)) - shared;
        return Math.Round(shared / all, digits);
    }

    private static List<(string Unit, long Start, long End)> Merged(List<(string Unit, long Start, long End)> ranges)
    {
        ranges.Sort(static (a, b) => string.CompareOrdinal(a.Unit, b.Unit) is not 0 and var order ? order : a.Start.CompareTo(b.Start));
        var merged = new List<(string Unit, long Start, long End)>();
        foreach (var range in ranges)
        {
            if (merged.Count > 0 && merged[^1] is var last && last.Unit == range.Unit && range.Start <= last.End)
                merged[^1] = last with { End = Math.Max(last.End, range.End) };
            else
                merged.Add(range);
        }
        return merged;
    }

    private static double Length(long start, long end) => (double)end - start + 1;
}
