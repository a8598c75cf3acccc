namespace EncordFunctions.Labels.Masks;

/// <summary>
/// Finds, in row-major order, the stretches of pixels that differ from the pixel before them in column-major order. Two walks over the
/// ends of the same runs, one of them a row behind, each end switching a value: where the two differ is a stretch.
/// </summary>
internal ref struct ColumnChanges
{
    private readonly int _pixels;
    private RunEnds _own;
    private RunEnds _before;
    private bool _topRow;
    private readonly ReadOnlySpan<int> _runs;
    private readonly int _width;

    public ColumnChanges(ReadOnlySpan<int> runs, int width, int height)
    {
        _runs = runs;
        _width = width;
        _pixels = width * height;
        _own = new RunEnds(runs, 0, 0, _pixels);
        // Before the top row lies the last row, moved by a pixel: the column before ends there.
        _before = new RunEnds(runs, width * (height - 1), 1, width - 1);
        _topRow = true;
    }

    /// <summary>Moves to the next stretch: the pixels from <paramref name="start"/> to before <paramref name="end"/>.</summary>
    public bool Next(out int start, out int end)
    {
        do
        {
            start = Switch();
            end = start < _pixels ? Switch() : _pixels;
        }
        while (start == end && start < _pixels);
        return start < _pixels;
    }

    /// <summary>The next pixel from which on "differs" is switched; two switches at one pixel undo each other.</summary>
    private int Switch()
    {
        while (true)
        {
            if (_before.At == RunEnds.None && _topRow)
            {
                _topRow = false;
                _before = new RunEnds(_runs, 0, _width, _pixels - _width);
            }
            if (_own.At < _before.At) return _own.Take();
            if (_before.At < _own.At) return _before.Take();
            if (_own.At == RunEnds.None) return _pixels;
            _own.Take();
            _before.Take();
        }
    }
}
