using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Json;

namespace EncordFunctions.Labels.Geometry.Reading;

/// <summary>Reads a ring: <c>[x, y, x, y, ...]</c>, or points <c>{x, y}</c>.</summary>
internal static class Rings
{
    /// <summary>Reads the vertices, scaled to pixels; null where they can't be read.</summary>
    public static Vertex[]? Read(ref JsonCursor json, GeometryContext context)
    {
        if (json.Peek() != JsonKind.List)
        {
            context.FailKind(ref json, null, "a list of numbers");
            return null;
        }
        var ahead = json;
        ahead.Enter();
        return ahead.NextElement() && ahead.Peek() == JsonKind.Object ? Vertices.ReadMany(ref json, context) : ReadNumbers(ref json, context);
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
}
