namespace EncordFunctions.Labels.Masks.Polygons;

/// <summary>An edge of a ring from its upper end down, and the lines of pixels whose centres it crosses: [FirstRow, EndRow).</summary>
internal readonly record struct RingEdge(int FirstRow, int EndRow, int Ring, double X, double Y, double Across, double Down)
{
    /// <summary>The first column whose centre is not left of the edge, 0 to <paramref name="width"/>.</summary>
    public int ColumnAt(int row, int width)
    {
        // Always from the upper end, and divided last: neighbours that share the edge get the same column, and on coordinates that
        // are fractions of a power of two a centre on the edge is found to be on it.
        var x = X + ((row + 0.5 - Y) * Across / Down);
        return (int)Math.Clamp(Math.Ceiling(x - 0.5), 0, width);
    }
}
