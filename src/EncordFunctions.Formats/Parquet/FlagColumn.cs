using System.Buffers;

namespace EncordFunctions.Formats.Parquet;

/// <summary>A column of truths, none of which is missing.</summary>
internal sealed class FlagColumn(string name) : ParquetColumn(name, ColumnKind.Flag, optional: false)
{
    private readonly List<bool> _values = [];

    public override long Bytes => (_values.Count + 7) / 8;

    public void Add(bool value)
    {
        Count(hasValue: true);
        _values.Add(value);
    }

    public override void Clear()
    {
        base.Clear();
        _values.Clear();
    }

    protected override int SizeOf(int value) => 1;

    protected override void WriteValues(IBufferWriter<byte> page, int first, int count)
    {
        var bytes = page.GetSpan((count + 7) / 8)[..((count + 7) / 8)];
        bytes.Clear();
        for (var i = 0; i < count; i++)
            if (_values[first + i]) bytes[i / 8] |= (byte)(1 << (i % 8));
        page.Advance(bytes.Length);
    }
}
