using EncordFunctions.Labels.Geometry;

namespace EncordFunctions.Labels.Masks;

/// <summary>How many pixels row-major runs set, and the box around them.</summary>
internal sealed record MaskExtent(long Area, Bounds Bounds)
{
    public static MaskExtent Of(ReadOnlySpan<int> runs, int width)
    {
        int left = int.MaxValue, right = 0, first = 0, behind = 0;
        var area = 0L;
        int at = 0, row = 0;
        for (var run = 1; run < runs.Length; run += 2)
        {
            at += runs[run - 1];
            var length = runs[run];
            if (length == 0) continue;
            if (area == 0) first = at;
            area += length;
            if (at - row >= width)
            {
                // Most stretches begin in the next row; a division each would be most of the work.
                row += at - row - width < width ? width : (at - row) / width * width;
            }
            var (from, to) = (at - row, at - row + length);
            // One that goes on in the next row has set the last pixel of this one and the first of that one.
            left = to > width ? 0 : Math.Min(left, from);
            right = to > width ? width : Math.Max(right, to);
            behind = at += length;
        }
        if (area == 0) return new MaskExtent(0, default);
        var top = first / width;
        return new MaskExtent(area, new Bounds(left, top, right - left, ((behind - 1) / width) + 1 - top));
    }
}
