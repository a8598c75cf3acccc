using EncordFunctions.Pipeline.Zip;

namespace EncordFunctions.Pipeline.Tests.Zip;

/// <summary>An archive in memory that counts how it's read and refuses a range that leaves it.</summary>
internal class MemorySource(byte[] bytes) : RandomAccessSource
{
    public override long Length => bytes.Length;

    public int Reads { get; private set; }

    public long BytesRead { get; private set; }

    public override async ValueTask ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        await Task.Yield();
        Assert.InRange(offset, 0, bytes.Length);
        Assert.InRange(buffer.Length, 1, bytes.Length - offset);
        bytes.AsMemory((int)offset, buffer.Length).CopyTo(buffer);
        Reads++;
        BytesRead += buffer.Length;
    }
}
