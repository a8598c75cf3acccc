using EncordFunctions.Labels.Geometry;

namespace EncordFunctions.Labels.Shapes;

/// <summary>An open line through a scene, in scene units and drawing order: a <c>polyline</c> whose points all have a z.</summary>
public sealed record Polyline3D(Vertex3D[] Points) : Shape
{
    /// <inheritdoc/>
    public override string Name => "polyline";

    /// <inheritdoc/>
    public override Bounds? Bounds => null;

    /// <inheritdoc/>
    public override double? Area => null;
}
