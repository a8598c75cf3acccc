namespace EncordFunctions.Labels.Ontologies;

/// <summary>A bone of a skeleton template.</summary>
/// <param name="From">Key of the point it begins at.</param>
/// <param name="To">Key of the point it ends at.</param>
public sealed record SkeletonEdge(string From, string To);
