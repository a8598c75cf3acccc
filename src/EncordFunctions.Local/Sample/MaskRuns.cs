namespace EncordFunctions.Local.Sample;

/// <summary>Run lengths of a mask, row by row from the top left: off, on, off, ...</summary>
internal sealed class MaskRuns
{
    private readonly List<int> _runs = [];
    private bool _on;
    private int _length;

    /// <summary>Asks for every pixel.</summary>
    public static IReadOnlyList<int> Of(int width, int height, Func<int, int, bool> isSet)
    {
        var runs = new MaskRuns();
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
                runs.Add(isSet(x, y), 1);
        }
        return runs.End();
    }

    /// <summary>One span a row, from the first set pixel up to the first one after it that is not set.</summary>
    public static IReadOnlyList<int> OfSpans(int width, int height, Func<int, (int Start, int End)> spanOf)
    {
        var runs = new MaskRuns();
        for (var y = 0; y < height; y++)
        {
            var (start, end) = spanOf(y);
            start = Math.Clamp(start, 0, width);
            end = Math.Clamp(end, start, width);
            runs.Add(false, start);
            runs.Add(true, end - start);
            runs.Add(false, width - end);
        }
        return runs.End();
    }

    private void Add(bool on, int count)
    {
        if (count == 0) return;
        if (on != _on)
        {
            _runs.Add(_length);
            _length = 0;
            _on = on;
        }
        _length += count;
    }

    private List<int> End()
    {
        _runs.Add(_length);
        return _runs;
    }
}
