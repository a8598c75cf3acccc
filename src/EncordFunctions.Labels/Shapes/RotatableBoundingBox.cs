using EncordFunctions.Labels.Geometry;

namespace EncordFunctions.Labels.Shapes;

/// <summary>
/// A box turned about its own centre. X, Y, W, H are the unrotated box in pixels; <paramref name="Theta"/> is in degrees, 0 to 360,
/// clockwise as seen on screen (y down).
/// </summary>
/// <remarks>
/// Scaled to pixels first and turned after: on a frame that is not square, turning the normalised numbers gives another box.
/// </remarks>
public sealed record RotatableBoundingBox(double X, double Y, double W, double H, double Theta) : Shape
{
    /// <inheritdoc/>
    public override string Name => "rotatable_bounding_box";

    /// <summary>False where the size of the frame is unknown: all lengths are fractions of it, and a turn needs its aspect.</summary>
    public bool IsInPixels { get; init; } = true;

    /// <summary>
    /// The four corners as drawn, from the unrotated top left one on: top left, top right, bottom right, bottom left; none where the box
    /// is not <see cref="IsInPixels"/>.
    /// </summary>
    public Vertex[] Corners()
    {
        if (!IsInPixels) return [];
        var (sin, cos) = Math.SinCos(Theta * Math.PI / 180);
        var (cx, cy, hw, hh) = (X + (W / 2), Y + (H / 2), W / 2, H / 2);
        Vertex At(double dx, double dy) => new(cx + (dx * cos) - (dy * sin), cy + (dx * sin) + (dy * cos));
        return [At(-hw, -hh), At(hw, -hh), At(hw, hh), At(-hw, hh)];
    }

    /// <inheritdoc/>
    public override Bounds? Bounds => IsInPixels ? Geometry.Bounds.Around(Corners()) : null;

    /// <inheritdoc/>
    public override double? Area => IsInPixels ? W * H : null;
}
