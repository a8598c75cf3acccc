namespace EncordFunctions.Pipeline.Zip;

/// <summary>The bytes of an uploaded archive, read by ranges. Whoever implements it sees to it that all reads see one and the same content.</summary>
public abstract class RandomAccessSource
{
    /// <summary>How many bytes there are.</summary>
    public abstract long Length { get; }

    /// <summary>Fills <paramref name="buffer"/> from <paramref name="offset"/> on. Asked only for ranges inside <see cref="Length"/>.</summary>
    /// <exception cref="EndOfStreamException">The source is shorter than it said.</exception>
    public abstract ValueTask ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancellationToken);
}
