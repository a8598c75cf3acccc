using EncordFunctions.Labels.Geometry;

namespace EncordFunctions.Labels.Shapes;

/// <summary>An open line through <paramref name="Points"/>, in pixels, in drawing order.</summary>
public sealed record Polyline(Vertex[] Points) : Shape
{
    /// <inheritdoc/>
    public override string Name => "polyline";

    /// <inheritdoc/>
    public override Bounds? Bounds => Geometry.Bounds.Around(Points);

    /// <inheritdoc/>
    public override double? Area => 0;
}
