using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Masks;

namespace EncordFunctions.Formats.Yolo.Rings;

/// <summary>Corners of a mask's pixels that are enough to find what is around it: on each line the leftmost and the rightmost.</summary>
internal sealed class MaskCorners
{
    private readonly List<Vertex> _corners = [];
    private (int Row, int Left, int Right)? _above;
    private (int Row, int Left, int Right)? _row;

    /// <summary>The corners from top to bottom, those of a line from left to right.</summary>
    public static List<Vertex> Of(Mask mask)
    {
        var found = new MaskCorners();
        var runs = mask.Runs;
        var (width, at) = (mask.Width, 0);
        for (var run = 1; run < runs.Length; run += 2)
        {
            at += runs[run - 1];
            if (runs[run] == 0) continue;
            var (top, left) = Math.DivRem(at, width);
            at += runs[run];
            var (bottom, right) = Math.DivRem(at - 1, width);
            found.Add(top, left, top == bottom ? right + 1 : width);
            // Of the rows between, which are full, the first and the last are enough.
            if (bottom > top + 1) found.Add(top + 1, 0, width);
            if (bottom > top + 2) found.Add(bottom - 1, 0, width);
            if (bottom > top) found.Add(bottom, 0, right + 1);
        }
        found.EndRow();
        found.EndRow();
        return found._corners;
    }

    private void Add(int row, int left, int right)
    {
        if (_row is { } known && known.Row == row)
        {
            _row = known with { Right = right };
            return;
        }
        EndRow();
        // Between two rows that are apart there are two lines.
        if (_above is { } above && above.Row + 1 < row) EndRow();
        _row = (row, left, right);
    }

    /// <summary>Adds the line between the row that is known now and the one above it, whichever of them there are.</summary>
    private void EndRow()
    {
        if ((_row ?? _above) is not { } one) return;
        var other = _above ?? one;
        var line = _row is null ? one.Row + 1 : one.Row;
        _corners.Add(new Vertex(Math.Min(one.Left, other.Left), line));
        _corners.Add(new Vertex(Math.Max(one.Right, other.Right), line));
        (_above, _row) = (_row, null);
    }
}
