using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Json;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Labels.Geometry.Reading;

/// <summary>
/// Reads <c>skeleton</c>, a map of named points. How well a point is seen comes as flags (editor) or as one word (SDK); where several
/// marks stand together the first of invisible, occluded, selfOccluded, visible holds.
/// </summary>
internal static class Skeletons
{
    /// <summary>Reads the points in the numeric order of their keys.</summary>
    public static Shape? Read(ref JsonCursor json, GeometryContext context, Utf8Strings strings)
    {
        var kind = json.Peek();
        var at = json.At;
        if (kind is not (JsonKind.List or JsonKind.Object))
        {
            context.FailKind(ref json, null, "points");
            return null;
        }
        var (points, keys) = (new List<SkeletonPoint>(), kind == JsonKind.Object ? new List<long>() : null);
        json.Enter();
        context.Push(0);
        while (Vertices.Next(ref json, context, keys, points.Count))
        {
            if (ReadPoint(ref json, context, strings) is not { } point) return null;
            points.Add(point);
        }
        if (context.HasFailed) return null;
        context.Pop();
        var all = points.ToArray();
        if (keys is not null) Vertices.Sort(keys, all);
        if (all.Length > 0) return new Skeleton(all);
        context.Fail(IssueCatalogue.NoGeometry, at, null, "The skeleton has no points.");
        return null;
    }

    private static SkeletonPoint? ReadPoint(ref JsonCursor json, GeometryContext context, Utf8Strings strings)
    {
        if (json.Peek() != JsonKind.Object)
        {
            context.FailKind(ref json, null, "a point {x, y, name}");
            return null;
        }
        var place = new PointPlace(json.At);
        var (name, featureHash, mark) = ((string?)null, (string?)null, Visibility.Visible);
        json.Enter();
        while (json.NextMember(out var member))
        {
            if (!place.TryTake(ref json, context, member, out var taken)) return null;
            if (taken) continue;
            if (member.SequenceEqual("name"u8)) name = Text(ref json, "name", context, strings);
            else if (member.SequenceEqual("featureHash"u8)) featureHash = Text(ref json, "featureHash", context, strings);
            else if (member.SequenceEqual("visibility"u8)) mark = Stronger(mark, Word(ref json, context));
            else if (MarkOf(member) is { } flag) mark = json.Skip().SequenceEqual("true"u8) ? Stronger(mark, flag) : mark;
            else json.Skip();
        }
        return place.TryScale(context, out var at) ? new SkeletonPoint(name, featureHash, at, mark) : null;
    }

    private static string? Text(ref JsonCursor json, string member, GeometryContext context, Utf8Strings strings)
    {
        var kind = json.Peek();
        if (kind == JsonKind.Text) return strings.Get(json.ReadText(out var escaped), escaped);
        if (kind != JsonKind.Null) context.Note(IssueCatalogue.WrongKind, json.At, $"The {member} of the point is not a text; read as absent.");
        json.Skip();
        return null;
    }

    private static Visibility Word(ref JsonCursor json, GeometryContext context)
    {
        var kind = json.Peek();
        var at = json.At;
        var value = json.Skip();
        if (kind == JsonKind.Null) return Visibility.Visible;
        if (kind == JsonKind.Text && MarkOf(value[1..^1]) is { } mark) return mark;
        context.Note(IssueCatalogue.WrongKind, at, "The visibility is none of visible, invisible, occluded, selfOccluded; read as visible.");
        return Visibility.Visible;
    }

    private static Visibility? MarkOf(ReadOnlySpan<byte> name)
    {
        if (name.SequenceEqual("visible"u8)) return Visibility.Visible;
        if (name.SequenceEqual("invisible"u8)) return Visibility.Invisible;
        if (name.SequenceEqual("occluded"u8)) return Visibility.Occluded;
        return name.SequenceEqual("selfOccluded"u8) ? Visibility.SelfOccluded : null;
    }

    private static Visibility Stronger(Visibility one, Visibility other) => Rank(one) >= Rank(other) ? one : other;

    private static int Rank(Visibility mark) => mark switch
    {
        Visibility.Invisible => 3,
        Visibility.Occluded => 2,
        Visibility.SelfOccluded => 1,
        _ => 0,
    };
}
