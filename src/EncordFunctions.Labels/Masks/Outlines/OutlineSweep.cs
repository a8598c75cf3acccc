namespace EncordFunctions.Labels.Masks.Outlines;

/// <summary>
/// Goes down a mask line by line and finds the corners of its outlines: where a stretch of set pixels begins or ends in the row above or
/// in the row below the line, but not alike in both. Rows that one run fills from edge to edge are passed at once, however many there are.
/// </summary>
internal sealed class OutlineSweep(int width, int height, OutlineCorners corners)
{
    private OutlineBand _above = new();
    private OutlineBand _below = new();
    private int _row;

    public void Find(ReadOnlySpan<int> runs)
    {
        var at = 0;
        for (var run = 1; run < runs.Length; run += 2)
        {
            var start = at += runs[run - 1];
            at += runs[run];
            // Two stretches with a run of no length between them are one.
            while (run + 2 < runs.Length && runs[run + 1] == 0) at += runs[run += 2];
            Take(start, at);
        }
        GoTo(height);
        Cross(height);
    }

    /// <summary>Takes a stretch of pixels, which may end in a later row.</summary>
    private void Take(int start, int end)
    {
        while (start < end)
        {
            var row = start / width;
            var from = start - (row * width);
            GoTo(row);
            if (from == 0 && end - start >= width)
            {
                var rows = (end - start) / width;
                _below.Add(0, width);
                Close(row + rows);
                start += rows * width;
                continue;
            }
            var to = Math.Min(width, end - (row * width));
            _below.Add(from, to);
            start += to - from;
        }
    }

    private void GoTo(int row)
    {
        if (row > _row) Close(_row + 1);
        if (row > _row) Close(row);
    }

    /// <summary>Ends a row and those below it that are like it.</summary>
    /// <param name="next">The first row that is not.</param>
    private void Close(int next)
    {
        Cross(_row);
        (_above, _below) = (_below, _above);
        _below.Clear();
        _row = next;
    }

    /// <summary>Finds the corners on the line above row <paramref name="y"/>.</summary>
    private void Cross(int y)
    {
        FindRegions();
        var (over, under) = (_above.Switches, _below.Switches);
        int above = 0, below = 0;
        while (true)
        {
            var (switchAbove, switchBelow) = (over[above], under[below]);
            if (switchAbove < switchBelow)
            {
                EndSide(switchAbove, y, above++);
            }
            else if (switchBelow < switchAbove)
            {
                BeginSide(switchBelow, y, below++);
            }
            else if (switchBelow == OutlineBand.None)
            {
                return;
            }
            else
            {
                if ((above & 1) == (below & 1)) _below.Uppers[below] = _above.Uppers[above];
                else Touch(switchBelow, y, above, below);
                above++;
                below++;
            }
            // An even corner, which came just now, begins a level side; it is a top where the pixels below it are set.
            if (((above ^ below) & 1) != 0) corners[corners.Count - 1].IsTop = (below & 1) != 0;
        }
    }

    /// <summary>Two set pixels meet by their corners: each gets one of its own, that of the left pixel first.</summary>
    private void Touch(int x, int y, int above, int below)
    {
        var first = corners.Count;
        if ((above & 1) != 0)
        {
            EndSide(x, y, above);
            BeginSide(x, y, below);
        }
        else
        {
            BeginSide(x, y, below);
            EndSide(x, y, above);
        }
        corners[first].IsTouch = corners[first + 1].IsTouch = true;
    }

    private void BeginSide(int x, int y, int below) => _below.Uppers[below] = corners.Add(x, y, _below.RegionOf(below));

    private void EndSide(int x, int y, int above) => corners.Join(_above.Uppers[above], corners.Add(x, y, _above.RegionOf(above)));

    /// <summary>Gives every stretch below the line the region of those it lies under; all of them are one.</summary>
    private void FindRegions()
    {
        var (over, under) = (_above.Switches, _below.Switches);
        var first = 0;
        for (var below = 0; under[below] != OutlineBand.None; below += 2)
        {
            while (over[first] != OutlineBand.None && over[first + 1] <= under[below]) first += 2;
            // None of the row above lies over it, or the next one that does begins behind it.
            if (over[first] >= under[below + 1])
            {
                _below.RegionOf(below) = corners.AddRegion();
                continue;
            }
            var region = _above.RegionOf(first);
            for (var above = first + 2; over[above] < under[below + 1]; above += 2)
                region = corners.Unite(region, _above.RegionOf(above));
            _below.RegionOf(below) = region;
        }
    }
}
