using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Masks;

namespace EncordFunctions.Labels.Shapes;

/// <summary>A pixel mask over the whole frame.</summary>
public sealed record Bitmask(Mask Mask) : Shape
{
    /// <inheritdoc/>
    public override string Name => "bitmask";

    /// <inheritdoc/>
    public override Bounds? Bounds => Mask.Bounds;

    /// <summary>The number of set pixels.</summary>
    public override double? Area => Mask.Area;
}
