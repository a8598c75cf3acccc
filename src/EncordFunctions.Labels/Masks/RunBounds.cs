using EncordFunctions.Labels.Geometry;

namespace EncordFunctions.Labels.Masks;

/// <summary>The box around the set pixels of row-major runs.</summary>
internal static class RunBounds
{
    public static Bounds Of(ReadOnlySpan<int> runs, int width)
    {
        int left = int.MaxValue, right = 0, top = 0, bottom = 0;
        int x = 0, y = 0;
        for (var run = 0; run < runs.Length; run++)
        {
            var length = runs[run];
            if ((run & 1) != 0 && length > 0)
            {
                if (right == 0) top = y;
                // A run that goes on in the next row has set the last pixel of this one and the first of that one.
                var wraps = length > width - x;
                left = wraps ? 0 : Math.Min(left, x);
                right = wraps ? width : Math.Max(right, x + length);
                bottom = y + (int)(((long)x + length - 1) / width) + 1;
            }
            (y, x) = Step(x, y, length, width);
        }
        return right == 0 ? default : new Bounds(left, top, right - left, bottom - top);
    }

    private static (int Y, int X) Step(int x, int y, int length, int width)
    {
        // Most runs end in their own row or the next; a division each would be most of the work.
        var end = (long)x + length;
        if (end < width) return (y, (int)end);
        if (end < 2L * width) return (y + 1, (int)(end - width));
        return (y + (int)(end / width), (int)(end % width));
    }
}
