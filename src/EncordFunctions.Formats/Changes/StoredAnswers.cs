using System.Text.Json;

namespace EncordFunctions.Formats.Changes;

/// <summary>
/// Attributes as they were written, flat: of a line of <c>annotations.jsonl</c>, where an option is an object and may nest further ones, or of the
/// Objects table, where it is a name.
/// </summary>
internal sealed class StoredAnswers
{
    // In the order they stand in; the same name may stand more than once, as under several options.
    private readonly List<(string Name, JsonElement Answer)> _all = [];

    private StoredAnswers()
    {
    }

    /// <param name="attributes">A list of attributes.</param>
    /// <param name="onlyDynamic">Whether the static ones are left out.</param>
    public static StoredAnswers Read(ReadOnlyMemory<byte> attributes, bool onlyDynamic)
    {
        var answers = new StoredAnswers();
        using var json = JsonDocument.Parse(attributes);
        answers.Add(json.RootElement, onlyDynamic);
        return answers;
    }

    /// <summary>The answers that differ, by name; an attribute that one side has not is null there.</summary>
    public IEnumerable<(string Name, JsonElement? Before, JsonElement? After)> Differences(StoredAnswers now)
    {
        var before = _all.ToLookup(static one => one.Name, static one => one.Answer);
        var after = now._all.ToLookup(static one => one.Name, static one => one.Answer);
        foreach (var name in before.Concat(after).Select(static one => one.Key).Distinct().Order(StringComparer.Ordinal))
        {
            var (was, isNow) = (Sorted(before[name]), Sorted(after[name]));
            for (var i = 0; i < Math.Max(was.Length, isNow.Length); i++)
            {
                JsonElement? one = i < was.Length ? was[i] : null, other = i < isNow.Length ? isNow[i] : null;
                if (one?.GetRawText() != other?.GetRawText()) yield return (name, one, other);
            }
        }
    }

    private static JsonElement[] Sorted(IEnumerable<JsonElement> answers) =>
        [.. answers.OrderBy(static one => one.GetRawText(), StringComparer.Ordinal)];

    private void Add(JsonElement attributes, bool onlyDynamic)
    {
        foreach (var attribute in attributes.EnumerateArray())
        {
            if (attribute.ValueKind != JsonValueKind.Object || !attribute.TryGetProperty("answer", out var answer)) continue;
            var isTaken = !onlyDynamic || (attribute.TryGetProperty("dynamic", out var dynamic) && dynamic.ValueKind == JsonValueKind.True);
            if (isTaken && answer.ValueKind != JsonValueKind.Null) _all.Add((NameOf(attribute), WithRanges(attribute, Plain(answer))));
            if (answer.ValueKind != JsonValueKind.Array) continue;
            foreach (var option in answer.EnumerateArray())
            {
                if (option.ValueKind == JsonValueKind.Object && option.TryGetProperty("attributes", out var nested) && nested.ValueKind == JsonValueKind.Array) Add(nested, onlyDynamic);
            }
        }
    }

    // Options in any order are the same answer.
    private static JsonElement Plain(JsonElement answer) => answer.ValueKind != JsonValueKind.Array
        ? answer.Clone()
        : JsonSerializer.SerializeToElement(
            answer.EnumerateArray().Select(NameOf).Order(StringComparer.Ordinal).ToArray(), ChangesJson.Default.StringArray);

    private static JsonElement WithRanges(JsonElement attribute, JsonElement answer) => attribute.TryGetProperty("ranges", out var ranges)
        ? JsonSerializer.SerializeToElement(new RangedAnswer(answer, ranges), ChangesJson.Default.RangedAnswer)
        : answer;

    private static string NameOf(JsonElement one)
    {
        if (one.ValueKind == JsonValueKind.String) return one.GetString()!;
        if (one.ValueKind != JsonValueKind.Object) return "";
        foreach (var member in (ReadOnlySpan<string>)["name", "value", "feature_hash"])
            if (one.TryGetProperty(member, out var text) && text.ValueKind == JsonValueKind.String) return text.GetString()!;
        return "";
    }
}
