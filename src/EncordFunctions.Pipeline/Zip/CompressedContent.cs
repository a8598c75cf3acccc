namespace EncordFunctions.Pipeline.Zip;

/// <summary>
/// The compressed bytes of one entry as a stream. The last byte is handed out alone, so that <see cref="IsUsedUp"/> tells whether the
/// decoder needed it: a decoder that is at its end doesn't come for it.
/// </summary>
internal sealed class CompressedContent(ReadAhead content, long start, long end) : Stream
{
    private long _position = start;

    /// <summary>Whether every byte was asked for.</summary>
    public bool IsUsedUp => _position == end;

    /// <summary>Whether more was asked for than there is.</summary>
    public bool FellShort { get; private set; }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

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

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("The source is read asynchronously.");

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Flush()
    {
    }
}
