using System.Buffers;
using System.Buffers.Binary;

namespace EncordFunctions.Formats.Parquet;

/// <summary>A column of whole numbers or times.</summary>
internal sealed class WholeColumn(string name, ColumnKind kind, bool optional = true) : ParquetColumn(name, kind, optional)
{
    private readonly List<long> _values = [];
    private readonly int _size = kind == ColumnKind.Int32 ? sizeof(int) : sizeof(long);
    private long _least = long.MaxValue;
    private long _greatest = long.MinValue;

    public override long Bytes => (long)_values.Count * _size;

    public override (ReadOnlyMemory<byte> Least, ReadOnlyMemory<byte> Greatest)? Bounds =>
        _values.Count == 0 ? null : (Plain(_least), Plain(_greatest));

    /// <summary>Adds a number.</summary>
    /// <exception cref="OverflowException">It has not room in the 32 bits of the column.</exception>
    public void Add(long value)
    {
        if (Kind == ColumnKind.Int32) _ = checked((int)value);
        Count(hasValue: true);
        _values.Add(value);
        _least = Math.Min(_least, value);
        _greatest = Math.Max(_greatest, value);
    }

    public override void Clear()
    {
        base.Clear();
        _values.Clear();
        (_least, _greatest) = (long.MaxValue, long.MinValue);
    }

    protected override int SizeOf(int value) => _size;

    protected override void WriteValues(IBufferWriter<byte> page, int first, int count)
    {
        var bytes = page.GetSpan(count * _size);
        for (var i = 0; i < count; i++) Put(bytes[(i * _size)..], _values[first + i]);
        page.Advance(count * _size);
    }

    private byte[] Plain(long value)
    {
        var bytes = new byte[_size];
        Put(bytes, value);
        return bytes;
    }

    private void Put(Span<byte> bytes, long value)
    {
        if (_size == sizeof(int)) BinaryPrimitives.WriteInt32LittleEndian(bytes, (int)value);
        else BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
    }
}
