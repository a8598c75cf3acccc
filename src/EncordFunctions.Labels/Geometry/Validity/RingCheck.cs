using System.Globalization;
using EncordFunctions.Labels.Issues;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Valid;

namespace EncordFunctions.Labels.Geometry.Validity;

/// <summary>Looks at one ring alone.</summary>
internal static class RingCheck
{
    private static readonly GeometryFactory Factory = new();

    private static readonly Dictionary<IssueCode, string> Meanings = new()
    {
        [IssueCatalogue.RingCrossesItself] = "The ring crosses itself, so its area is what the shoelace formula gives, where parts may cancel out:",
        [IssueCatalogue.HoleOutside] = "The hole is not inside its polygon, and its area is taken off all the same:",
        [IssueCatalogue.HoleInHole] = "The hole is inside another hole, and its area is taken off twice:",
        [IssueCatalogue.RingHasSpike] = "The ring goes out and back along one line",
        [IssueCatalogue.RingWithoutArea] = "All points of the ring are on one line",
        [IssueCatalogue.RingTouchesItself] = "The ring touches itself",
        [IssueCatalogue.PolygonCutApart] = "The holes cut the polygon apart",
        [IssueCatalogue.PolygonsOverlap] = "The polygons overlap or share an edge, and what they share counts twice in the area:",
        [IssueCatalogue.RingsCross] = "The rings cross or share an edge",
    };

    /// <summary>The ring, if it is valid by itself; repeated points are noted and do no harm.</summary>
    public static LinearRing? Check(Vertex[] ring, int part, int index, List<PolygonFault> faults)
    {
        // A ring of one or two points is named where it is read.
        if (ring.Length < 3) return null;
        var points = Distinct(ring);
        if (points.Count < ring.Length)
        {
            var times = ring.Length - points.Count;
            var first = ring.Zip([ring[^1], .. ring]).First(static pair => pair.First == pair.Second).First;
            faults.Add(new PolygonFault(part, index, IssueCatalogue.RingRepeatsPoint, Invariant(
                $"{times} of the ring's {ring.Length} points repeat the point before them, the first at ({first.X:0.###}, {first.Y:0.###}); the ring is kept as it stands.")));
        }
        var fault = FaultOf(points, out var linear);
        if (fault is var (code, at)) faults.Add(new PolygonFault(part, index, code, Say(code, at)));
        return linear;
    }

    /// <summary>What a fault means, and where it is.</summary>
    public static string Say(IssueCode code, Coordinate at) => Invariant($"{Meanings[code]} at ({at.X:0.###}, {at.Y:0.###}); it is kept as it stands.");

    private static (IssueCode Code, Coordinate At)? FaultOf(List<Coordinate> points, out LinearRing? ring)
    {
        ring = null;
        if (points.Count < 3 || points.TrueForAll(point => Orientation.Index(points[0], points[1], point) == OrientationIndex.Collinear))
            return (IssueCatalogue.RingWithoutArea, points[0]);
        for (var i = 0; i < points.Count; i++)
        {
            var (before, at, after) = (points[i], points[(i + 1) % points.Count], points[(i + 2) % points.Count]);
            var ahead = ((at.X - before.X) * (after.X - at.X)) + ((at.Y - before.Y) * (after.Y - at.Y));
            if (ahead < 0 && Orientation.Index(before, at, after) == OrientationIndex.Collinear) return (IssueCatalogue.RingHasSpike, at);
        }
        var linear = Factory.CreateLinearRing([.. points, points[0]]);
        if (new IsValidOp(Factory.CreatePolygon(linear)).ValidationError is { } error)
            return (error.ErrorType == TopologyValidationErrors.RingSelfIntersection ? IssueCatalogue.RingTouchesItself : IssueCatalogue.RingCrossesItself, error.Coordinate);
        ring = linear;
        return null;
    }

    private static List<Coordinate> Distinct(Vertex[] ring)
    {
        var points = new List<Coordinate>(ring.Length);
        var before = ring[^1];
        foreach (var point in ring)
        {
            if (point != before) points.Add(new Coordinate(point.X, point.Y));
            before = point;
        }
        // A ring of one point many times has no point that differs from the one before it.
        if (points.Count == 0) points.Add(new Coordinate(before.X, before.Y));
        return points;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
