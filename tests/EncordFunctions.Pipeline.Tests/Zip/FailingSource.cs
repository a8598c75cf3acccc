namespace EncordFunctions.Pipeline.Tests.Zip;

/// <summary>A source whose storage goes away when told to.</summary>
internal sealed class FailingSource(byte[] bytes) : MemorySource(bytes)
{
    public bool Fails { get; set; }

    public override ValueTask ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancellationToken) =>
        Fails ? ValueTask.FromException(new IOException("The storage went away.")) : base.ReadAsync(offset, buffer, cancellationToken);
}
