namespace EncordFunctions.Fuzz.Targets;

/// <summary>Bytes that come a few at a time.</summary>
internal sealed class PiecewiseStream(byte[] bytes, int most) : MemoryStream(bytes, writable: false)
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        new(Read(buffer.Span[..Math.Min(buffer.Length, Math.Max(1, most))]));
}
