using System.Globalization;
using System.Text.Json;

namespace EncordFunctions.Labels.Tests.Vectors;

/// <summary>The rules of the format written down a second time, over a document in memory and without any care for speed.</summary>
internal static class PlainRule
{
    public static IEqualityComparer<(string Identity, double[] Numbers)> Comparer { get; } = EqualityComparer<(string Identity, double[] Numbers)>.Create(
        (one, other) => one.Identity == other.Identity && one.Numbers.Length == other.Numbers.Length
            && one.Numbers.Zip(other.Numbers).All(pair => Math.Abs(pair.First - pair.Second) <= 1e-6 * Math.Max(1, Math.Abs(pair.First))));

    public static IEnumerable<(string Identity, double[] Numbers)> Annotations(JsonElement row)
    {
        foreach (var (unit, frame, labels, width, height) in Frames(row))
        {
            foreach (var item in labels.GetProperty("objects").EnumerateArray())
            {
                var identity = string.Join(" ", unit, frame, Text(item, "objectHash"), Text(item, "featureHash"), Text(item, "name"), Text(item, "color"), Text(item, "shape"), Text(item, "createdBy"));
                yield return (identity, [.. Numbers(item, width, height)]);
            }
        }
    }

    public static IEnumerable<string> Classifications(JsonElement row)
    {
        var frames = Frames(row).SelectMany(at => at.Labels.GetProperty("classifications").EnumerateArray().Select(item => (at.Frame, Item: item)))
            .ToLookup(placed => Text(placed.Item, "classificationHash"));
        foreach (var answer in row.GetProperty("classification_answers").EnumerateObject())
        {
            var numbers = answer.Value.TryGetProperty("range", out var range)
                ? range.EnumerateArray().SelectMany(pair => Enumerable.Range(pair[0].GetInt32(), pair[1].GetInt32() - pair[0].GetInt32() + 1)).ToList()
                : [.. frames[answer.Name].Select(placed => int.Parse(placed.Frame, CultureInfo.InvariantCulture)).Order()];
            var ranges = numbers.Select((frame, i) => (frame, i)).GroupBy(pair => pair.frame - pair.i).Select(run => $"{run.First().frame}-{run.Last().frame}");
            var first = frames[answer.Name].First().Item;
            yield return $"{answer.Name} {Text(first, "featureHash")} {Text(first, "name")} {string.Join(",", ranges)} {string.Join(",", answer.Value.GetProperty("classifications").EnumerateArray().Select(item => Text(item, "featureHash")))}";
        }
    }

    private static IEnumerable<(string Unit, string Frame, JsonElement Labels, double Width, double Height)> Frames(JsonElement row)
    {
        foreach (var unit in row.GetProperty("data_units").EnumerateObject())
        {
            var labels = unit.Value.GetProperty("labels");
            var (width, height) = (unit.Value.GetProperty("width").GetDouble(), unit.Value.GetProperty("height").GetDouble());
            if (labels.TryGetProperty("objects", out _))
            {
                yield return (unit.Name, unit.Value.GetProperty("data_sequence").ToString(), labels, width, height);
                continue;
            }
            foreach (var frame in labels.EnumerateObject())
            {
                var sized = frame.Value.TryGetProperty("metadata", out var metadata);
                yield return (unit.Name, frame.Name, frame.Value, sized ? metadata.GetProperty("width").GetDouble() : width, sized ? metadata.GetProperty("height").GetDouble() : height);
            }
        }
    }

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
