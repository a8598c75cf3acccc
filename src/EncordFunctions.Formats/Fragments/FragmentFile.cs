using System.Buffers.Binary;

namespace EncordFunctions.Formats.Fragments;

/// <summary>
/// What one label row contributes to the derivatives of its export: records of several tracks in the order they came, each a letter, four
/// bytes of length (little-endian) and the payload. One file for all tracks, since a file costs a request to write and another to read.
/// </summary>
/// <param name="file">The file; it stays the caller's.</param>
public sealed class FragmentFile(OutputFile file)
{
    internal const int HeadBytes = 1 + sizeof(int);

    /// <summary>How many bytes were written.</summary>
    public long Length { get; private set; }

    /// <summary>A track of it.</summary>
    /// <param name="letter">Its letter, of ASCII.</param>
    public FragmentTrack Track(char letter) => new(this, letter);

    internal ValueTask AddAsync(char letter, ReadOnlySpan<byte> payload, CancellationToken cancellationToken)
    {
        var record = file.GetSpan(HeadBytes + payload.Length);
        record[0] = (byte)letter;
        BinaryPrimitives.WriteInt32LittleEndian(record[1..], payload.Length);
        payload.CopyTo(record[HeadBytes..]);
        file.Advance(HeadBytes + payload.Length);
        Length += HeadBytes + payload.Length;
        return file.FlushAsync(cancellationToken);
    }
}
