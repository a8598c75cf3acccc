using System.Text.Json;
using EncordFunctions.Pipeline;

namespace EncordFunctions.Local.Output;

/// <summary>The result of a run for programs: one JSON document.</summary>
public static class SummaryJson
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true };

    /// <summary>The exports of a run.</summary>
    public static string Of(IEnumerable<ExportResult> results) => Document(json =>
    {
        foreach (var (summary, folder, _) in results)
        {
            json.WriteStartObject();
            json.WriteString("export", summary.Id.Value);
            WriteCounts(json, summary);
            json.WriteString("out", folder);
            json.WriteEndObject();
        }
    });

    /// <summary>What was read without any storage: the same, without an id and a folder.</summary>
    public static string OfInspected(ExportSummary summary) => Document(json =>
    {
        json.WriteStartObject();
        WriteCounts(json, summary);
        json.WriteEndObject();
    });

    private static string Document(Action<Utf8JsonWriter> exports)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Indented))
        {
            json.WriteStartObject();
            json.WriteStartArray("exports");
            exports(json);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    private static void WriteCounts(Utf8JsonWriter json, ExportSummary summary)
    {
        json.WriteString("blob", summary.Blob);
        json.WriteNumber("rows", summary.Rows ?? 0);
        json.WriteStartObject("verdicts");
        json.WriteNumber("Done", summary.Verdicts.Done);
        json.WriteNumber("DoneWithIssues", summary.Verdicts.DoneWithIssues);
        json.WriteNumber("Rejected", summary.Verdicts.Rejected);
        json.WriteNumber("Failed", summary.Verdicts.Failed);
        json.WriteEndObject();
        json.WriteNumber("annotations", summary.Annotations);
        json.WriteNumber("classifications", summary.Classifications);
        json.WriteNumber("masks", summary.Masks);
        json.WriteStartObject("issues");
        json.WriteNumber("error", summary.Errors);
        json.WriteNumber("warning", summary.Warnings);
        json.WriteEndObject();
    }
}
