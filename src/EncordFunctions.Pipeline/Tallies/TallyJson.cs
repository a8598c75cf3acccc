using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using EncordFunctions.Formats.Changes;
using EncordFunctions.Formats.Ledger;
using EncordFunctions.Formats.Manifests;

namespace EncordFunctions.Pipeline.Tallies;

/// <summary>Tallies as the text of table properties.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, IgnoreReadOnlyProperties = true, UseStringEnumConverter = true)]
[JsonSerializable(typeof(LedgerLine[]))]
[JsonSerializable(typeof(ChangeCounts))]
[JsonSerializable(typeof(ManifestClass[]))]
[JsonSerializable(typeof(ManifestIssues[]))]
[JsonSerializable(typeof(Dictionary<string, long>))]
internal sealed partial class TallyJson : JsonSerializerContext
{
    private const int MostChars = 32_000;

    /// <summary>Writes text as it is, so that as much as possible fits a property.</summary>
    private static TallyJson Readable => field ??= new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>Writes a ledger; without its examples where they would not fit a property.</summary>
    public static string? Write(LedgerLine[] ledger)
    {
        if (ledger.Length == 0) return null;
        var text = JsonSerializer.Serialize(ledger, Readable.LedgerLineArray);
        if (text.Length <= MostChars) return text;
        return JsonSerializer.Serialize(
            Array.ConvertAll(ledger, static line => line with { Skipped = Bare(line.Skipped), Losses = Bare(line.Losses) }), Readable.LedgerLineArray);

        static LedgerEntry[] Bare(IReadOnlyList<LedgerEntry> entries) => [.. entries.Select(static entry => entry with { Example = null })];
    }

    public static string? Write(Counts<string> shapes) => shapes.All.Count == 0
        ? null
        : JsonSerializer.Serialize(shapes.All.OrderBy(static pair => pair.Key, StringComparer.Ordinal).ToDictionary(), Readable.DictionaryStringInt64);

    public static string? Write(ManifestIssues[] issues) =>
        issues.Length == 0 ? null : JsonSerializer.Serialize(issues, Readable.ManifestIssuesArray);

    /// <summary>Writes the classes that fit a property, the most frequent first; the rest as one.</summary>
    public static string? Write(ClassCounts classes)
    {
        var all = classes.All.ToArray();
        if (all.Length == 0) return null;
        for (var kept = all.Length; ; kept /= 2)
        {
            var frequent = all.OrderByDescending(static one => one.Annotations).Take(kept).ToArray();
            if (kept < all.Length)
            {
                var others = all.Sum(static one => one.Annotations) - frequent.Sum(static one => one.Annotations);
                frequent = [.. frequent, new ManifestClass(Formats.Manifests.ManifestClass.Others, null, others)];
            }
            var text = JsonSerializer.Serialize(frequent, Readable.ManifestClassArray);
            if (text.Length <= MostChars) return text;
        }
    }

    public static string? Write(ChangeCounts? changes) => changes is null ? null : JsonSerializer.Serialize(changes, Readable.ChangeCounts);

    public static ChangeCounts? Changes(string? text) => Read(text, Default.ChangeCounts);

    public static LedgerLine[] Ledger(string? text) => Read(text, Default.LedgerLineArray) ?? [];

    public static Dictionary<string, long> Shapes(string? text) => Read(text, Default.DictionaryStringInt64) ?? [];

    public static ManifestIssues[] Issues(string? text) => Read(text, Default.ManifestIssuesArray) ?? [];

    public static ManifestClass[] Classes(string? text) => Read(text, Default.ManifestClassArray) ?? [];

    private static T? Read<T>(string? text, JsonTypeInfo<T> type)
        where T : class => text is null ? null : JsonSerializer.Deserialize(text, type);
}
