using System.Globalization;
using System.Text.Json;

namespace EncordFunctions.Labels.Tests.Vectors;

/// <summary>The rules of the format written down a second time, over a document in memory and without any care for speed.</summary>
internal static class PlainRule
{
    public static IEqualityComparer<(string Identity, double[] Numbers)> Comparer { get; } = EqualityComparer<(string Identity, double[] Numbers)>.Create(
        (one, other) => one.Identity == other.Identity && one.Numbers.Length == other.Numbers.Length
            && one.Numbers.Zip(other.Numbers).All(pair => Math.Abs(pair.First - pair.Second) <= 1e-6 * Math.Max(1, Math.Abs(pair.First))));

    private static readonly string[] RangeTypes = ["audio", "plain_text", "time_series"];
    private static readonly string[] RangeSpaces = ["audio", "text", "html", "time_series"];

    public static IEnumerable<(string Identity, double[] Numbers)> Annotations(JsonElement row)
    {
        foreach (var (unit, frame, labels, width, height, _) in Frames(row))
        {
            foreach (var item in labels.GetProperty("objects").EnumerateArray())
                yield return (Identity(unit, frame, item, Text(item, "objectHash")), [.. Numbers(item, width, height)]);
        }
        foreach (var answer in row.GetProperty("object_answers").EnumerateObject())
        {
            foreach (var (unit, range) in Placements(row, answer.Value)) yield return (Identity(unit, range, answer.Value, answer.Name), []);
        }
    }

    public static IEnumerable<string> Classifications(JsonElement row)
    {
        var frames = Frames(row).SelectMany(at => at.Labels.GetProperty("classifications").EnumerateArray().Select(item => (at.Frame, Space: at.IsSpace ? at.Unit : "", Item: item))).ToList();
        foreach (var answer in row.GetProperty("classification_answers").EnumerateObject())
        {
            var placed = frames.Where(frame => Text(frame.Item, "classificationHash") == answer.Name).ToList();
            var named = Member(answer.Value, "spaces")?.EnumerateObject().ToDictionary(space => space.Name, space => space.Value) ?? [];
            foreach (var space in placed.Select(frame => frame.Space).Union(named.Keys).Union(named.Count == 0 && placed.Count == 0 ? [""] : []))
            {
                var range = Member(space.Length == 0 ? answer.Value : named.GetValueOrDefault(space), "range");
                var on = placed.Where(frame => frame.Space == space).ToList();
                var numbers = range?.GetArrayLength() > 0
                    ? range.Value.EnumerateArray().SelectMany(pair => Enumerable.Range(pair[0].GetInt32(), pair[1].GetInt32() - pair[0].GetInt32() + 1))
                    : on.Select(frame => int.Parse(frame.Frame, CultureInfo.InvariantCulture)).Order();
                var runs = numbers.Select((frame, i) => (frame, i)).GroupBy(pair => pair.frame - pair.i).Select(run => $"{run.First().frame}-{run.Last().frame}");
                var feature = Text(answer.Value, "featureHash") ?? Text(on[0].Item, "featureHash");
                yield return $"{answer.Name} {space} {feature} {string.Join(",", runs)} {string.Join(",", answer.Value.GetProperty("classifications").EnumerateArray().Select(item => Text(item, "featureHash")))}";
            }
        }
    }

    private static string Identity(string unit, string frame, JsonElement item, string? hash) =>
        string.Join(" ", unit, frame, hash, Text(item, "featureHash"), Text(item, "name"), Text(item, "color"), Text(item, "shape"), Text(item, "createdBy"));

    /// <summary>Where a range object stands: every unit and range.</summary>
    private static IEnumerable<(string Unit, string Range)> Placements(JsonElement row, JsonElement answer)
    {
        if (RangeTypes.Contains(Text(row, "data_type")))
        {
            var unit = row.GetProperty("data_units").EnumerateObject().First().Name;
            foreach (var range in Ranges(Member(answer, "range")).Concat(Ranges(Member(answer, "range_html")))) yield return (unit, range);
        }
        foreach (var space in Member(answer, "spaces")?.EnumerateObject().ToList() ?? [])
        {
            if (!RangeSpaces.Contains(Text(row.GetProperty("spaces").GetProperty(space.Name), "space_type"))) continue;
            foreach (var range in Ranges(Member(space.Value, "range"))) yield return (space.Name, range);
        }
    }

    private static IEnumerable<string> Ranges(JsonElement? ranges) => ranges?.EnumerateArray().Select(range =>
    {
        var (start, end) = range.ValueKind == JsonValueKind.Object ? (range.GetProperty("start"), range.GetProperty("end")) : (range[0], range[1]);
        return $"{Place(start)}-{Place(end)}";
    }) ?? [];

    private static string Place(JsonElement place) =>
        place.ValueKind == JsonValueKind.Number ? place.ToString() : $"{Text(place, "xpath") ?? Text(place, "node")}:{place.GetProperty("offset")}";

    private static IEnumerable<(string Unit, string Frame, JsonElement Labels, double Width, double Height, bool IsSpace)> Frames(JsonElement row)
    {
        var units = row.GetProperty("data_units").EnumerateObject().Select(unit => (unit, IsSpace: false));
        var spaces = Member(row, "spaces")?.EnumerateObject().Select(unit => (unit, IsSpace: true)) ?? [];
        foreach (var (unit, isSpace) in units.Concat(spaces))
        {
            if (Member(unit.Value, "labels") is not { } labels) continue;
            if (labels.TryGetProperty("objects", out _))
            {
                yield return (unit.Name, Member(unit.Value, "data_sequence")?.ToString() ?? "0", labels, Side(unit.Value, "width"), Side(unit.Value, "height"), isSpace);
                continue;
            }
            foreach (var frame in labels.EnumerateObject())
            {
                var sized = Member(frame.Value, "metadata") ?? (Member(unit.Value, "frames") is { } slices ? slices[int.Parse(frame.Name, CultureInfo.InvariantCulture)] : unit.Value);
                yield return (unit.Name, frame.Name, frame.Value, Side(sized, "width"), Side(sized, "height"), isSpace);
            }
        }
    }

    /// <summary>A side that is not known leaves fractions.</summary>
    private static double Side(JsonElement sized, string name) => Member(sized, name)?.GetDouble() is { } side and > 0 ? side : 1;

    private static JsonElement? Member(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static IEnumerable<double> Numbers(JsonElement item, double width, double height)
    {
        IEnumerable<double> Scaled(JsonElement points) =>
            (points.ValueKind == JsonValueKind.Array ? points.EnumerateArray() : points.EnumerateObject().OrderBy(member => int.Parse(member.Name, CultureInfo.InvariantCulture)).Select(member => member.Value))
                .SelectMany(point => new[] { point.GetProperty("x").GetDouble() * width, point.GetProperty("y").GetDouble() * height });

        switch (Text(item, "shape"))
        {
            case "bounding_box":
                return Box(item.GetProperty("boundingBox"), width, height);
            case "rotatable_bounding_box":
                var turned = item.GetProperty("rotatableBoundingBox");
                return [.. Box(turned, width, height), turned.GetProperty("theta").GetDouble()];
            case "polygon" when item.TryGetProperty("polygons", out var parts):
                return parts.EnumerateArray().SelectMany(part => part.EnumerateArray()).SelectMany(ring => ring.EnumerateArray().Select((number, i) => number.GetDouble() * (i % 2 == 0 ? width : height)));
            case "polygon":
                return Scaled(item.GetProperty("polygon"));
            case "polyline":
                return Scaled(item.GetProperty("polyline"));
            case "point":
                return Scaled(item.GetProperty("point"));
            case "skeleton":
                return item.GetProperty("skeleton").EnumerateObject().OrderBy(member => int.Parse(member.Name, CultureInfo.InvariantCulture))
                    .SelectMany(member => new[] { member.Value.GetProperty("x").GetDouble() * width, member.Value.GetProperty("y").GetDouble() * height, Seen(member.Value) });
            case "cuboid":
                var cuboid = item.GetProperty("cuboid");
                return new[] { "position", "orientation", "size" }.SelectMany(part => cuboid.GetProperty(part).EnumerateArray().Select(number => number.GetDouble()));
            case "segmentation":
                return [];
            default:
                return [item.GetProperty("bitmask").GetProperty("width").GetDouble(), item.GetProperty("bitmask").GetProperty("height").GetDouble()];
        }
    }

    private static double[] Box(JsonElement box, double width, double height) =>
        [box.GetProperty("x").GetDouble() * width, box.GetProperty("y").GetDouble() * height, box.GetProperty("w").GetDouble() * width, box.GetProperty("h").GetDouble() * height];

    private static double Seen(JsonElement point)
    {
        bool Marked(string mark) => (point.TryGetProperty(mark, out var flag) && flag.ValueKind == JsonValueKind.True) || Text(point, "visibility") == mark;
        return Marked("invisible") ? 3 : Marked("occluded") ? 1 : Marked("selfOccluded") ? 2 : 0;
    }

    private static string? Text(JsonElement item, string name) => item.TryGetProperty(name, out var value) ? value.GetString() : null;
}
