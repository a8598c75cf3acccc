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
    private static readonly PointReader<SkeletonPoint> Joint = TryPoint;

    /// <summary>Reads the points in the numeric order of their keys.</summary>
    public static Shape? Read(ref JsonCursor json, GeometryContext context)
    {
        var at = json.At;
        if (Vertices.ReadMany(ref json, context, [], Joint) is not { } points) return null;
        if (points.Length > 0) return new Skeleton(points);
        context.Fail(IssueCatalogue.NoGeometry, at, null, "The skeleton has no points.");
        return null;
    }

    private static bool TryPoint(ref JsonCursor json, GeometryContext context, out SkeletonPoint point)
    {
        point = null!;
        if (json.Peek() != JsonKind.Object) return context.FailKind(ref json, null, "a point {x, y, name}");
        var start = json.At;
        var place = new PointPlace(start);
        var (name, featureHash, mark) = ((string?)null, (string?)null, Visibility.Visible);
        json.Enter();
        while (json.NextMember(out var member))
        {
            if (!place.TryTake(ref json, context, member, out var taken)) return false;
            if (taken) continue;
            if (member.SequenceEqual("name"u8)) name = Text(ref json, "name", context);
            else if (member.SequenceEqual("featureHash"u8)) featureHash = Text(ref json, "featureHash", context);
            else if (member.SequenceEqual("visibility"u8)) mark = Stronger(mark, Word(ref json, context));
            else if (MarkOf(member) is { } flag) mark = json.Skip().SequenceEqual("true"u8) ? Stronger(mark, flag) : mark;
            else if (member.SequenceEqual("color"u8) || member.SequenceEqual("value"u8)) json.Skip();
            else context.SkipUnknown(ref json, member);
        }
        if (!place.TryScale(context, out var at)) return false;
        if (string.IsNullOrEmpty(name)) context.Note(IssueCatalogue.PointWithoutName, start, "The point has no name, so nothing says which joint it is.");
        point = new SkeletonPoint(name, featureHash, at, mark);
        return true;
    }

    private static string? Text(ref JsonCursor json, string member, GeometryContext context)
    {
        var kind = json.Peek();
        var at = json.At;
        if (kind == JsonKind.Text)
        {
            var text = context.Strings.Get(json.ReadText(out var escaped), escaped, out var valid);
            if (!valid) context.Note(IssueCatalogue.TextNotUtf8, at, member, "The text is not valid UTF-8; the faulty bytes are replaced.");
            return text;
        }
        if (kind != JsonKind.Null) context.Note(IssueCatalogue.WrongKind, at, member, $"The {member} of the point is not a text; read as absent.");
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
        context.Note(IssueCatalogue.WrongKind, at, "visibility", "The visibility is none of visible, invisible, occluded, selfOccluded; read as visible.");
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
