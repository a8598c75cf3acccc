using EncordFunctions.Labels.Masks.Polygons;

namespace EncordFunctions.Labels.Masks;

/// <summary>Draws ellipses as runs, exactly: no polygon stands for the outline.</summary>
/// <remarks>A pixel is set when its centre is inside, as in <see cref="PolygonMask"/>.</remarks>
public static class EllipseMask
{
    /// <summary>The pixels of an ellipse on its frame; what lies outside the frame is cut off.</summary>
    /// <param name="x">Its centre, in pixels.</param>
    /// <param name="y">Its centre, in pixels.</param>
    /// <param name="rx">Its radius along x before the turn, in pixels.</param>
    /// <param name="ry">Its radius along y before the turn, in pixels.</param>
    /// <param name="theta">How far it is turned about its centre: degrees, clockwise as seen on screen.</param>
    /// <param name="width">Width of the frame in pixels.</param>
    /// <param name="height">Height of the frame in pixels.</param>
    /// <returns>The mask, empty where no centre is inside; null where it would have more than <see cref="Mask.MostRuns"/> runs by columns.</returns>
    /// <exception cref="ArgumentException">A mask of this size can't be.</exception>
    /// <remarks>
    /// On a line, with u and v along the radii, (u/rx)² + (v/ry)² = 1 is a·dx² + 2b·dx + c = 0: the two places where the outline crosses it.
    /// </remarks>
    public static Mask? Of(double x, double y, double rx, double ry, double theta, int width, int height)
    {
        Mask.ThrowIfImpossible(width, height);
        using var runs = new RunList();
        if (rx > 0 && ry > 0)
        {
            var (sin, cos) = Math.SinCos(theta * Math.PI / 180);
            var reach = double.Hypot(rx * sin, ry * cos);
            var a = Square(cos / rx) + Square(sin / ry);
            var (first, behind) = (Pixel(y - reach, height), Pixel(y + reach, height));
            for (var row = first; row < behind; row++)
            {
                var dy = row + 0.5 - y;
                var b = dy * sin * cos * (Square(1 / rx) - Square(1 / ry));
                var c = Square(dy * sin / rx) + Square(dy * cos / ry) - 1;
                var half = Math.Sqrt(Math.Max(0, (b * b) - (a * c))) / a;
                var line = row * width;
                if (!runs.Set(line + Pixel(x - (b / a) - half, width), line + Pixel(x - (b / a) + half, width))) return null;
            }
        }
        return runs.ToMask(width, height);
    }

    /// <summary>The first pixel whose centre is not before <paramref name="at"/>; inside the frame, or the one behind it.</summary>
    private static int Pixel(double at, int side) => (int)Math.Clamp(Math.Ceiling(at - 0.5), 0, side);

    private static double Square(double of) => of * of;
}
