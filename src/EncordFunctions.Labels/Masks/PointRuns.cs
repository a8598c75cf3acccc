using System.Buffers;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Labels.Masks;

/// <summary>Runs that select points of a cloud: off first, as in a mask, but of no stated length and without a last run that is off.</summary>
internal static class PointRuns
{
    /// <summary>Reads the text into ascending ranges of indexes that do not touch.</summary>
    /// <returns>The first fault, or null.</returns>
    public static MaskReading.Faulty? Read(ReadOnlySpan<byte> text, out PointRange[] ranges)
    {
        ranges = [];
        var runs = ArrayPool<int>.Shared.Rent(Math.Min(text.Length, Mask.MostRuns));
        try
        {
            if (RleText.Read(text, int.MaxValue, "points", runs, out var count, out _) is { } fault) return fault;
            ranges = [.. RangesOf(runs.AsSpan(0, count))];
            return null;
        }
        finally
        {
            ArrayPool<int>.Shared.Return(runs);
        }
    }

    private static List<PointRange> RangesOf(ReadOnlySpan<int> runs)
    {
        var ranges = new List<PointRange>();
        var at = 0;
        for (var run = 0; run < runs.Length; run++)
        {
            var length = runs[run];
            if (run % 2 == 1 && length > 0)
            {
                if (ranges.Count > 0 && ranges[^1].End == at - 1) ranges[^1] = ranges[^1] with { End = at + length - 1 };
                else ranges.Add(new PointRange(at, at + length - 1));
            }
            at += length;
        }
        return ranges;
    }
}
