using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Json;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Labels.Geometry.Reading;

/// <summary>
/// Reads <c>polygons</c>, [polygon][ring][x, y, x, y, ...] or rings of <c>{x, y}</c>, and the older <c>polygon</c>, one ring of points.
/// </summary>
internal static class Polygons
{
    /// <summary>Reads one ring of points as a polygon without holes.</summary>
    public static Shape? ReadSingle(ref JsonCursor json, GeometryContext context)
    {
        json.Peek();
        var at = json.At;
        if (Vertices.ReadMany(ref json, context) is not { } ring) return null;
        if (ring.Length == 0)
        {
            context.Fail(IssueCatalogue.NoGeometry, at, null, "The polygon has no points.");
            return null;
        }
        NoteLength(ring, at, context);
        return new Polygon([[ring]]);
    }

    /// <summary>Reads polygons of rings, the first of each its boundary, the others its holes.</summary>
    public static Shape? ReadMany(ref JsonCursor json, GeometryContext context)
    {
        if (json.Peek() != JsonKind.List) return Malformed(ref json, context);
        var parts = new List<Vertex[][]>();
        var rings = new List<Vertex[]>();
        json.Enter();
        for (context.Push(0); json.NextElement(); context.Move(parts.Count))
        {
            if (json.Peek() != JsonKind.List) return Malformed(ref json, context);
            var at = json.At;
            json.Enter();
            rings.Clear();
            for (context.Push(0); json.NextElement(); context.Move(rings.Count))
            {
                if (ReadRing(ref json, context) is not { } ring) return null;
                rings.Add(ring);
            }
            context.Pop();
            if (rings.Count == 0)
            {
                context.Fail(IssueCatalogue.NoGeometry, at, null, "The polygon has no rings.");
                return null;
            }
            parts.Add([.. rings]);
        }
        return new Polygon([.. parts]);
    }

    private static Vertex[]? ReadRing(ref JsonCursor json, GeometryContext context)
    {
        if (json.Peek() != JsonKind.List)
        {
            context.FailKind(ref json, null, "a list of numbers");
            return null;
        }
        var at = json.At;
        var ahead = json;
        ahead.Enter();
        var ring = ahead.NextElement() && ahead.Peek() == JsonKind.Object
            ? Vertices.ReadMany(ref json, context)
            : ReadNumbers(ref json, context);
        if (ring is null) return null;
        if (ring.Length == 0)
        {
            context.Fail(IssueCatalogue.NoGeometry, at, null, "The ring has no points.");
            return null;
        }
        NoteLength(ring, at, context);
        return ring;
    }

    private static Vertex[]? ReadNumbers(ref JsonCursor json, GeometryContext context)
    {
        var ring = context.Scratch;
        ring.Clear();
        var (x, count, at) = (0.0, 0, json.At);
        json.Enter();
        for (context.Push(0); json.NextElement(); count++)
        {
            context.Move(count);
            var place = json.At;
            if (!context.TryNumber(ref json, null, out var value) || !context.IsFraction(value, place, null)) return null;
            if (count % 2 == 0) x = value * context.Frame.Width;
            else ring.Add(new Vertex(x, value * context.Frame.Height));
        }
        context.Pop();
        if (count % 2 == 0) return [.. ring];
        context.Fail(IssueCatalogue.GeometryMalformed, at, null, $"The ring has {count} numbers, so one x is without its y.");
        return null;
    }

    private static void NoteLength(Vertex[] ring, int at, GeometryContext context)
    {
        if (ring.Length < 3) context.Note(IssueCatalogue.RingTooShort, at, $"The ring has {ring.Length} of at least 3 vertices.");
    }

    private static Shape? Malformed(ref JsonCursor json, GeometryContext context)
    {
        context.FailKind(ref json, null, "a list");
        return null;
    }
}
