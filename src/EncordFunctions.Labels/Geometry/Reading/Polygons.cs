using EncordFunctions.Labels.Geometry.Validity;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Json;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Labels.Geometry.Reading;

/// <summary>
/// Reads <c>polygons</c>, [polygon][ring][x, y, x, y, ...] or rings of <c>{x, y}</c>, and the older <c>polygon</c>, one ring of points.
/// What is not valid is noted and kept as it stands.
/// </summary>
internal sealed class Polygons
{
    private readonly PolygonCheck _check = new();
    private readonly List<int> _places = [];
    private readonly List<Vertex[][]> _parts = [];
    private readonly List<Vertex[]> _rings = [];

    /// <summary>Reads one ring of points as a polygon without holes.</summary>
    public Shape? ReadSingle(ref JsonCursor json, GeometryContext context)
    {
        var at = json.At;
        if (Vertices.ReadMany(ref json, context) is not { } ring || !HasPoints(ring, at, context)) return null;
        Vertex[][][] parts = [[ring]];
        var faults = _check.FaultsOf(parts);
        foreach (var fault in faults) context.Note(fault.Code, at, fault.Message);
        return new Polygon(parts) { IsValid = faults.Count == 0 };
    }

    /// <summary>Reads polygons of rings, the first of each its boundary, the others its holes.</summary>
    public Shape? ReadMany(ref JsonCursor json, GeometryContext context)
    {
        if (json.Peek() != JsonKind.List) return Malformed(ref json, context);
        _places.Clear();
        _parts.Clear();
        json.Enter();
        for (context.Push(0); json.NextElement(); context.Move(_parts.Count))
        {
            if (ReadRings(ref json, context) is not { } rings) return null;
            _parts.Add(rings);
        }
        context.Pop();
        var parts = _parts.ToArray();
        var faults = _check.FaultsOf(parts);
        foreach (var (part, ring, code, message) in faults) context.Note(code, PlaceOf(parts, part, ring), $"{part}/{ring}", message);
        return new Polygon(parts) { IsValid = faults.Count == 0 };
    }

    private Vertex[][]? ReadRings(ref JsonCursor json, GeometryContext context)
    {
        if (json.Peek() != JsonKind.List)
        {
            Malformed(ref json, context);
            return null;
        }
        var at = json.At;
        _rings.Clear();
        json.Enter();
        for (context.Push(0); json.NextElement(); context.Move(_rings.Count))
        {
            _places.Add(json.At);
            if (Rings.Read(ref json, context) is not { } ring || !HasPoints(ring, _places[^1], context)) return null;
            _rings.Add(ring);
        }
        context.Pop();
        if (_rings.Count > 0) return [.. _rings];
        context.Fail(IssueCatalogue.NoGeometry, at, null, "The polygon has no rings.");
        return null;
    }

    private int PlaceOf(Vertex[][][] parts, int part, int ring)
    {
        for (var before = 0; before < part; before++) ring += parts[before].Length;
        return _places[ring];
    }

    private static bool HasPoints(Vertex[] ring, int at, GeometryContext context)
    {
        if (ring.Length == 0) return context.Fail(IssueCatalogue.NoGeometry, at, null, "The ring has no points.");
        if (ring.Length < 3) context.Note(IssueCatalogue.RingTooShort, at, $"The ring has {ring.Length} of at least 3 vertices.");
        return true;
    }

    private static Shape? Malformed(ref JsonCursor json, GeometryContext context)
    {
        context.FailKind(ref json, null, "a list");
        return null;
    }
}
