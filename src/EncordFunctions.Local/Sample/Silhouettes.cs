using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Local.Sample;

/// <summary>What the sample draws: outlines and pixel masks of things seen on a street and in a scanner.</summary>
internal static class Silhouettes
{
    /// <summary>A car seen from the side, its windows left out, in the box at (left, top).</summary>
    public static Func<int, int, bool> Car(double left, double top, double width) => (px, py) =>
    {
        // The car is drawn on a board of 100 × 40.
        var (x, y) = ((px + 0.5 - left) * 100 / width, (py + 0.5 - top) * 100 / width);
        if (Disc(x, y, 22, 32, 8) || Disc(x, y, 78, 32, 8)) return !Disc(x, y, 22, 32, 3) && !Disc(x, y, 78, 32, 3);
        var roof = y is >= 2 and < 16 && x > 22 + ((16 - y) * 0.9) && x < 78 - ((16 - y) * 0.7);
        var windows = y is >= 5 and < 14 && x > 28 + ((14 - y) * 0.9) && x < 73 - ((14 - y) * 0.7) && Math.Abs(x - 51) > 1.5;
        var body = y is >= 16 and < 32 && x is >= 2 and < 98 && (y > 20 || (x > 4 && x < 92 + ((y - 16) * 1.5)));
        return (roof && !windows) || body;
    };

    /// <summary>An ellipse.</summary>
    public static Func<int, int, bool> Ellipse(double cx, double cy, double rx, double ry) => (x, y) =>
        Square((x + 0.5 - cx) / rx) + Square((y + 0.5 - cy) / ry) <= 1;

    /// <summary>A ring of points around a centre, its radius wavering by the given share.</summary>
    public static IReadOnlyList<Vertex> Ring(double cx, double cy, double rx, double ry, int points, double waver = 0) =>
    [
        .. Enumerable.Range(0, points).Select(i =>
        {
            var (sin, cos) = Math.SinCos(Math.Tau * i / points);
            var reach = 1 + (waver * Math.Sin((5 * Math.Tau * i / points) + 1));
            return new Vertex(cx + (rx * reach * cos), cy + (ry * reach * sin));
        }),
    ];

    /// <summary>The four corners of an upright rectangle.</summary>
    public static IReadOnlyList<Vertex> Rectangle(double left, double top, double right, double bottom) =>
        [new(left, top), new(right, top), new(right, bottom), new(left, bottom)];

    /// <summary>A person standing with the feet at (x, y), <paramref name="height"/> tall.</summary>
    public static IReadOnlyList<Joint> Person(double x, double y, double height)
    {
        Joint At(string name, double dx, double up, Visibility visibility = Visibility.Visible) =>
            new(name, new Vertex(x + (dx * height), y - (up * height)), visibility);
        return
        [
            At("head", 0, 0.95), At("neck", 0, 0.82),
            At("left shoulder", -0.11, 0.8), At("left elbow", -0.15, 0.62), At("left hand", -0.13, 0.46, Visibility.SelfOccluded),
            At("right shoulder", 0.11, 0.8), At("right elbow", 0.16, 0.63), At("right hand", 0.15, 0.47, Visibility.Occluded),
            At("hip", 0, 0.5), At("left knee", -0.06, 0.27), At("right knee", 0.07, 0.27, Visibility.Invisible), At("feet", 0, 0),
        ];
    }

    private static bool Disc(double x, double y, double cx, double cy, double radius) => Square(x - cx) + Square(y - cy) <= Square(radius);

    private static double Square(double of) => of * of;
}
