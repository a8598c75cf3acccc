namespace EncordFunctions.Labels.Masks;

/// <summary>
/// Packs a mask's rows to one bit a pixel, straight from the runs, top row first and as many at a time as the caller has room for. A
/// row begins at a byte, its leftmost pixel in the highest bit, 1 where the mask is set; the bits behind its end are 0.
/// </summary>
public struct ScanLines
{
    private readonly Mask _mask;
    private readonly int _lead;
    private int _row;
    private int _run;
    private long _runEnd;

    /// <param name="mask">The mask.</param>
    /// <param name="filterByte">Whether each row begins with a byte 0, as PNG wants it for rows that aren't filtered.</param>
    public ScanLines(Mask mask, bool filterByte)
    {
        _mask = mask;
        _lead = filterByte ? 1 : 0;
        _runEnd = mask.Runs[0];
    }

    /// <summary>The length of a row in bytes.</summary>
    public readonly int Stride => _lead + ((_mask.Width + 7) / 8);

    /// <summary>Packs the next rows: as many as are left and fit whole.</summary>
    /// <returns>How many that was.</returns>
    public int Write(Span<byte> destination)
    {
        var rows = Math.Min(destination.Length / Stride, _mask.Height - _row);
        destination = destination[..(rows * Stride)];
        destination.Clear();
        var runs = _mask.Runs;
        for (var row = 0; row < rows; row++)
        {
            var pixels = destination.Slice((row * Stride) + _lead, Stride - _lead);
            var rowStart = (long)(_row + row) * _mask.Width;
            var rowEnd = rowStart + _mask.Width;
            var at = rowStart;
            while (at < rowEnd)
            {
                while (_runEnd <= at) _runEnd += runs[++_run];
                var end = Math.Min(_runEnd, rowEnd);
                if ((_run & 1) != 0) SetBits(pixels, (int)(at - rowStart), (int)(end - rowStart));
                at = end;
            }
        }
        _row += rows;
        return rows;
    }

    private static void SetBits(Span<byte> bits, int from, int to)
    {
        var (first, last) = (from >> 3, (to - 1) >> 3);
        var head = 0xff >> (from & 7);
        var tail = 0xff00 >> (((to - 1) & 7) + 1);
        if (first == last)
        {
            bits[first] |= (byte)(head & tail);
            return;
        }
        bits[first] |= (byte)head;
        bits[(first + 1)..last].Fill(0xff);
        bits[last] |= (byte)tail;
    }
}
