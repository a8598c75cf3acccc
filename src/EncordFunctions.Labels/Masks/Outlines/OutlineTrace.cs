using EncordFunctions.Labels.Geometry;

namespace EncordFunctions.Labels.Masks.Outlines;

/// <summary>Walks from corner to corner and cuts the ways into rings where they touch themselves.</summary>
internal sealed class OutlineTrace(OutlineCorners corners)
{
    private readonly List<(int First, int Region, Vertex[] Ring)> _rings = [];
    private readonly int[] _way = new int[corners.Count];
    private int _length;

    public Vertex[][][] Polygons()
    {
        for (var corner = 0; corner < corners.Count; corner += 2)
            if (!corners[corner].IsTraced) Walk(corner);
        _rings.Sort(static (one, other) => one.First.CompareTo(other.First));

        // Above every hole there is some of its region, so the outer ring comes first.
        var places = new Dictionary<int, int>();
        var polygons = new List<List<Vertex[]>>();
        foreach (var (_, region, ring) in _rings)
        {
            if (!places.TryGetValue(region, out var place))
            {
                places.Add(region, place = polygons.Count);
                polygons.Add([]);
            }
            polygons[place].Add(ring);
        }
        return [.. polygons.Select(static rings => rings.ToArray())];
    }

    /// <summary>Walks around a region, or around a hole, with the region on the right.</summary>
    private void Walk(int start)
    {
        _length = 0;
        var level = corners[start].IsTop;
        var at = start;
        do
        {
            Step(at);
            at = level ? at ^ 1 : corners[at].Across;
            level = !level;
        }
        while (at != start);
        CutOff(0);
    }

    private void Step(int at)
    {
        ref var corner = ref corners[at];
        corner.IsTraced = true;
        if (corner.IsTouch)
        {
            // Back at a place the way went through before: what lies between is a ring, and the way goes on as if it had not been.
            var twin = (at & 1) != 0 ? at + 1 : at - 1;
            var place = corners[twin].Place;
            if (corners[twin].IsTraced && place < _length && _way[place] == twin)
            {
                CutOff(place);
                _length = place + 1;
                return;
            }
        }
        corner.Place = _length;
        _way[_length++] = at;
    }

    /// <summary>Makes a ring of the way from a place on.</summary>
    private void CutOff(int place)
    {
        var way = _way.AsSpan(place, _length - place);
        var first = 0;
        for (var i = 1; i < way.Length; i++)
            if (way[i] < way[first]) first = i;
        var ring = new Vertex[way.Length];
        for (int i = 0, at = first; i < ring.Length; i++, at++)
        {
            if (at == way.Length) at = 0;
            ref var corner = ref corners[way[at]];
            ring[i] = new Vertex(corner.X, corner.Y);
        }
        _rings.Add((way[first], corners.RegionOf(corners[way[0]].Region), ring));
    }
}
