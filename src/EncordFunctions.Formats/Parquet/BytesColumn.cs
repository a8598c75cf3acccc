using System.Buffers;
using System.Buffers.Binary;

namespace EncordFunctions.Formats.Parquet;

/// <summary>A column of values that are hardly ever the same, as geometries are. Nobody asks for the smallest of them.</summary>
/// <param name="name">Its name.</param>
/// <param name="kind">Text or bytes.</param>
internal sealed class BytesColumn(string name, ColumnKind kind) : ParquetColumn(name, kind, optional: true)
{
    private readonly ArrayBufferWriter<byte> _plain = new();
    private readonly List<int> _starts = [];

    public override long Bytes => _plain.WrittenCount;

    public void Add(ReadOnlySpan<byte> value)
    {
        Count(hasValue: true);
        _starts.Add(_plain.WrittenCount);
        BinaryPrimitives.WriteInt32LittleEndian(_plain.GetSpan(sizeof(int)), value.Length);
        _plain.Advance(sizeof(int));
        _plain.Write(value);
    }

    public override void Clear()
    {
        base.Clear();
        _plain.ResetWrittenCount();
        _starts.Clear();
    }

    protected override int SizeOf(int value) => End(value) - _starts[value];

    protected override void WriteValues(IBufferWriter<byte> page, int first, int count) =>
        page.Write(_plain.WrittenSpan[_starts[first]..End(first + count - 1)]);

    private int End(int value) => value + 1 < _starts.Count ? _starts[value + 1] : _plain.WrittenCount;
}
