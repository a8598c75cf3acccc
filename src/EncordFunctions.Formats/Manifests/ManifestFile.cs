namespace EncordFunctions.Formats.Manifests;

/// <summary>A derivative that stands in the export's folder.</summary>
/// <param name="Path">Relative to the export's folder.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">Of its content, in hex.</param>
public sealed record ManifestFile(string Path, long Size, string Sha256);
