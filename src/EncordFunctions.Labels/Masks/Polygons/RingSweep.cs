using EncordFunctions.Labels.Geometry;

namespace EncordFunctions.Labels.Masks.Polygons;

/// <summary>
/// Goes along a line over several rings and knows what is inside: a part is where its outer ring is and none of its holes, whatever
/// the holes do to each other, and a pixel is set where any part is.
/// </summary>
internal sealed class RingSweep
{
    private readonly int[] _partOf;
    private readonly bool[] _isHole;
    private readonly bool[] _inside;
    private readonly int[] _holesAround;
    private readonly bool[] _outerAround;

    public RingSweep(Vertex[][][] parts)
    {
        var rings = parts.Sum(part => part.Length);
        _partOf = new int[rings];
        _isHole = new bool[rings];
        _inside = new bool[rings];
        _holesAround = new int[parts.Length];
        _outerAround = new bool[parts.Length];
        var number = 0;
        for (var part = 0; part < parts.Length; part++)
        {
            for (var ring = 0; ring < parts[part].Length; ring++, number++)
            {
                _partOf[number] = part;
                _isHole[number] = ring > 0;
            }
        }
    }

    /// <summary>Sets what is inside on the line that begins at pixel <paramref name="from"/>.</summary>
    /// <returns>Whether the runs may still grow.</returns>
    public bool Add(ReadOnlySpan<long> crossings, int from, RunList runs)
    {
        var partsAround = 0;
        var start = 0;
        foreach (var crossing in crossings)
        {
            var before = partsAround;
            partsAround += Cross(RingLines.Ring(crossing));
            if (before == 0 && partsAround > 0) start = RingLines.Column(crossing);
            if (before > 0 && partsAround == 0 && !runs.Set(from + start, from + RingLines.Column(crossing))) return false;
        }
        return true;
    }

    /// <summary>Steps over an outline of a ring.</summary>
    /// <returns>1 where its part begins, -1 where it ends, else 0.</returns>
    private int Cross(int ring)
    {
        var part = _partOf[ring];
        var was = IsInside(part);
        var inside = _inside[ring] = !_inside[ring];
        if (_isHole[ring]) _holesAround[part] += inside ? 1 : -1;
        else _outerAround[part] = inside;
        return (IsInside(part) ? 1 : 0) - (was ? 1 : 0);
    }

    private bool IsInside(int part) => _outerAround[part] && _holesAround[part] == 0;
}
