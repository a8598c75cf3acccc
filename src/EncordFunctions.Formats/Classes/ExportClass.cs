using EncordFunctions.Labels.Ontologies;

namespace EncordFunctions.Formats.Classes;

/// <summary>A class of objects with its number in an export.</summary>
/// <param name="Index">Its place in the order of classes, from 0 on.</param>
/// <param name="FeatureHash">Its ontology id; null where the rows don't say it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Object">What the ontology says of it; null where it is not there.</param>
/// <param name="Skeleton">The template of its skeletons, where the ontology has one.</param>
public sealed record ExportClass(int Index, string? FeatureHash, string? Name, OntologyObject? Object, SkeletonTemplate? Skeleton)
{
    /// <summary>What to call it where a name is needed.</summary>
    public string Label => Name ?? FeatureHash ?? "unnamed";
}
