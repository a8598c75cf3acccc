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
    public static IReadOnlyList<FrameRange> Of(IEnumerable<long> frames)
    {
        var ranges = new List<FrameRange>();
        foreach (var frame in frames.Distinct().Order())
        {
            if (ranges is [.., var last] && last.End == frame - 1)
                ranges[^1] = last with { End = frame };
            else
                ranges.Add(new FrameRange(frame, frame));
        }
        return ranges;
    }
}
