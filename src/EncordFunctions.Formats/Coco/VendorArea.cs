using EncordFunctions.Labels.Geometry;

namespace EncordFunctions.Formats.Coco;

/// <summary>
/// What a ring encloses, reckoned in the order in which the vendor's geometry library (GEOS) does it, so that the last digit is the same: each
/// corner's distance from the first one, times the height from its next to its last neighbour.
/// </summary>
internal static class VendorArea
{
    public static double Of(ReadOnlySpan<Vertex> ring)
    {
        var sum = 0.0;
        for (var at = 1; at < ring.Length; at++)
        {
            var next = at + 1 < ring.Length ? ring[at + 1] : ring[0];
            sum += (ring[at].X - ring[0].X) * (ring[at - 1].Y - next.Y);
        }
        return Math.Abs(sum / 2);
    }
}
