using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;

namespace EncordFunctions.Labels.Json;

/// <summary>
/// Turns UTF-8 into strings and remembers the short ones it met: names, colours, hashes and e-mails repeat on every annotation.
/// A fixed number of slots, the newest wins, so that it never grows with the row.
/// </summary>
internal sealed class Utf8Strings
{
    private const int Slots = 2048;
    private const int LongestKept = 96;

    private readonly Kept?[] _kept = new Kept?[Slots];

    /// <summary>The decoded text of <paramref name="raw"/>, the inside of a JSON text.</summary>
    public string Get(ReadOnlySpan<byte> raw, bool escaped) => Get(raw, escaped, out _);

    /// <summary>The decoded text of <paramref name="raw"/>, the inside of a JSON text, and whether it is valid: UTF-8, and without half a surrogate pair.</summary>
    public string Get(ReadOnlySpan<byte> raw, bool escaped, out bool valid)
    {
        if (!escaped) return Find(raw, out valid);
        var buffer = ArrayPool<byte>.Shared.Rent(raw.Length);
        try
        {
            var text = Find(buffer.AsSpan(0, JsonText.Decode(raw, buffer, out var hasHalfPair)), out valid);
            valid &= !hasHalfPair;
            return text;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>The text of <paramref name="utf8"/>; bytes that are not UTF-8 become U+FFFD.</summary>
    public string Get(ReadOnlySpan<byte> utf8) => Find(utf8, out _);

    private string Find(ReadOnlySpan<byte> utf8, out bool valid)
    {
        if (utf8.Length is 0 or > LongestKept)
        {
            valid = Utf8.IsValid(utf8);
            return Encoding.UTF8.GetString(utf8);
        }
        ref var slot = ref _kept[SlotOf(utf8)];
        if (slot is null || !utf8.SequenceEqual(slot.Utf8)) slot = new Kept(utf8.ToArray(), Encoding.UTF8.GetString(utf8), Utf8.IsValid(utf8));
        valid = slot.Valid;
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

    /// <summary>A class, so that an empty slot is one reference: rows of images are small, and each has slots of its own.</summary>
    private sealed record Kept(byte[] Utf8, string Text, bool Valid);
}
