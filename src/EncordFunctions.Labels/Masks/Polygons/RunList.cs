using System.Buffers;

namespace EncordFunctions.Labels.Masks.Polygons;

/// <summary>Row-major runs that grow from stretches of set pixels in ascending order.</summary>
internal sealed class RunList : IDisposable
{
    private int[] _runs = ArrayPool<int>.Shared.Rent(256);
    private int _count;
    private int _end;

    /// <summary>Sets the pixels [start, end). Stretches that touch become one run, those of no length none.</summary>
    /// <returns>Whether it may go on: false once there are more than <see cref="Mask.MostRuns"/>.</returns>
    public bool Set(int start, int end)
    {
        if (start == end) return true;
        if (start == _end && _count > 0)
        {
            _runs[_count - 1] += end - start;
        }
        else
        {
            if (_count + 3 > _runs.Length) Grow();
            _runs[_count++] = start - _end;
            _runs[_count++] = end - start;
        }
        _end = end;
        return _count <= Mask.MostRuns;
    }

    /// <returns>The mask, or null where it has too many runs down its columns.</returns>
    public Mask? ToMask(int width, int height)
    {
        var pixels = width * height;
        if (_end < pixels) _runs[_count++] = pixels - _end;
        var runs = _runs.AsSpan(0, _count);
        if (pixels > Mask.MostRuns && ColumnRuns.Count(runs, width, height) > Mask.MostRuns) return null;
        return Mask.FromRuns(runs, width, height);
    }

    public void Dispose() => ArrayPool<int>.Shared.Return(_runs);

    private void Grow()
    {
        var longer = ArrayPool<int>.Shared.Rent(2 * _runs.Length);
        _runs.AsSpan(0, _count).CopyTo(longer);
        ArrayPool<int>.Shared.Return(_runs);
        _runs = longer;
    }
}
