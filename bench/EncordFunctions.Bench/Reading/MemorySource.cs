using EncordFunctions.Pipeline.Zip;

namespace EncordFunctions.Bench.Reading;

/// <summary>An archive in memory, so that no disk is measured.</summary>
internal sealed class MemorySource(ReadOnlyMemory<byte> zip) : RandomAccessSource
{
    public override long Length => zip.Length;

    public override ValueTask ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        zip.Slice((int)offset, buffer.Length).CopyTo(buffer);
        return default;
    }
}
