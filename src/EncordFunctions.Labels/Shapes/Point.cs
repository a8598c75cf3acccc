using EncordFunctions.Labels.Geometry;

namespace EncordFunctions.Labels.Shapes;

/// <summary>A single point, in pixels.</summary>
public sealed record Point(Vertex At) : Shape
{
    /// <inheritdoc/>
    public override string Name => "point";

    /// <inheritdoc/>
    public override Bounds? Bounds => new(At.X, At.Y, 0, 0);

    /// <inheritdoc/>
    public override double? Area => 0;
}
