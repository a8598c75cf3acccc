using EncordFunctions.Labels.Geometry;

namespace EncordFunctions.Formats.Coco;

/// <summary>
/// An open line as a ring: its points, and the same again backwards. COCO has no form for lines; the vendor's exporter writes them like that,
/// and a ring of two points alone would be read as a box.
/// </summary>
internal static class ThereAndBack
{
    public static Vertex[] Of(Vertex[] points)
    {
        var ring = new Vertex[2 * points.Length];
        points.CopyTo(ring, 0);
        points.CopyTo(ring, points.Length);
        Array.Reverse(ring, points.Length, points.Length);
        return ring;
    }
}
