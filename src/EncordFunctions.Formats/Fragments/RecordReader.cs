using System.Buffers.Binary;
using System.Text;

namespace EncordFunctions.Formats.Fragments;

/// <summary>Reads the values of a record in the order they were written.</summary>
/// <exception cref="InvalidDataException">The record ends before the value does.</exception>
internal ref struct RecordReader(ReadOnlySpan<byte> payload)
{
    private ReadOnlySpan<byte> _rest = payload;

    /// <summary>What has not been read yet.</summary>
    public readonly ReadOnlySpan<byte> Rest => _rest;

    public long ReadWhole()
    {
        var zigzag = 0ul;
        for (var shift = 0; ; shift += 7)
        {
            var next = Take(1)[0];
            zigzag |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80) return (long)(zigzag >> 1) ^ -(long)(zigzag & 1);
            if (shift > 63) throw new InvalidDataException("A record of a fragment has a number that never ends.");
        }
    }

    public double ReadDouble() => BinaryPrimitives.ReadDoubleLittleEndian(Take(sizeof(double)));

    public string? ReadText() => ReadWhole() is >= 0 and var length ? Encoding.UTF8.GetString(Take(checked((int)length))) : null;

    /// <summary>Text as it lies there.</summary>
    /// <returns>False where there is none, which is not the same as empty text.</returns>
    public bool TryReadUtf8(out ReadOnlySpan<byte> text)
    {
        var length = ReadWhole();
        text = length >= 0 ? Take(checked((int)length)) : [];
        return length >= 0;
    }

    /// <summary>Text as it lies there; empty also where there is none.</summary>
    public ReadOnlySpan<byte> ReadUtf8() => ReadWhole() is >= 0 and var length ? Take(checked((int)length)) : [];

    public ReadOnlySpan<byte> ReadBlock() => Take(checked((int)ReadWhole()));

    private ReadOnlySpan<byte> Take(int count)
    {
        if ((uint)count > (uint)_rest.Length) throw new InvalidDataException("A record of a fragment is cut short.");
        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }
}
