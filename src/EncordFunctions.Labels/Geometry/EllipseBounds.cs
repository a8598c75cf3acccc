namespace EncordFunctions.Labels.Geometry;

/// <summary>The tight box around a turned ellipse.</summary>
internal static class EllipseBounds
{
    /// <summary>The box around an ellipse at (<paramref name="x"/>, <paramref name="y"/>), turned by <paramref name="theta"/> degrees.</summary>
    /// <remarks>x is largest where its derivative along the outline is zero, which gives the root of the sum of squares.</remarks>
    public static Bounds Of(double x, double y, double rx, double ry, double theta)
    {
        var (sin, cos) = Math.SinCos(theta * Math.PI / 180);
        var halfWidth = double.Hypot(rx * cos, ry * sin);
        var halfHeight = double.Hypot(rx * sin, ry * cos);
        return new Bounds(x - halfWidth, y - halfHeight, 2 * halfWidth, 2 * halfHeight);
    }
}
