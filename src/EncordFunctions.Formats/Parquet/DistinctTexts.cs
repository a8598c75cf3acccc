using System.Buffers;
using System.Buffers.Binary;
using System.IO.Hashing;

namespace EncordFunctions.Formats.Parquet;

/// <summary>Texts by number, each once, as they lie in Parquet's plain encoding: four bytes of length and the text.</summary>
internal sealed class DistinctTexts
{
    private const int FewestSlots = 256;

    private readonly ArrayBufferWriter<byte> _plain = new();
    private readonly List<(int Start, int Length)> _texts = [];
    // Number of a text and 1, where its hash points or behind it; 0 is free. At most half of them are taken.
    private int[] _slots = new int[FewestSlots];
    private int _last = -1;

    /// <summary>How many there are.</summary>
    public int Count => _texts.Count;

    /// <summary>All of them, in the order they came.</summary>
    public ReadOnlyMemory<byte> Plain => _plain.WrittenMemory;

    /// <summary>The text of that number.</summary>
    public ReadOnlyMemory<byte> this[int number] => _plain.WrittenMemory.Slice(_texts[number].Start, _texts[number].Length);

    /// <summary>The number of a text; a new one gets the next.</summary>
    public int IndexOf(ReadOnlySpan<byte> text)
    {
        // Most columns say the same as in the row before.
        if (_last >= 0 && At(_last).SequenceEqual(text)) return _last;
        var mask = _slots.Length - 1;
        var slot = (int)XxHash3.HashToUInt64(text) & mask;
        for (; _slots[slot] != 0; slot = (slot + 1) & mask)
        {
            if (At(_slots[slot] - 1).SequenceEqual(text)) return _last = _slots[slot] - 1;
        }
        BinaryPrimitives.WriteInt32LittleEndian(_plain.GetSpan(sizeof(int)), text.Length);
        _plain.Advance(sizeof(int));
        _texts.Add((_plain.WrittenCount, text.Length));
        _plain.Write(text);
        _slots[slot] = Count;
        if (Count * 2 > _slots.Length) Grow();
        return _last = Count - 1;
    }

    /// <summary>Forgets them.</summary>
    public void Clear()
    {
        _plain.ResetWrittenCount();
        _texts.Clear();
        _slots.AsSpan().Clear();
        _last = -1;
    }

    private ReadOnlySpan<byte> At(int number) => _plain.WrittenSpan.Slice(_texts[number].Start, _texts[number].Length);

    private void Grow()
    {
        _slots = new int[_slots.Length * 2];
        for (var number = 0; number < Count; number++)
        {
            var slot = (int)XxHash3.HashToUInt64(At(number)) & (_slots.Length - 1);
            while (_slots[slot] != 0) slot = (slot + 1) & (_slots.Length - 1);
            _slots[slot] = number + 1;
        }
    }
}
