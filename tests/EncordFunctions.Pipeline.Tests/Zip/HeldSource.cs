using EncordFunctions.Pipeline.Zip;

namespace EncordFunctions.Pipeline.Tests.Zip;

/// <summary>A source that answers at once, except for a read from one offset on, which waits until it is let go.</summary>
internal sealed class HeldSource(byte[] bytes, long heldOffset) : RandomAccessSource
{
    private readonly TaskCompletionSource _released = new();
    private CancellationToken _held;

    /// <summary>Whether the read that waits was called off.</summary>
    public bool IsCancelled => _held.IsCancellationRequested;

    public override long Length => bytes.Length;

    public void Release() => _released.SetResult();

    public override async ValueTask ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        if (offset == heldOffset)
        {
            _held = cancellationToken;
            await _released.Task;
        }

        bytes.AsMemory((int)offset, buffer.Length).CopyTo(buffer);
    }
}
