namespace EncordFunctions.Formats.Manifests;

/// <summary>A file of a data group.</summary>
/// <param name="DataHash">Identity of the file.</param>
/// <param name="LabelHash">Identity of its label row; null where it was never labelled.</param>
/// <param name="Name">Its file name.</param>
/// <param name="LayoutKey">Where the group shows it.</param>
/// <param name="Ordinal">Its label row in this export; null where the export has none.</param>
public sealed record ManifestGroupChild(string? DataHash, string? LabelHash, string? Name, string? LayoutKey, int? Ordinal);
