namespace EncordFunctions.Pipeline.Tests.Running.Memory.Blobs;

/// <summary>A container.</summary>
internal sealed class StoredContainer
{
    public SortedDictionary<string, StoredBlob> Blobs { get; } = new(StringComparer.Ordinal);

    /// <summary>Blocks that wait for the commit of their blob, by its name and theirs.</summary>
    public Dictionary<string, Dictionary<string, byte[]>> Waiting { get; } = [];
}
