using EncordFunctions.Labels.Masks;

namespace EncordFunctions.Labels.Comparing;

/// <summary>The pixels that two masks share, counted on their runs.</summary>
internal static class MaskOverlap
{
    public static double? IoU(Mask one, Mask other)
    {
        if (one.Width != other.Width || one.Height != other.Height) return null;
        return Overlap.Part(Shared(one.Runs, other.Runs), one.Area, other.Area);
    }

    private static long Shared(ReadOnlySpan<int> one, ReadOnlySpan<int> other)
    {
        var shared = 0L;
        int i = 0, j = 0;
        long at = 0, end = one[0], otherEnd = other[0];
        while (i < one.Length && j < other.Length)
        {
            var next = Math.Min(end, otherEnd);
            if ((i & j & 1) == 1) shared += next - at;
            at = next;
            if (end == next && ++i < one.Length) end += one[i];
            if (otherEnd == next && ++j < other.Length) otherEnd += other[j];
        }
        return shared;
    }
}
