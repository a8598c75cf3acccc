using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace EncordFunctions.Formats.Parquet;

/// <summary>
/// One column of a row group, gathered value by value and then written page by page. It is used again for the next group: memory is that of the
/// largest group.
/// </summary>
/// <param name="name">Its name.</param>
/// <param name="kind">What its values are.</param>
/// <param name="optional">Whether a value may be missing.</param>
internal abstract class ParquetColumn(string name, ColumnKind kind, bool optional)
{
    /// <summary>A page ends with the value that brings it to this many bytes, so that whoever reads a page needs no more room than that.</summary>
    private const int PageBytes = 1024 * 1024;

    private byte[] _present = new byte[1024];
    private int _values;
    private int _nextRow;
    private int _nextValue;

    public ReadOnlyMemory<byte> Name { get; } = Encoding.UTF8.GetBytes(name);

    public ColumnKind Kind => kind;

    public bool IsOptional => optional;

    /// <summary>How many rows have been added, those without a value included.</summary>
    public int Rows { get; private set; }

    /// <summary>How many rows have no value.</summary>
    public int Nulls => Rows - _values;

    /// <summary>About how many bytes the values take in memory, and at most in pages.</summary>
    public abstract long Bytes { get; }

    /// <summary>The values that pages refer to by number, in plain encoding, and how many; none where pages hold the values themselves.</summary>
    public virtual (ReadOnlyMemory<byte> Values, int Count) Dictionary => default;

    /// <summary>The smallest and the largest value in plain encoding, without a length; null where that is not told.</summary>
    public virtual (ReadOnlyMemory<byte> Least, ReadOnlyMemory<byte> Greatest)? Bounds => null;

    /// <summary>A row without a value.</summary>
    public void AddNull() => Count(hasValue: false);

    /// <summary>Writes the next page, not compressed.</summary>
    /// <param name="page">Where to.</param>
    /// <param name="rows">How many rows it has.</param>
    /// <returns>False where all rows are written.</returns>
    public bool TryWritePage(IBufferWriter<byte> page, out int rows)
    {
        rows = RowsOfPage(out var values);
        if (rows == 0) return false;
        if (optional) WritePresent(page, _nextRow, rows, values);
        if (values > 0) WriteValues(page, _nextValue, values);
        _nextRow += rows;
        _nextValue += values;
        return true;
    }

    /// <summary>Begins the next group.</summary>
    public virtual void Clear()
    {
        _present.AsSpan(0, (Rows + 7) / 8).Clear();
        (Rows, _values, _nextRow, _nextValue) = (0, 0, 0, 0);
    }

    /// <summary>Counts a row.</summary>
    protected void Count(bool hasValue)
    {
        if (Rows / 8 == _present.Length) Array.Resize(ref _present, _present.Length * 2);
        if (hasValue)
        {
            _present[Rows / 8] |= (byte)(1 << (Rows % 8));
            _values++;
        }
        Rows++;
    }

    /// <summary>Bytes of one value in a page.</summary>
    protected abstract int SizeOf(int value);

    /// <summary>Writes some of the values.</summary>
    protected abstract void WriteValues(IBufferWriter<byte> page, int first, int count);

    private int RowsOfPage(out int values)
    {
        values = _values - _nextValue;
        if (Bytes <= PageBytes) return Rows - _nextRow;
        var (row, bytes) = (_nextRow, 0L);
        // Whole bytes of _present, so that they need no shifting.
        for (values = 0; row < Rows && (bytes < PageBytes || row % 8 != 0); row++)
        {
            if ((_present[row / 8] >> (row % 8) & 1) != 0) bytes += SizeOf(_nextValue + values++);
        }
        return row - _nextRow;
    }

    private void WritePresent(IBufferWriter<byte> page, int first, int rows, int values)
    {
        var bits = new ArrayBufferWriter<byte>(rows / 8 + 16);
        if (values == 0 || values == rows) HybridRuns.WriteRun(bits, values == 0 ? 0 : 1, rows, 1);
        else HybridRuns.WriteBits(bits, _present.AsSpan(first / 8), rows);
        BinaryPrimitives.WriteInt32LittleEndian(page.GetSpan(sizeof(int)), bits.WrittenCount);
        page.Advance(sizeof(int));
        page.Write(bits.WrittenSpan);
    }
}
