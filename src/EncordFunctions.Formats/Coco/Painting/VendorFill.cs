using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Masks;

namespace EncordFunctions.Formats.Coco.Painting;

/// <summary>
/// Polygons of several rings as the vendor's exporter paints them, with OpenCV: the largest first, each filled and its holes cleared. Corners are cut to
/// whole pixels, and outlines are drawn as lines, so that pixels on them are set, and those on a hole's outline cleared.
/// </summary>
internal static class VendorFill
{
    /// <summary>The mask; null where it, or the painting of it, would be beyond what a mask is drawn for (see <see cref="PolygonMask"/>).</summary>
    public static Mask? Of(Vertex[][][] parts, int width, int height)
    {
        var rings = new List<PaintedRing>();
        foreach (var part in parts.OrderByDescending(AreaOf))
            for (var ring = 0; ring < part.Length; ring++) rings.Add(new PaintedRing(part[ring], width, height, paint: ring == 0));
        if (rings.Sum(static ring => ring.Lines) > PolygonMask.MostCrossings) return null;

        var runs = new List<int>();
        var end = 0;
        var line = new byte[width];
        var (top, bottom) = rings.Count == 0 ? (0, -1) : (rings.Min(static ring => ring.Top), rings.Max(static ring => ring.Bottom));
        for (var row = top; row <= bottom; row++)
        {
            Array.Clear(line);
            foreach (var ring in rings) ring.Paint(row, line);
            for (var at = Array.IndexOf(line, PaintedRing.Set); at >= 0;)
            {
                var length = line.AsSpan(at).IndexOf((byte)0);
                if (length < 0) length = width - at;
                AddRun(runs, (row * width) + at, length, ref end);
                var next = line.AsSpan(at + length).IndexOf(PaintedRing.Set);
                at = next < 0 ? -1 : at + length + next;
            }
            if (runs.Count > Mask.MostRuns) return null;
        }
        if (end < width * height) runs.Add((width * height) - end);
        return Mask.FromRuns([.. runs], width, height);
    }

    private static void AddRun(List<int> runs, int start, int length, ref int end)
    {
        if (start == end && runs.Count > 0)
        {
            runs[^1] += length;
        }
        else
        {
            runs.Add(start - end);
            runs.Add(length);
        }
        end = start + length;
    }

    private static double AreaOf(Vertex[][] part) =>
        part.Length == 0 ? 0 : VendorArea.Of(part[0]) - part.Skip(1).Sum(static hole => VendorArea.Of(hole));
}
