using System.Buffers;
using System.Buffers.Binary;

namespace EncordFunctions.Formats.Parquet;

/// <summary>A column of numbers. What is not finite, as the area of a box of 1e300 × 1e300 is not, is no value.</summary>
internal sealed class DoubleColumn(string name, bool optional = true) : ParquetColumn(name, ColumnKind.Double, optional)
{
    private readonly List<double> _values = [];
    private double _least = double.PositiveInfinity;
    private double _greatest = double.NegativeInfinity;

    public override long Bytes => (long)_values.Count * sizeof(double);

    // Of zeros a file may have both signs: -0 to +0 holds in every case, as Parquet asks for.
    public override (ReadOnlyMemory<byte> Least, ReadOnlyMemory<byte> Greatest)? Bounds =>
        _values.Count == 0 ? null : (Plain(_least == 0 ? -0.0 : _least), Plain(_greatest == 0 ? 0.0 : _greatest));

    public void Add(double value)
    {
        Count(hasValue: double.IsFinite(value));
        if (!double.IsFinite(value)) return;
        _values.Add(value);
        _least = Math.Min(_least, value);
        _greatest = Math.Max(_greatest, value);
    }

    public override void Clear()
    {
        base.Clear();
        _values.Clear();
        (_least, _greatest) = (double.PositiveInfinity, double.NegativeInfinity);
    }

    protected override int SizeOf(int value) => sizeof(double);

    protected override void WriteValues(IBufferWriter<byte> page, int first, int count)
    {
        var bytes = page.GetSpan(count * sizeof(double));
        for (var i = 0; i < count; i++) BinaryPrimitives.WriteDoubleLittleEndian(bytes[(i * sizeof(double))..], _values[first + i]);
        page.Advance(count * sizeof(double));
    }

    private static byte[] Plain(double value)
    {
        var bytes = new byte[sizeof(double)];
        BinaryPrimitives.WriteDoubleLittleEndian(bytes, value);
        return bytes;
    }
}
