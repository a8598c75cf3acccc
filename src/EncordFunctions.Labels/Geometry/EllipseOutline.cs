namespace EncordFunctions.Labels.Geometry;

/// <summary>The outline of a circle or an ellipse as a ring whose corners lie on it.</summary>
public static class EllipseOutline
{
    /// <summary>How far the outline may be from a side, in pixels.</summary>
    public const double Tolerance = 0.1;

    private const int Fewest = 16;

    // Enough for a radius of 85,000 px; what is larger than any picture gets longer sides rather than a ring that fills the memory.
    private const int Most = 2048;

    /// <summary>A ring of which no side is farther from the outline than <see cref="Tolerance"/>.</summary>
    /// <param name="x">Its centre, in pixels.</param>
    /// <param name="y">Its centre, in pixels.</param>
    /// <param name="rx">Its radius along x before the turn.</param>
    /// <param name="ry">Its radius along y before the turn.</param>
    /// <param name="theta">The turn in degrees, clockwise as seen on screen.</param>
    /// <returns>
    /// Corners clockwise on screen from the end of the turned x radius on. Their number is a multiple of four, so that the ends of both radii
    /// are among them.
    /// </returns>
    public static Vertex[] Of(double x, double y, double rx, double ry, double theta) => Of(x, y, rx, ry, theta, CornersFor(Math.Max(rx, ry)));

    internal static Vertex[] Of(double x, double y, double rx, double ry, double theta, int corners)
    {
        var (sin, cos) = Math.SinCos(theta * Math.PI / 180);
        var outline = new Vertex[corners];
        for (var i = 0; i < corners; i++)
        {
            var (dy, dx) = Math.SinCos(2 * Math.PI * i / corners);
            outline[i] = new Vertex(x + (rx * dx * cos) - (ry * dy * sin), y + (rx * dx * sin) + (ry * dy * cos));
        }
        return outline;
    }

    // A side over the angle 2a is r × (1 - cos a) from its circle. An ellipse is a squeezed circle of its longer radius, and so nearer.
    private static int CornersFor(double radius)
    {
        if (radius <= Tolerance) return Fewest;
        var corners = Math.Ceiling(Math.PI / Math.Acos(1 - (Tolerance / radius)) / 4) * 4;
        return (int)Math.Clamp(corners, Fewest, Most);
    }
}
