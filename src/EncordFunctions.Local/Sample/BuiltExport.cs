namespace EncordFunctions.Local.Sample;

/// <summary>A finished export: the name to upload it under, its bytes, and what it holds.</summary>
public sealed record BuiltExport(string Name, ReadOnlyMemory<byte> Content, ExportTruth Truth)
{
    /// <summary>By what it differs from the export before it, where it is a later one.</summary>
    public IReadOnlyList<EditTruth> Edits { get; init; } = [];
}
