namespace EncordFunctions.Labels.Tests.Support;

/// <summary>A stream that hands out its bytes in pieces of the given sizes.</summary>
public sealed class ChunkedStream : MemoryStream
{
    private readonly Func<int, int> _sizeOf;
    private int _reads;

    public ChunkedStream(byte[] bytes, Func<int, int> sizeOf)
        : base(bytes) => _sizeOf = sizeOf;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        // Every other read really waits, so that the asynchronous paths run too.
        if (++_reads % 2 == 0) await Task.Yield();
        return Read(buffer.Span[..Math.Min(buffer.Length, Math.Max(1, _sizeOf(_reads)))]);
    }
}
