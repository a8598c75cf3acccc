using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Masks.Polygons;

namespace EncordFunctions.Labels.Masks;

/// <summary>Draws polygons as runs, a line of pixels at a time, without drawing a byte.</summary>
/// <remarks>
/// A pixel is set when its centre is inside. A centre on an outline belongs to what lies right of it or, on a level outline, below it:
/// polygons that share an edge share no pixel and leave none out between them.
/// </remarks>
public static class PolygonMask
{
    /// <summary>
    /// The greatest number of places where outlines may cross lines of pixels: their height in pixels, up and down. A polygon of a
    /// photograph has thousands; a hostile one could have an outline of a million edges from the top of a frame to its bottom.
    /// </summary>
    public const int MostCrossings = 1 << 26;

    /// <summary>The pixels of a polygon on its frame.</summary>
    /// <param name="parts">
    /// [polygon][ring][vertex] in pixels, as in <see cref="Shapes.Polygon"/>: each polygon is its first ring less its other rings, the whole
    /// is what any of them covers. A ring that crosses itself is inside where it goes round an odd number of times. What lies outside the
    /// frame is cut off.
    /// </param>
    /// <param name="width">Width of the frame in pixels.</param>
    /// <param name="height">Height of the frame in pixels.</param>
    /// <returns>
    /// The mask, empty where no centre is inside; null where it would have more than <see cref="Mask.MostRuns"/> runs by rows or by
    /// columns, or its outlines more than <see cref="MostCrossings"/>.
    /// </returns>
    /// <exception cref="ArgumentException">A mask of this size can't be.</exception>
    public static Mask? Of(Vertex[][][] parts, int width, int height)
    {
        Mask.ThrowIfImpossible(width, height);
        using var edges = new RingEdges(parts, height);
        if (edges.Crossings > MostCrossings) return null;
        using var runs = new RunList();
        var lines = new RingLines(edges, width);
        var sweep = edges.Rings > 1 ? new RingSweep(parts) : null;
        while (lines.Next() is { } row)
        {
            var from = row * width;
            if (sweep is not null)
            {
                if (!sweep.Add(lines.Crossings, from, runs)) return null;
                continue;
            }
            for (var at = 0; at + 1 < lines.Crossings.Length; at += 2)
                if (!runs.Set(from + RingLines.Column(lines.Crossings[at]), from + RingLines.Column(lines.Crossings[at + 1]))) return null;
        }
        return runs.ToMask(width, height);
    }
}
