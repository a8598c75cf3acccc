namespace EncordFunctions.Formats.Manifests;

/// <summary>An entry of the archive, or the uploaded .json itself.</summary>
/// <param name="Name">Its name, as the archive spells it.</param>
/// <param name="Rows">How many label rows it holds.</param>
/// <param name="Skipped">Whether it holds no label rows by its name: a folder, another file, an ontology.</param>
/// <param name="Fault">Why it can't be used; null where it can.</param>
public sealed record ManifestEntry(string Name, long Rows, bool Skipped, string? Fault);
