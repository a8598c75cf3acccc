using EncordFunctions.Labels.Geometry;

namespace EncordFunctions.Labels.Shapes;

/// <summary>A single point of a scene, in scene units: a <c>point</c> that has a z.</summary>
public sealed record Point3D(Vertex3D At) : Shape
{
    /// <inheritdoc/>
    public override string Name => "point";

    /// <inheritdoc/>
    public override Bounds? Bounds => null;

    /// <inheritdoc/>
    public override double? Area => null;
}
