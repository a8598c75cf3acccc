using EncordFunctions.Labels.Geometry;

namespace EncordFunctions.Formats.Coco;

/// <summary>An ellipse as a polygon whose corners lie on it and whose sides are nowhere farther from it than a tenth of a pixel.</summary>
internal static class EllipseRing
{
    private const double Tolerance = 0.1;
    private const int Fewest = 8;

    /// <summary>Enough for radii of up to 500,000 pixels.</summary>
    private const int Most = 5_000;

    public static Vertex[] Of(double x, double y, double rx, double ry, double theta)
    {
        var (sin, cos) = Math.SinCos(theta * Math.PI / 180);
        var ring = new Vertex[CornersOf(Math.Max(rx, ry))];
        for (var i = 0; i < ring.Length; i++)
        {
            var (up, along) = Math.SinCos(2 * Math.PI * i / ring.Length);
            var (dx, dy) = (rx * along, ry * up);
            ring[i] = new Vertex(x + (dx * cos) - (dy * sin), y + (dx * sin) + (dy * cos));
        }
        return ring;
    }

    /// <summary>A side over the angle 2a of a circle is r(1 - cos a) from it at most; of an ellipse no side is farther than on the circle around it.</summary>
    private static int CornersOf(double radius) =>
        radius <= Tolerance ? Fewest : (int)Math.Clamp(Math.Ceiling(Math.PI / Math.Acos(1 - (Tolerance / radius))), Fewest, Most);
}
