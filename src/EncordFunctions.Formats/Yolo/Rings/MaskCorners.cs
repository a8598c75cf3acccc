using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Masks;

namespace EncordFunctions.Formats.Yolo.Rings;

/// <summary>Corners of a mask's pixels that are enough to find what is around it: those at both ends of its runs.</summary>
internal static class MaskCorners
{
    public static Vertex[] Of(Mask mask)
    {
        var corners = new List<Vertex>();
        var at = 0;
        for (var run = 1; run < mask.Runs.Length; run += 2)
        {
            at += mask.Runs[run - 1];
            if (mask.Runs[run] == 0) continue;
            var (top, left) = Math.DivRem(at, mask.Width);
            at += mask.Runs[run];
            var (bottom, right) = Math.DivRem(at - 1, mask.Width);
            Add(corners, left, top == bottom ? right + 1 : mask.Width, top);
            // Of a run over several rows all but the first begin at the left edge.
            if (bottom > top) Add(corners, 0, right + 1, bottom);
            if (bottom > top + 1) corners.AddRange([new Vertex(0, top + 1), new Vertex(mask.Width, bottom)]);
        }
        return [.. corners];
    }

    private static void Add(List<Vertex> corners, int left, int right, int row) =>
        corners.AddRange([new Vertex(left, row), new Vertex(right, row), new Vertex(left, row + 1), new Vertex(right, row + 1)]);
}
