using System.Buffers;

namespace EncordFunctions.Labels.Masks;

/// <summary>
/// Turns row-major runs into column-major ones without drawing the mask. Going down the columns, the value changes at (x, y) where the
/// pixel differs from the one above it, or, in the top row, from the last one of the column before. So the mask is compared with itself
/// moved down by a row, run by run, and the changes found, which come row by row, are sorted into their columns.
/// </summary>
internal static class ColumnRuns
{
    /// <summary>How many runs <see cref="Of"/> would return.</summary>
    public static long Count(ReadOnlySpan<int> runs, int width, int height)
    {
        var changes = new ColumnChanges(runs, width, height);
        var count = 1L;
        while (changes.Next(out var start, out var end)) count += end - start;
        return count;
    }

    public static int[] Of(ReadOnlySpan<int> runs, int width, int height)
    {
        // columns[x + 1] counts the changes of column x, then becomes where the next one of that column goes.
        var columns = ArrayPool<int>.Shared.Rent(width + 1);
        int[]? rows = null;
        try
        {
            var next = columns.AsSpan(0, width + 1);
            next.Clear();
            var count = 0;
            var changes = new ColumnChanges(runs, width, height);
            while (changes.Next(out var start, out var end))
            {
                count += end - start;
                var x = start % width;
                for (var at = start; at < end; at++)
                {
                    next[x + 1]++;
                    if (++x == width) x = 0;
                }
            }
            for (var x = 1; x <= width; x++) next[x] += next[x - 1];

            rows = ArrayPool<int>.Shared.Rent(count);
            changes = new ColumnChanges(runs, width, height);
            while (changes.Next(out var start, out var end))
            {
                var (y, x) = Math.DivRem(start, width);
                for (var at = start; at < end; at++)
                {
                    rows[next[x]++] = y;
                    if (++x != width) continue;
                    x = 0;
                    y++;
                }
            }
            return Runs(rows, next, count, width, height);
        }
        finally
        {
            ArrayPool<int>.Shared.Return(columns);
            if (rows is not null) ArrayPool<int>.Shared.Return(rows);
        }
    }

    /// <param name="rows">The rows of the changes, column by column.</param>
    /// <param name="ends">Where the changes of each column end in <paramref name="rows"/>.</param>
    /// <param name="count">The number of changes.</param>
    /// <param name="width">Number of columns.</param>
    /// <param name="height">Length of a column.</param>
    private static int[] Runs(ReadOnlySpan<int> rows, ReadOnlySpan<int> ends, int count, int width, int height)
    {
        var runs = new int[count + 1];
        int change = 0, last = 0;
        for (var x = 0; x < width; x++)
        {
            for (; change < ends[x]; change++)
            {
                var at = (x * height) + rows[change];
                runs[change] = at - last;
                last = at;
            }
        }
        runs[count] = (width * height) - last;
        return runs;
    }
}
