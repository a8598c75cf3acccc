using EncordFunctions.Labels.Geometry;

namespace EncordFunctions.Formats.Geometry;

/// <summary>
/// A ring as files want it: closed, and wound as RFC 7946 and GeoParquet call counterclockwise: the outer ring's area is positive in its own axes,
/// x × y, a hole's is negative. (With y down that is clockwise on screen.) It begins where it was drawn from.
/// </summary>
/// <param name="ring">The vertices, not closed.</param>
/// <param name="hole">Whether it is a hole.</param>
internal readonly struct ClosedRing(Vertex[] ring, bool hole)
{
    private readonly bool _backwards = DoubleArea(ring) is var area && (hole ? area > 0 : area < 0);

    // A ring of one or two points is kept by the reader with a warning. GEOS and NTS refuse a whole file for a ring of fewer than four positions,
    // so the first point is repeated.
    public int Count => ring.Length == 0 ? 0 : Math.Max(ring.Length, 3) + 1;

    public Vertex this[int position] =>
        position == 0 || position >= ring.Length ? ring[0] : _backwards ? ring[^position] : ring[position];

    private static double DoubleArea(Vertex[] ring)
    {
        // From the first vertex: far from the origin the products would lose the digits that decide.
        var twice = 0.0;
        for (var i = 2; i < ring.Length; i++)
        {
            var (ax, ay) = (ring[i - 1].X - ring[0].X, ring[i - 1].Y - ring[0].Y);
            twice += (ax * (ring[i].Y - ring[0].Y)) - (ay * (ring[i].X - ring[0].X));
        }
        return twice;
    }
}
