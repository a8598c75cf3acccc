namespace EncordFunctions.Formats.Manifests;

/// <summary>A data group and the label rows of its files.</summary>
/// <param name="LabelHash">Label hash of the group's own row.</param>
/// <param name="Ordinal">Ordinal of the group's own row.</param>
/// <param name="Children">Its files, in their order.</param>
public sealed record ManifestGroup(string? LabelHash, int Ordinal, IReadOnlyList<ManifestGroupChild> Children);
