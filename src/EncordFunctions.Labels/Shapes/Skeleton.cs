using EncordFunctions.Labels.Geometry;

namespace EncordFunctions.Labels.Shapes;

/// <summary>Named points in the numeric order of their keys. Bones belong to the ontology and are not in the export.</summary>
public sealed record Skeleton(SkeletonPoint[] Points) : Shape
{
    /// <inheritdoc/>
    public override string Name => "skeleton";

    /// <summary>Around every point, also those marked invisible: the editor stores a place for them.</summary>
    public override Bounds? Bounds => Geometry.Bounds.Around(Array.ConvertAll(Points, static point => point.At));

    /// <inheritdoc/>
    public override double? Area => 0;
}
