using EncordFunctions.Labels.Issues;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Valid;

namespace EncordFunctions.Labels.Geometry.Validity;

/// <summary>
/// Names what makes polygons invalid, by the rules of the OGC as NetTopologySuite applies them; repeated points and spikes by name. Nothing is
/// repaired. Only what <see cref="QuickProof"/> leaves open is put to it.
/// </summary>
internal sealed class PolygonCheck
{
    /// <summary>More vertices are not put to the test: it would take seconds and hundreds of megabytes.</summary>
    private const int MostVertices = 1 << 16;

    /// <summary>Edges of a tangle may have to be compared each with each.</summary>
    private const int MostTangled = 1 << 12;

    /// <summary>So many holes of a polygon are named at most.</summary>
    private const int MostHoles = 8;

    private static readonly GeometryFactory Factory = new();

    private readonly QuickProof _proof = new();

    /// <summary>The faults of the polygons, [polygon][ring][vertex], ring by ring; none where they are valid.</summary>
    public IReadOnlyList<PolygonFault> FaultsOf(Vertex[][][] parts)
    {
        var proof = _proof.Of(parts);
        if (proof == Proof.Valid) return [];
        var vertices = parts.Sum(static part => part.Sum(static ring => (long)ring.Length));
        if (vertices > (proof == Proof.Tangled ? MostTangled : MostVertices))
            return [new PolygonFault(0, 0, IssueCatalogue.PolygonNotChecked, $"Whether the {vertices} vertices make valid polygons is not checked: it would take too long.")];
        var faults = new List<PolygonFault>();
        var valid = new List<Polygon>();
        for (var part = 0; part < parts.Length; part++)
        {
            if (CheckPart(parts[part], part, faults) is { } polygon) valid.Add(polygon);
        }
        if (valid.Count > 1 && valid.Count == parts.Length) CheckOverlap([.. valid], faults);
        return faults;
    }

    private static Polygon? CheckPart(Vertex[][] rings, int part, List<PolygonFault> faults)
    {
        var sound = new List<LinearRing>();
        for (var ring = 0; ring < rings.Length; ring++)
        {
            if (RingCheck.Check(rings[ring], part, ring, faults) is { } one) sound.Add(one);
        }
        return sound.Count == rings.Length ? CheckHoles(sound, part, faults) : null;
    }

    private static Polygon? CheckHoles(List<LinearRing> rings, int part, List<PolygonFault> faults)
    {
        var holes = rings.Skip(1).ToList();
        var polygon = Factory.CreatePolygon(rings[0], [.. holes]);
        for (var found = 0; found < MostHoles && new IsValidOp(polygon).ValidationError is { } error; found++)
        {
            var place = Factory.CreatePoint(error.Coordinate);
            var hole = holes.MinBy(hole => hole.Distance(place))!;
            var code = error.ErrorType switch
            {
                TopologyValidationErrors.HoleOutsideShell => IssueCatalogue.HoleOutside,
                TopologyValidationErrors.NestedHoles => IssueCatalogue.HoleInHole,
                TopologyValidationErrors.DisconnectedInteriors => IssueCatalogue.PolygonCutApart,
                _ => IssueCatalogue.RingsCross,
            };
            faults.Add(new PolygonFault(part, rings.LastIndexOf(hole), code, RingCheck.Say(code, error.Coordinate)));
            holes.Remove(hole);
            polygon = Factory.CreatePolygon(rings[0], [.. holes]);
        }
        return holes.Count == rings.Count - 1 ? polygon : null;
    }

    private static void CheckOverlap(Polygon[] polygons, List<PolygonFault> faults)
    {
        if (new IsValidOp(Factory.CreateMultiPolygon(polygons)).ValidationError is not { } error) return;
        var place = Factory.CreatePoint(error.Coordinate);
        var part = Enumerable.Range(0, polygons.Length).Reverse().MinBy(part => polygons[part].ExteriorRing.Distance(place));
        faults.Add(new PolygonFault(part, 0, IssueCatalogue.PolygonsOverlap, RingCheck.Say(IssueCatalogue.PolygonsOverlap, error.Coordinate)));
    }
}
