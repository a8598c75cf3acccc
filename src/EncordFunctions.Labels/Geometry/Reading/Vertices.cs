using EncordFunctions.Labels.Json;

namespace EncordFunctions.Labels.Geometry.Reading;

/// <summary>Reads one point of a geometry.</summary>
internal delegate bool PointReader<T>(ref JsonCursor json, GeometryContext context, out T point);

/// <summary>Reads points <c>{x, y}</c> or <c>{x, y, z}</c>: as a list, or as an object whose keys are numbers.</summary>
internal static class Vertices
{
    private static readonly PointReader<Vertex> Flat = TryRead;
    private static readonly PointReader<Vertex3D> Spatial = TryRead;

    /// <summary>Reads points of a picture, scaled to pixels; null where they can't be read.</summary>
    public static Vertex[]? ReadMany(ref JsonCursor json, GeometryContext context) => ReadMany(ref json, context, context.Scratch, Flat);

    /// <summary>Reads points of a scene; null where they can't be read.</summary>
    public static Vertex3D[]? ReadSpatial(ref JsonCursor json, GeometryContext context) => ReadMany(ref json, context, [], Spatial);

    /// <summary>
    /// Reads the points under a list or a map; null where they can't be read. The keys of a map are numbers and order it as numbers: "10"
    /// comes after "9".
    /// </summary>
    public static T[]? ReadMany<T>(ref JsonCursor json, GeometryContext context, List<T> points, PointReader<T> read)
    {
        var kind = json.Peek();
        if (kind is not (JsonKind.List or JsonKind.Object))
        {
            context.FailKind(ref json, null, "points");
            return null;
        }
        var at = json.At;
        points.Clear();
        context.Keys.Clear();
        json.Enter();
        context.Push(0);
        while (kind == JsonKind.List ? json.NextElement() : PointKeys.Next(ref json, context))
        {
            if (kind == JsonKind.List) context.Move(points.Count);
            if (!read(ref json, context, out var point)) return null;
            points.Add(point);
        }
        if (context.HasFailed) return null;
        context.Pop();
        return kind == JsonKind.List ? [.. points] : PointKeys.Sort(points, context, at);
    }

    /// <summary>Whether the first of the points that follow has a z.</summary>
    public static bool AreSpatial(JsonCursor json)
    {
        var kind = json.Peek();
        if (kind is not (JsonKind.List or JsonKind.Object)) return false;
        json.Enter();
        if (!(kind == JsonKind.List ? json.NextElement() : json.NextMember(out _)) || json.Peek() != JsonKind.Object) return false;
        json.Enter();
        while (json.NextMember(out var name))
        {
            if (name.SequenceEqual("z"u8)) return json.Peek() != JsonKind.Null;
            json.Skip();
        }
        return false;
    }

    private static bool TryRead(ref JsonCursor json, GeometryContext context, out Vertex vertex)
    {
        vertex = default;
        return PointPlace.TryRead(ref json, context, out var place) && place.TryScale(context, out vertex);
    }

    private static bool TryRead(ref JsonCursor json, GeometryContext context, out Vertex3D vertex)
    {
        vertex = default;
        return PointPlace.TryRead(ref json, context, out var place) && place.TryPlace(context, out vertex);
    }
}
