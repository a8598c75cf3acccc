using EncordFunctions.Labels.Geometry;

namespace EncordFunctions.Labels.Shapes;

/// <summary>An upright box: top left corner, width and height in pixels.</summary>
public sealed record BoundingBox(double X, double Y, double W, double H) : Shape
{
    /// <inheritdoc/>
    public override string Name => "bounding_box";

    /// <inheritdoc/>
    public override Bounds? Bounds => new(X, Y, W, H);

    /// <inheritdoc/>
    public override double? Area => W * H;
}
