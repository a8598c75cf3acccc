using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Masks.Outlines;

namespace EncordFunctions.Labels.Masks;

/// <summary>
/// The outlines of a mask along the edges of its pixels, found on its runs; nothing is drawn. Time and memory go with the number of runs,
/// not with the size of the mask.
/// </summary>
public static class MaskOutlines
{
    /// <summary>
    /// The regions of <paramref name="mask"/> as [polygon][ring][vertex]: a polygon for each set of pixels that hang together by their
    /// sides, its first ring the outer boundary, every further one a hole. A region inside a hole is a further polygon.
    /// </summary>
    /// <remarks>
    /// Vertices are whole pixels from 0 to the width and height, at turns only. Rings are not closed; they begin at their topmost vertex,
    /// of those at the leftmost, and go on to the right (outer: clockwise on screen, positive area with y down) or down (holes). No ring touches
    /// itself; two rings may touch in points, where pixels meet by their corners. Polygons, and the holes of each, come in the order of their
    /// first vertices, from top to bottom and from left to right.
    /// </remarks>
    /// <returns>None for an empty mask.</returns>
    public static Vertex[][][] Of(Mask mask)
    {
        using var corners = new OutlineCorners();
        new OutlineSweep(mask.Width, mask.Height, corners).Find(mask.Runs);
        return new OutlineTrace(corners).Polygons();
    }
}
