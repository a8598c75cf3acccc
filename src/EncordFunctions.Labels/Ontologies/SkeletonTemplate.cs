namespace EncordFunctions.Labels.Ontologies;

/// <summary>What a skeleton is drawn after. Its edges are here alone: exported skeletons are points.</summary>
/// <param name="Name">Its name, which is that of its class of objects.</param>
public sealed record SkeletonTemplate(string? Name)
{
    /// <summary>Its <c>feature_node_hash</c>.</summary>
    public string? Hash { get; init; }

    /// <summary>Its points in the order of their keys, which are numbers.</summary>
    public IReadOnlyList<SkeletonTemplatePoint> Points { get; init; } = [];

    /// <summary>Which points are joined.</summary>
    public IReadOnlyList<SkeletonEdge> Edges { get; init; } = [];
}
