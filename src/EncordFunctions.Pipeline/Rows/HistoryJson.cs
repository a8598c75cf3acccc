using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Pipeline.Rows;

/// <summary>The exports of a label row as the text of a column: <c>[{"export_hash", "exported_at", "user_email"}]</c>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ExportRecord[]))]
internal sealed partial class HistoryJson : JsonSerializerContext
{
    private const int MostChars = 8_000;

    private static HistoryJson Readable => field ??= new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>Writes the newest that fit a column; null where there are none.</summary>
    public static string? Write(IReadOnlyList<ExportRecord> history)
    {
        for (var kept = history.Count; kept > 0; kept /= 2)
        {
            var text = JsonSerializer.Serialize([.. history.Take(kept)], Readable.ExportRecordArray);
            if (text.Length <= MostChars) return text;
        }
        return null;
    }
}
