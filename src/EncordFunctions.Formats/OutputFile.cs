using System.Buffers;

namespace EncordFunctions.Formats;

/// <summary>A file being written. It appears only when committed; disposing of it before leaves nothing behind.</summary>
public abstract class OutputFile : IBufferWriter<byte>, IAsyncDisposable
{
    /// <inheritdoc/>
    public abstract void Advance(int count);

    /// <inheritdoc/>
    public abstract Memory<byte> GetMemory(int sizeHint = 0);

    /// <inheritdoc/>
    public abstract Span<byte> GetSpan(int sizeHint = 0);

    /// <summary>Sends what has gathered, if it is enough to be worth it. Call it between lines, so that memory stays flat.</summary>
    public abstract ValueTask FlushAsync(CancellationToken cancellationToken);

    /// <summary>Makes the whole file appear under its name.</summary>
    public abstract ValueTask CommitAsync(CancellationToken cancellationToken);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}
