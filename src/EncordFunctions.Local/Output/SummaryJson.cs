using System.Text.Json;
using EncordFunctions.Pipeline;

namespace EncordFunctions.Local.Output;

/// <summary>The result of a run for programs: one JSON document.</summary>
public static class SummaryJson
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true };

    /// <summary>The exports of a run.</summary>
    public static string Of(IEnumerable<ExportResult> results)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Indented))
        {
            json.WriteStartObject();
            json.WriteStartArray("exports");
            foreach (var (summary, folder, _) in results)
            {
                json.WriteStartObject();
                json.WriteString("export", summary.Id.Value);
                WriteCounts(
                    json, summary.Blob, summary.Rows ?? 0, summary.Verdicts,
                    summary.Annotations, summary.Classifications, summary.Masks, summary.Errors, summary.Warnings);
                json.WriteString("out", folder);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    /// <summary>The members that an export and an inspected one have alike.</summary>
    internal static void WriteCounts(
        Utf8JsonWriter json,
        string blob,
        long rows,
        VerdictCounts verdicts,
        long annotations,
        long classifications,
        long masks,
        long errors,
        long warnings)
    {
        json.WriteString("blob", blob);
        json.WriteNumber("rows", rows);
        json.WriteStartObject("verdicts");
        json.WriteNumber(nameof(verdicts.Done), verdicts.Done);
        json.WriteNumber(nameof(verdicts.DoneWithIssues), verdicts.DoneWithIssues);
        json.WriteNumber(nameof(verdicts.Rejected), verdicts.Rejected);
        json.WriteNumber(nameof(verdicts.Failed), verdicts.Failed);
        json.WriteEndObject();
        json.WriteNumber("annotations", annotations);
        json.WriteNumber("classifications", classifications);
        json.WriteNumber("masks", masks);
        json.WriteStartObject("issues");
        json.WriteNumber("error", errors);
        json.WriteNumber("warning", warnings);
        json.WriteEndObject();
    }
}
