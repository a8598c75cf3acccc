using EncordFunctions.Pipeline.Storage;
using Microsoft.Win32.SafeHandles;

namespace EncordFunctions.Local.Inspect;

/// <summary>Some bytes of a file as a stream. Many may read one file at the same time.</summary>
internal sealed class FileSlice(SafeFileHandle file, long offset, long length) : ForwardStream
{
    private long _position;

    /// <inheritdoc/>
    public override long Length => length;

    /// <inheritdoc/>
    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var wanted = buffer[..(int)Math.Min(buffer.Length, length - _position)];
        var read = await RandomAccess.ReadAsync(file, wanted, offset + _position, cancellationToken);
        _position += read;
        return read;
    }
}
