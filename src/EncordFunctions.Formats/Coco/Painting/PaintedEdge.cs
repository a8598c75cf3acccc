namespace EncordFunctions.Formats.Coco.Painting;

/// <summary>
/// An edge between two pixels. Its outline is the line that Bresenham draws from its left end to its right one; for what lies between two edges its place on
/// a line of pixels is reckoned in 1/65536 of a pixel from its upper end down, with a slope cut to as much.
/// </summary>
internal sealed class PaintedEdge
{
    private const int Shift = 16;

    private readonly bool _isSeen;
    private readonly (long X, long Y) _left;
    private readonly long _across;
    private readonly long _up;
    private readonly int _step;
    private readonly long _first;
    private readonly long _end;
    private readonly long _x;
    private readonly long _slope;

    public PaintedEdge((long X, long Y) from, (long X, long Y) to, int width, int height)
    {
        var (a, b) = (from, to);
        _isSeen = LineClip.Clip(width, height, ref a, ref b);
        (_left, var right) = b.X < a.X ? (b, a) : (a, b);
        (_across, _up) = (right.X - _left.X, Math.Abs(right.Y - _left.Y));
        _step = right.Y < _left.Y ? -1 : 1;

        var (upper, lower) = from.Y < to.Y ? (from, to) : (to, from);
        (_first, _end, _x) = (upper.Y, lower.Y, upper.X << Shift);
        if (_first < _end) _slope = ((lower.X - upper.X) << Shift) / (_end - _first);

        var (top, bottom) = (Math.Max(_first, 0), Math.Min(_end - 1, height - 1));
        if (_isSeen) (top, bottom) = (Math.Min(top, Math.Min(a.Y, b.Y)), Math.Max(bottom, Math.Max(a.Y, b.Y)));
        (Top, Bottom) = ((int)top, (int)bottom);
    }

    /// <summary>The first line of pixels that it has to do with; below <see cref="Bottom"/> where it has with none.</summary>
    public int Top { get; }

    /// <summary>The last one.</summary>
    public int Bottom { get; }

    public static long Ceiling(long place) => (place + (1 << Shift) - 1) >> Shift;

    public static long Floor(long place) => place >> Shift;

    /// <summary>Where the edge is on a line of pixels, in 1/65536; null on those above it and from its lower end on.</summary>
    public long? Crossing(int row) => row >= _first && row < _end ? _x + ((row - _first) * _slope) : null;

    /// <summary>The pixels of its outline on a line; null where there are none.</summary>
    public (int From, int To)? Outline(int row)
    {
        var down = (row - _left.Y) * _step;
        if (!_isSeen || down < 0 || down > _up) return null;
        if (_up > _across)
        {
            var x = (int)(_left.X + Math.Max(0, CeilingOf((2 * _across * down) - _up, 2 * _up)));
            return (x, x);
        }
        // The steps to the right after which it has gone down by so many, and no more.
        var from = down == 0 ? 0 : (_across * ((2 * down) - 1) / (2 * _up)) + 1;
        var to = _up == 0 ? _across : Math.Min(_across, _across * ((2 * down) + 1) / (2 * _up));
        return ((int)(_left.X + from), (int)(_left.X + to));
    }

    private static long CeilingOf(long number, long by) => number <= 0 ? 0 : (number + by - 1) / by;
}
