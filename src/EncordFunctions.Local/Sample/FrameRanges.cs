using EncordFunctions.Labels.Answers;

namespace EncordFunctions.Local.Sample;

/// <summary>Frames as inclusive ranges.</summary>
internal static class FrameRanges
{
    public static IEnumerable<long> Frames(FrameRange range)
    {
        for (var frame = range.Start; frame <= range.End; frame++)
            yield return frame;
    }

    /// <summary>Ascending and merged: neighbours share a range.</summary>
    public static IReadOnlyList<FrameRange> Merged(IEnumerable<FrameRange> ranges)
    {
        var merged = new List<FrameRange>();
        foreach (var range in ranges.OrderBy(range => range.Start))
        {
            if (merged is [.., var last] && range.Start <= last.End + 1)
                merged[^1] = last with { End = Math.Max(last.End, range.End) };
            else
                merged.Add(range);
        }
        return merged;
    }

    /// <summary>Frames as ranges, ascending and merged.</summary>
    public static IReadOnlyList<FrameRange> Of(IEnumerable<long> frames) => Merged(frames.Select(frame => new FrameRange(frame, frame)));
}
