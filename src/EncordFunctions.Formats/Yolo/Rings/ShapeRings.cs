using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Masks;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Formats.Yolo.Rings;

/// <summary>The area a shape covers as rings.</summary>
internal static class ShapeRings
{
    /// <summary>[polygon][ring][vertex], first ring outer; null where the shape covers no area.</summary>
    public static Vertex[][][]? Of(Shape shape) => shape switch
    {
        Polygon polygon => polygon.Parts,
        Bitmask { Mask: var mask } => MaskOutlines.Of(mask),
        BoundingBox box => [[new RotatableBoundingBox(box.X, box.Y, box.W, box.H, 0).Corners()]],
        RotatableBoundingBox box => [[box.Corners()]],
        Circle circle => [[Round(circle.X, circle.Y, circle.R, circle.R, 0)]],
        Ellipse round => [[Round(round.X, round.Y, round.Rx, round.Ry, round.Theta)]],
        Cuboid2D cuboid => [[ConvexRing.Around([.. cuboid.Front, .. cuboid.Back()])]],
        _ => null,
    };

    /// <summary>An ellipse as a ring that is nowhere a tenth of a pixel away from it.</summary>
    private static Vertex[] Round(double x, double y, double rx, double ry, double theta)
    {
        const double Away = 0.1;
        const int Fewest = 8;
        const int Most = 360;
        // A side over an angle of 2a misses a circle by r (1 - cos a).
        var sides = Math.PI / Math.Acos(1 - Math.Min(Away / Math.Max(rx, ry), 1));
        var ring = new Vertex[(int)Math.Clamp(Math.Ceiling(sides), Fewest, Most)];
        var (sin, cos) = Math.SinCos(theta * Math.PI / 180);
        for (var i = 0; i < ring.Length; i++)
        {
            var (up, along) = Math.SinCos(Math.Tau * i / ring.Length);
            var (dx, dy) = (rx * along, ry * up);
            ring[i] = new Vertex(x + (dx * cos) - (dy * sin), y + (dx * sin) + (dy * cos));
        }
        return ring;
    }
}
