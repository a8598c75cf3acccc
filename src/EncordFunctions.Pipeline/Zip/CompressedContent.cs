using EncordFunctions.Pipeline.Storage;

namespace EncordFunctions.Pipeline.Zip;

/// <summary>
/// The compressed bytes of one entry as a stream. The last byte is handed out alone, so that <see cref="IsUsedUp"/> tells whether the
/// decoder needed it: a decoder that is at its end doesn't come for it.
/// </summary>
internal sealed class CompressedContent(ReadAhead content, long start, long end) : ForwardStream
{
    private long _position = start;

    /// <summary>Whether every byte was asked for.</summary>
    public bool IsUsedUp => _position == end;

    /// <summary>Whether more was asked for than there is.</summary>
    public bool FellShort { get; private set; }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (IsUsedUp)
        {
            FellShort |= !buffer.IsEmpty;
            return 0;
        }

        var left = end - _position;
        var bytes = await content.GetAsync(_position, cancellationToken);
        var count = (int)Math.Min(Math.Min(bytes.Length, buffer.Length), left == 1 ? 1 : left - 1);
        bytes.Span[..count].CopyTo(buffer.Span);
        _position += count;
        return count;
    }
}
