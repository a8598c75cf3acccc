using System.Runtime.InteropServices;

namespace EncordFunctions.Labels.Answers;

/// <summary>A set of frames, which count from 0 on, kept as ascending ranges that neither overlap nor touch.</summary>
internal sealed class FrameRanges
{
    private readonly List<FrameRange> _ranges = [];

    /// <summary>The ranges, ascending and merged.</summary>
    public IReadOnlyList<FrameRange> All => _ranges;

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => _ranges.Count == 0;

    /// <summary>Adds the frames from <paramref name="start"/> to <paramref name="end"/>; false where all of them were in it.</summary>
    public bool Add(long start, long end)
    {
        var first = FirstEndingAt(start - 1);
        var after = first;
        var (from, to) = (start, end);
        while (after < _ranges.Count && (end == long.MaxValue || _ranges[after].Start <= end + 1))
        {
            if (_ranges[after].Start <= start && end <= _ranges[after].End) return false;
            from = Math.Min(from, _ranges[after].Start);
            to = Math.Max(to, _ranges[after].End);
            after++;
        }
        if (after == first)
            _ranges.Insert(first, new FrameRange(from, to));
        else
        {
            _ranges[first] = new FrameRange(from, to);
            _ranges.RemoveRange(first + 1, after - first - 1);
        }
        return true;
    }

    /// <summary>Whether <paramref name="frame"/> is in it.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="around">The longest range around the frame for which the answer is the same.</param>
    public bool Contains(long frame, out FrameRange around)
    {
        var at = FirstEndingAt(frame);
        if (at < _ranges.Count && _ranges[at].Start <= frame)
        {
            around = _ranges[at];
            return true;
        }
        around = new FrameRange(at == 0 ? long.MinValue : _ranges[at - 1].End + 1, at == _ranges.Count ? long.MaxValue : _ranges[at].Start - 1);
        return false;
    }

    /// <summary>Whether a frame from <paramref name="start"/> to <paramref name="end"/> is in it.</summary>
    public bool Overlaps(long start, long end)
    {
        var at = FirstEndingAt(start);
        return at < _ranges.Count && _ranges[at].Start <= end;
    }

    /// <summary>Adds all frames of some ranges.</summary>
    public void AddAll(List<FrameRange> ranges)
    {
        foreach (var (start, end) in ranges) Add(start, end);
    }

    /// <summary>Takes all frames out.</summary>
    public void Clear() => _ranges.Clear();

    /// <summary>Whether every frame of <paramref name="others"/> is in it.</summary>
    public bool ContainsAll(FrameRanges others) =>
        others._ranges.TrueForAll(range => Contains(range.Start, out var around) && range.End <= around.End);

    /// <summary>Index of the first range that ends at <paramref name="frame"/> or later.</summary>
    private int FirstEndingAt(long frame)
    {
        // Frames mostly come in ascending order.
        if (_ranges.Count == 0 || _ranges[^1].End < frame) return _ranges.Count;
        var (low, high) = (0, _ranges.Count - 1);
        var ranges = CollectionsMarshal.AsSpan(_ranges);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (ranges[middle].End < frame) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
