using System.Buffers;
using EncordFunctions.Formats.Fragments;
using EncordFunctions.Labels.Geometry;

namespace EncordFunctions.Formats.Report;

/// <summary>How many boxes lie over each cell of a grid that every frame is laid under, whatever its size.</summary>
/// <remarks>
/// Only where boxes begin and end is kept, four corners each, and what lies between is summed up at the end: a record of a row with few boxes is
/// short, and rows add up corner by corner.
/// </remarks>
internal sealed class DensityMap
{
    /// <summary>Cells along a side.</summary>
    public const int Side = 32;

    private const int Corners = Side + 1;

    private readonly int[] _corners = new int[Corners * Corners];

    public void Add(Bounds box, FrameSize frame)
    {
        var (left, right) = Cells(box.X, box.X + box.W, frame.Width);
        var (top, bottom) = Cells(box.Y, box.Y + box.H, frame.Height);
        if (left >= right || top >= bottom) return;
        _corners[(top * Corners) + left]++;
        _corners[(top * Corners) + right]--;
        _corners[(bottom * Corners) + left]--;
        _corners[(bottom * Corners) + right]++;
    }

    /// <summary>Boxes over each cell, row by row from the top left.</summary>
    public long[] Cells()
    {
        var cells = new long[Side * Side];
        for (var y = 0; y < Side; y++)
        {
            var along = 0L;
            for (var x = 0; x < Side; x++)
            {
                along += _corners[(y * Corners) + x];
                cells[(y * Side) + x] = along + (y > 0 ? cells[((y - 1) * Side) + x] : 0);
            }
        }
        return cells;
    }

    public void WriteTo(IBufferWriter<byte> record)
    {
        record.WriteWhole(_corners.Length - _corners.AsSpan().Count(0));
        var last = 0;
        for (var i = 0; i < _corners.Length; i++)
        {
            if (_corners[i] == 0) continue;
            record.WriteWhole(i - last);
            record.WriteWhole(_corners[i]);
            last = i;
        }
    }

    public void AddFrom(ref RecordReader record)
    {
        var at = 0;
        for (var corners = record.ReadWhole(); corners > 0; corners--)
        {
            at += (int)record.ReadWhole();
            _corners[at] += (int)record.ReadWhole();
        }
    }

    // The cells that a stretch touches, the end not included; a point touches the one it is in.
    private static (int From, int To) Cells(double from, double to, int length)
    {
        var first = Math.Clamp(Math.Floor(from / length * Side), 0, Side);
        var end = Math.Clamp(Math.Ceiling(to / length * Side), 0, Side);
        return ((int)first, (int)(end == first && from >= 0 && from < length ? first + 1 : end));
    }
}
