using System.Buffers.Text;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Json;

namespace EncordFunctions.Labels.Geometry.Reading;

/// <summary>Reads points <c>{x, y}</c>, alone or many: as a list, or as an object whose keys are numbers.</summary>
internal static class Vertices
{
    /// <summary>
    /// Reads the vertices under a list or a map; null where they can't be read. The keys of a map are numbers and order it as numbers:
    /// "10" comes after "9".
    /// </summary>
    public static Vertex[]? ReadMany(ref JsonCursor json, GeometryContext context)
    {
        var kind = json.Peek();
        if (kind is not (JsonKind.List or JsonKind.Object))
        {
            context.FailKind(ref json, null, "points");
            return null;
        }
        var (vertices, keys) = (context.Scratch, kind == JsonKind.Object ? context.Keys : null);
        vertices.Clear();
        context.Keys.Clear();
        json.Enter();
        context.Push(0);
        while (Next(ref json, context, keys, vertices.Count))
        {
            if (!TryRead(ref json, context, out var vertex)) return null;
            vertices.Add(vertex);
        }
        if (context.HasFailed) return null;
        context.Pop();
        var all = vertices.ToArray();
        if (keys is not null) Sort(keys, all);
        return all;
    }

    /// <summary>Steps to the next point of a map or list.</summary>
    public static bool Next(ref JsonCursor json, GeometryContext context, List<long>? keys, int index)
    {
        if (keys is null)
        {
            context.Move(index);
            return json.NextElement();
        }
        var at = json.At;
        if (!json.NextMember(out var name)) return false;
        if (!Utf8Parser.TryParse(name, out uint key, out var used) || used != name.Length)
            return context.Fail(IssueCatalogue.GeometryMalformed, at, null, "A point stands under a key that is not a number.");
        keys.Add(key);
        context.Move(key);
        return true;
    }

    /// <summary>Puts what was read from a map in the order of its keys.</summary>
    public static void Sort<T>(List<long> keys, T[] items)
    {
        for (var i = 1; i < keys.Count; i++)
        {
            if (keys[i] >= keys[i - 1]) continue;
            Array.Sort(keys.ToArray(), items);
            return;
        }
    }

    /// <summary>Reads one point, scaled to pixels.</summary>
    public static bool TryRead(ref JsonCursor json, GeometryContext context, out Vertex vertex)
    {
        vertex = default;
        if (json.Peek() != JsonKind.Object) return context.FailKind(ref json, null, "a point {x, y}");
        var place = new PointPlace(json.At);
        json.Enter();
        while (json.NextMember(out var name))
        {
            if (!place.TryTake(ref json, context, name, out var taken)) return false;
            if (!taken) json.Skip();
        }
        return place.TryScale(context, out vertex);
    }
}
