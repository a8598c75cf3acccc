using EncordFunctions.Formats.Manifests;

namespace EncordFunctions.Pipeline.Tallies;

/// <summary>
/// Annotations of each class. An export may invent any number of classes; those past a limit are counted as one, <see cref="ManifestClass.Others"/>,
/// so that the sum is right and memory does not grow.
/// </summary>
internal sealed class ClassCounts
{
    private const int MostClasses = 10_000;

    private readonly Counts<(string? Name, string? FeatureHash)> _counts = new();

    /// <summary>Sorted, so that the same annotations always read the same.</summary>
    public IEnumerable<ManifestClass> All => _counts.All
        .Select(static pair => new ManifestClass(pair.Key.Name, pair.Key.FeatureHash, pair.Value))
        .OrderBy(static one => one.Name, StringComparer.Ordinal)
        .ThenBy(static one => one.FeatureHash, StringComparer.Ordinal);

    public void Add(string? name, string? featureHash, long annotations = 1)
    {
        var kind = (name, featureHash);
        if (_counts.All.Count >= MostClasses && !_counts.All.ContainsKey(kind)) kind = (ManifestClass.Others, null);
        _counts.Add(kind, annotations);
    }
}
