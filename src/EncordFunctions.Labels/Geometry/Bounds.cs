namespace EncordFunctions.Labels.Geometry;

/// <summary>An axis-aligned box in pixels: top left corner, width and height.</summary>
public readonly record struct Bounds(double X, double Y, double W, double H)
{
    /// <summary>The tight box around <paramref name="vertices"/>; a zero box where there are none.</summary>
    public static Bounds Around(ReadOnlySpan<Vertex> vertices)
    {
        if (vertices.IsEmpty) return default;
        var (left, top) = vertices[0];
        var (right, bottom) = vertices[0];
        foreach (var (x, y) in vertices[1..])
        {
            left = Math.Min(left, x);
            top = Math.Min(top, y);
            right = Math.Max(right, x);
            bottom = Math.Max(bottom, y);
        }
        return new Bounds(left, top, right - left, bottom - top);
    }

    /// <summary>The smallest box that holds both.</summary>
    public Bounds Union(Bounds other)
    {
        var left = Math.Min(X, other.X);
        var top = Math.Min(Y, other.Y);
        return new Bounds(left, top, Math.Max(X + W, other.X + other.W) - left, Math.Max(Y + H, other.Y + other.H) - top);
    }
}
