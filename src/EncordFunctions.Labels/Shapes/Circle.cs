using EncordFunctions.Labels.Geometry;

namespace EncordFunctions.Labels.Shapes;

/// <summary>
/// A circle: centre and radius in pixels. The export holds the radius as a fraction of the frame's width.
/// </summary>
/// <param name="X">Its centre.</param>
/// <param name="Y">Its centre.</param>
/// <param name="R">Its radius.</param>
/// <param name="Stretch">1 for a circle. What any other number does to it the vendor does not say, so its bounds and area are unknown then.</param>
/// <param name="Theta">Degrees, clockwise as seen on screen; it matters only to a stretched circle.</param>
public sealed record Circle(double X, double Y, double R, double Stretch, double Theta) : Shape
{
    /// <inheritdoc/>
    public override string Name => "circle";

    /// <summary>False where the size of the frame is unknown: the radius is a fraction of its width, and its height is not known.</summary>
    public bool IsInPixels { get; init; } = true;

    /// <inheritdoc/>
    public override Bounds? Bounds => IsRound ? new Bounds(X - R, Y - R, 2 * R, 2 * R) : null;

    /// <inheritdoc/>
    public override double? Area => IsRound ? Math.PI * R * R : null;

    private bool IsRound => IsInPixels && Stretch == 1;
}
