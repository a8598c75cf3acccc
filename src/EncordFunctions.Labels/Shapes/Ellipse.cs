using EncordFunctions.Labels.Geometry;

namespace EncordFunctions.Labels.Shapes;

/// <summary>
/// An ellipse turned about its centre: centre and radii in pixels before the turn, <paramref name="Theta"/> in degrees, clockwise as
/// seen on screen (y down).
/// </summary>
public sealed record Ellipse(double X, double Y, double Rx, double Ry, double Theta) : Shape
{
    /// <inheritdoc/>
    public override string Name => "ellipse";

    /// <summary>False where the size of the frame is unknown: all lengths are fractions of it, and a turn needs its aspect.</summary>
    public bool IsInPixels { get; init; } = true;

    /// <inheritdoc/>
    public override Bounds? Bounds => IsInPixels ? EllipseBounds.Of(X, Y, Rx, Ry, Theta) : null;

    /// <inheritdoc/>
    public override double? Area => IsInPixels ? Math.PI * Rx * Ry : null;
}
