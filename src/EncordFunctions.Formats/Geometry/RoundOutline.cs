using EncordFunctions.Labels.Geometry;

namespace EncordFunctions.Formats.Geometry;

/// <summary>The outline of a circle or an ellipse as a ring of chords.</summary>
internal static class RoundOutline
{
    /// <summary>How far the outline may be from a chord, in pixels.</summary>
    public const double Tolerance = 0.1;

    private const int Fewest = 16;

    // Enough for a radius of 85,000 px; what is larger than any picture gets longer chords rather than a ring that fills the memory.
    private const int Most = 2048;

    /// <summary>
    /// Vertices on the outline, clockwise on screen from the end of the turned x radius on. Their number is a multiple of four, so that those of
    /// both radii are among them.
    /// </summary>
    public static Vertex[] Of(double x, double y, double rx, double ry, double theta)
    {
        var (sin, cos) = Math.SinCos(theta * Math.PI / 180);
        var outline = new Vertex[CountFor(Math.Max(rx, ry))];
        for (var i = 0; i < outline.Length; i++)
        {
            var (dy, dx) = Math.SinCos(2 * Math.PI * i / outline.Length);
            outline[i] = new Vertex(x + (rx * dx * cos) - (ry * dy * sin), y + (rx * dx * sin) + (ry * dy * cos));
        }
        return outline;
    }

    // A chord over the angle 2a is r × (1 - cos a) from its circle. An ellipse is a squeezed circle of its longer radius, and so nearer.
    private static int CountFor(double radius)
    {
        if (radius <= Tolerance) return Fewest;
        var count = Math.Ceiling(Math.PI / Math.Acos(1 - (Tolerance / radius)) / 4) * 4;
        return (int)Math.Clamp(count, Fewest, Most);
    }
}
