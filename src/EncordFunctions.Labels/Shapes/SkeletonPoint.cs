using EncordFunctions.Labels.Geometry;

namespace EncordFunctions.Labels.Shapes;

/// <summary>One joint of a <see cref="Skeleton"/>, in pixels, with the name and feature hash its ontology template gives it.</summary>
public sealed record SkeletonPoint(string? Name, string? FeatureHash, Vertex At, Visibility Visibility);
