using System.Buffers;

namespace EncordFunctions.Labels.Masks;

/// <summary>
/// Turns row-major runs into column-major ones without drawing the mask: the changes down the columns are found row by row
/// (<see cref="ColumnChanges"/>) and sorted into their columns by counting.
/// </summary>
internal static class ColumnRuns
{
    /// <summary>How many runs <see cref="Of"/> would return.</summary>
    public static long Count(ReadOnlySpan<int> runs, int width, int height)
    {
        using var changes = new ColumnChanges(runs, width, height);
        return 1 + Count(changes.Switches);
    }

    public static int[] Of(ReadOnlySpan<int> runs, int width, int height)
    {
        using var changes = new ColumnChanges(runs, width, height);
        var count = (int)Count(changes.Switches);
        var rented = ArrayPool<int>.Shared.Rent(width + 1);
        try
        {
            var next = rented.AsSpan(0, width + 1);
            next.Clear();
            FindColumns(changes.Switches, width, next);

            var ends = new int[count + 1];
            ends[count] = width * height;
            Place(changes.Switches, width, height, next, ends);
            for (var run = count; run > 0; run--) ends[run] -= ends[run - 1];
            return ends;
        }
        finally
        {
            ArrayPool<int>.Shared.Return(rented);
        }
    }

    private static long Count(ReadOnlySpan<int> switches)
    {
        var count = 0L;
        for (var at = 0; at < switches.Length; at += 2) count += switches[at + 1] - switches[at];
        return count;
    }

    /// <summary>Finds where the first change of each column goes when they are sorted by column.</summary>
    private static void FindColumns(ReadOnlySpan<int> switches, int width, Span<int> columns)
    {
        // First, by how much more changes a column has than the one before it, whatever the length of the stretches.
        int row = 0, wholeRows = 0;
        for (var at = 0; at < switches.Length; at += 2)
        {
            row = RowOf(switches[at], row, width);
            var end = switches[at + 1] - row;
            columns[switches[at] - row]++;
            if (end > width)
            {
                // The rest of this row, rows from edge to edge, and the beginning of the last one.
                wholeRows += (end / width) - 1;
                columns[0]++;
                end %= width;
            }
            columns[end]--;
        }

        var (count, first) = (wholeRows, 0);
        for (var x = 0; x < width; x++)
        {
            count += columns[x];
            columns[x] = first;
            first += count;
        }
    }

    private static void Place(ReadOnlySpan<int> switches, int width, int height, Span<int> next, Span<int> ends)
    {
        int row = 0, y = 0;
        for (var at = 0; at < switches.Length; at += 2)
        {
            var start = RowOf(switches[at], row, width);
            if (start != row) (row, y) = (start, start / width);
            var x = switches[at] - row;
            for (var left = switches[at + 1] - switches[at]; left > 0; left--)
            {
                ends[next[x]++] = (x * height) + y;
                if (++x < width) continue;
                x = 0;
                y++;
                row += width;
            }
        }
    }

    /// <summary>The first pixel of the row of <paramref name="pixel"/>, which is seldom far below <paramref name="row"/>.</summary>
    private static int RowOf(int pixel, int row, int width)
    {
        if (pixel - row < width) return row;
        return pixel - row < 2L * width ? row + width : pixel - (pixel % width);
    }
}
