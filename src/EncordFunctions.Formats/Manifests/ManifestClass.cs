namespace EncordFunctions.Formats.Manifests;

/// <summary>How many annotations a class has.</summary>
/// <param name="Name">Its name.</param>
/// <param name="FeatureHash">Its ontology id; two classes may share a name.</param>
/// <param name="Annotations">How many were read.</param>
public sealed record ManifestClass(string? Name, string? FeatureHash, long Annotations)
{
    /// <summary>The name, without a feature hash, of those past a limit, which are counted as one.</summary>
    public const string Others = "*";
}
