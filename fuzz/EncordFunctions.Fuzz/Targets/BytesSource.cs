using EncordFunctions.Pipeline.Zip;

namespace EncordFunctions.Fuzz.Targets;

/// <summary>An archive in memory that takes it ill where it is asked for what isn't there.</summary>
internal sealed class BytesSource(byte[] bytes) : RandomAccessSource
{
    public override long Length => bytes.Length;

    public override ValueTask ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        FindingException.Unless(offset >= 0 && buffer.Length > 0 && buffer.Length <= bytes.Length - offset, "no range outside the archive is asked for");
        bytes.AsMemory((int)offset, buffer.Length).CopyTo(buffer);
        return default;
    }
}
