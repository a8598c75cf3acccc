namespace EncordFunctions.Labels.Ontologies;

/// <summary>A point of a skeleton template.</summary>
/// <param name="Key">Its key, a number, by which edges name it.</param>
/// <param name="Name">Its name.</param>
/// <param name="FeatureHash">Its ontology id.</param>
public sealed record SkeletonTemplatePoint(string Key, string? Name, string? FeatureHash);
