using System.Buffers;
using System.Buffers.Binary;

namespace EncordFunctions.Formats.Parquet;

/// <summary>A column of text that is often the same: every text is kept once. Where too many differ they are written one by one after all.</summary>
internal sealed class TextColumn(string name, bool optional = true) : ParquetColumn(name, ColumnKind.Text, optional)
{
    // A reader holds the dictionary whole.
    private const int MostDictionaryBytes = 1024 * 1024;

    // What is longer is of no use for skipping a group, and would stand in every footer.
    private const int LongestBound = 64;

    private readonly DistinctTexts _texts = new();
    private int[] _indexes = new int[1024];
    private int _count;
    private long _plainBytes;

    public override long Bytes => _texts.Plain.Length + ((long)_count * sizeof(int)) + (HasDictionary ? 0 : _plainBytes);

    public override (ReadOnlyMemory<byte> Values, int Count) Dictionary => HasDictionary ? (_texts.Plain, _texts.Count) : default;

    public override (ReadOnlyMemory<byte> Least, ReadOnlyMemory<byte> Greatest)? Bounds
    {
        get
        {
            if (_count == 0) return null;
            // In the order of the bytes, which is Parquet's; UTF-16 has another one.
            var (least, greatest) = (_texts[0], _texts[0]);
            for (var i = 1; i < _texts.Count; i++)
            {
                var text = _texts[i];
                if (text.Span.SequenceCompareTo(least.Span) < 0) least = text;
                else if (text.Span.SequenceCompareTo(greatest.Span) > 0) greatest = text;
            }
            return least.Length <= LongestBound && greatest.Length <= LongestBound ? (least, greatest) : null;
        }
    }

    private bool HasDictionary => _count > 0 && _texts.Plain.Length <= MostDictionaryBytes && _texts.Count <= _count / 2 + 1;

    public void Add(ReadOnlySpan<byte> text)
    {
        Count(hasValue: true);
        if (_count == _indexes.Length) Array.Resize(ref _indexes, _count * 2);
        _indexes[_count++] = _texts.IndexOf(text);
        _plainBytes += sizeof(int) + text.Length;
    }

    public override void Clear()
    {
        base.Clear();
        _texts.Clear();
        (_count, _plainBytes) = (0, 0);
    }

    protected override int SizeOf(int value) => HasDictionary ? sizeof(int) : sizeof(int) + _texts[_indexes[value]].Length;

    protected override void WriteValues(IBufferWriter<byte> page, int first, int count)
    {
        var indexes = _indexes.AsSpan(first, count);
        if (HasDictionary)
        {
            var width = HybridRuns.WidthFor(_texts.Count);
            page.GetSpan(1)[0] = (byte)width;
            page.Advance(1);
            HybridRuns.Write(page, indexes, width);
            return;
        }
        foreach (var index in indexes)
        {
            var text = _texts[index].Span;
            BinaryPrimitives.WriteInt32LittleEndian(page.GetSpan(sizeof(int)), text.Length);
            page.Advance(sizeof(int));
            page.Write(text);
        }
    }
}
