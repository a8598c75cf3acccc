using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace EncordFunctions.Labels.Json;

/// <summary>
/// Turns UTF-8 into strings and remembers the short ones it met: names, colours, hashes and e-mails repeat on every annotation.
/// A fixed number of slots, the newest wins, so that it never grows with the row.
/// </summary>
internal sealed class Utf8Strings
{
    private const int Slots = 2048;
    private const int LongestKept = 96;

    private readonly (byte[] Utf8, string Text)[] _kept = new (byte[], string)[Slots];

    /// <summary>The decoded text of <paramref name="raw"/>, the inside of a JSON text.</summary>
    public string Get(ReadOnlySpan<byte> raw, bool escaped)
    {
        if (!escaped) return Get(raw);
        var buffer = ArrayPool<byte>.Shared.Rent(raw.Length);
        try
        {
            return Get(buffer.AsSpan(0, JsonText.Decode(raw, buffer)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>The text of <paramref name="utf8"/>; bytes that are not UTF-8 become U+FFFD.</summary>
    public string Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty) return "";
        if (utf8.Length > LongestKept) return Encoding.UTF8.GetString(utf8);
        ref var slot = ref _kept[SlotOf(utf8)];
        if (slot.Utf8 is not null && utf8.SequenceEqual(slot.Utf8)) return slot.Text;
        slot = (utf8.ToArray(), Encoding.UTF8.GetString(utf8));
        return slot.Text;
    }

    private static int SlotOf(ReadOnlySpan<byte> utf8)
    {
        ulong hash = (ulong)utf8.Length;
        while (utf8.Length >= 8)
        {
            hash = (hash ^ BinaryPrimitives.ReadUInt64LittleEndian(utf8)) * 0x9E3779B97F4A7C15;
            hash ^= hash >> 32;
            utf8 = utf8[8..];
        }
        foreach (var value in utf8) hash = (hash ^ value) * 0x100000001B3;
        hash *= 0x9E3779B97F4A7C15;
        return (int)(hash >> 53);
    }
}
