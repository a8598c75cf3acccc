using System.Runtime.InteropServices;
using EncordFunctions.Labels.Geometry;

namespace EncordFunctions.Formats.Yolo.Rings;

/// <summary>
/// Makes one ring of many. A hole is joined by a level line to what is left of it, inside the area; a part to the nearest vertex of those
/// before. Every such line is gone there and back, so that it encloses nothing, by whatever rule the ring is filled. Outer rings come out
/// clockwise on screen and holes counter-clockwise.
/// </summary>
internal sealed class RingJoin
{
    // A mask of noise has a hundred thousand holes. Past this many vertices looked at, holes and parts are joined to the last vertex instead
    // of the one that suits best: the lines are longer, what is enclosed is the same.
    private const long MostLooks = 1 << 24;

    private List<Vertex> _part = [];
    private long _looks;

    /// <summary>How many parts were joined.</summary>
    public int Parts { get; private set; }

    /// <summary>How many holes were joined.</summary>
    public int Holes { get; private set; }

    /// <summary>All of it.</summary>
    public List<Vertex> Ring { get; } = [];

    /// <summary>Adds a part: its outer ring, then its holes. One that encloses nothing is left out.</summary>
    public void Add(Vertex[][] rings)
    {
        if (rings.Length == 0 || TwiceAreaOf(rings[0]) is var area && area == 0) return;
        // Most shapes are of one part, which needs no copy.
        _part = Parts == 0 ? Ring : [];
        _part.EnsureCapacity(rings[0].Length);
        Append(_part, rings[0], 0, area < 0);
        AddHoles(rings);
        if (Parts++ > 0) Insert(Ring, NearestOf(Ring, _part[0]), CollectionsMarshal.AsSpan(_part), 0, false);
    }

    private void AddHoles(Vertex[][] rings)
    {
        if (rings.Length == 1) return;
        // From left to right, so that what is left of a hole is joined before it.
        var holes = rings.Skip(1)
            .Where(static ring => TwiceAreaOf(ring) != 0)
            .Select(static ring => (Ring: ring, Leftmost: LeftmostOf(ring)))
            .OrderBy(static hole => hole.Ring[hole.Leftmost].X)
            .ThenBy(static hole => hole.Ring[hole.Leftmost].Y);
        foreach (var (hole, leftmost) in holes)
        {
            Holes++;
            var backwards = TwiceAreaOf(hole) > 0;
            if (FindLeftOf(hole[leftmost]) is not ({ } at, var meeting))
            {
                Insert(_part, _part.Count - 1, hole, leftmost, backwards);
                continue;
            }
            _part.Insert(at + 1, meeting);
            Insert(_part, at + 1, hole, leftmost, backwards);
        }
    }

    /// <summary>Inserts a ring behind a vertex: there, around, and back to that vertex.</summary>
    private static void Insert(List<Vertex> into, int at, ReadOnlySpan<Vertex> ring, int first, bool backwards)
    {
        var detour = new List<Vertex>(ring.Length + 2);
        Append(detour, ring, first, backwards);
        detour.Add(ring[first]);
        detour.Add(into[at]);
        into.InsertRange(at + 1, detour);
    }

    private static void Append(List<Vertex> to, ReadOnlySpan<Vertex> ring, int first, bool backwards)
    {
        for (int i = 0, at = first; i < ring.Length; i++)
        {
            to.Add(ring[at]);
            if (backwards) at = at == 0 ? ring.Length - 1 : at - 1;
            else at = at == ring.Length - 1 ? 0 : at + 1;
        }
    }

    /// <summary>The side of the part that a level line from <paramref name="vertex"/> to the left meets first, and where.</summary>
    private (int? Side, Vertex Meeting) FindLeftOf(Vertex vertex)
    {
        (int? Side, Vertex Meeting) found = (null, default);
        if (!MayLook(_part.Count)) return found;
        for (var i = 0; i < _part.Count; i++)
        {
            var (from, to) = (_part[i], _part[(i + 1) % _part.Count]);
            if (from.Y <= vertex.Y == to.Y <= vertex.Y) continue;
            var x = from.X + ((to.X - from.X) * (vertex.Y - from.Y) / (to.Y - from.Y));
            if (x <= vertex.X && (found.Side is null || x > found.Meeting.X)) found = (i, new Vertex(x, vertex.Y));
        }
        return found;
    }

    private int NearestOf(List<Vertex> ring, Vertex vertex)
    {
        var nearest = ring.Count - 1;
        if (!MayLook(ring.Count)) return nearest;
        var least = double.PositiveInfinity;
        for (var i = 0; i < ring.Count; i++)
        {
            var (dx, dy) = (ring[i].X - vertex.X, ring[i].Y - vertex.Y);
            if ((dx * dx) + (dy * dy) >= least) continue;
            least = (dx * dx) + (dy * dy);
            nearest = i;
        }
        return nearest;
    }

    private bool MayLook(int vertices) => (_looks += vertices) <= MostLooks;

    private static int LeftmostOf(Vertex[] ring)
    {
        var leftmost = 0;
        for (var i = 1; i < ring.Length; i++)
            if (ring[i].X < ring[leftmost].X || (ring[i].X == ring[leftmost].X && ring[i].Y < ring[leftmost].Y)) leftmost = i;
        return leftmost;
    }

    private static double TwiceAreaOf(Vertex[] ring)
    {
        var twice = 0.0;
        for (int i = 0, last = ring.Length - 1; i < ring.Length; last = i++) twice += (ring[last].X * ring[i].Y) - (ring[i].X * ring[last].Y);
        return twice;
    }
}
