using EncordFunctions.Labels.Geometry;

namespace EncordFunctions.Labels.Shapes;

/// <summary>A box in a scene, in scene units.</summary>
/// <param name="Position">Its centre.</param>
/// <param name="Orientation">
/// Three Euler angles in radians, as they stand. The vendor does not state their axes; its experiments turn by the third about x, then by
/// the second about y, then by the first about z.
/// </param>
/// <param name="Size">Its full length along each of its own axes.</param>
public sealed record Cuboid(Vertex3D Position, Vertex3D Orientation, Vertex3D Size) : Shape
{
    /// <inheritdoc/>
    public override string Name => "cuboid";

    /// <inheritdoc/>
    public override Bounds? Bounds => null;

    /// <inheritdoc/>
    public override double? Area => null;
}
