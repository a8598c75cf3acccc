using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using EncordFunctions.Pipeline;
using EncordFunctions.Pipeline.Verifying;

namespace EncordFunctions.Local.Output;

/// <summary>A verification for programs: one JSON document.</summary>
public static class VerificationJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What was found of an export.</summary>
    public static string Of(ExportId export, Verification verified)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteString("export", export.Value);
            json.WriteBoolean("finished", verified.IsFinished);
            json.WriteBoolean("equal", verified.IsEqual);
            json.WriteNumber("rows", verified.Rows);
            json.WriteNumber("files", verified.Files);
            json.WriteNumber("bytes", verified.Bytes);
            json.WriteNumber("entities", verified.Entities);
            json.WriteNumber("difference_count", verified.DifferenceCount);
            json.WriteStartArray("differences");
            foreach (var (place, member, stands, should) in verified.Differences)
            {
                json.WriteStartObject();
                json.WriteString("place", place);
                json.WriteString("member", member);
                json.WriteString("stands", stands);
                json.WriteString("should", should);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteStartArray("notes");
            foreach (var note in verified.Notes) json.WriteStringValue(note);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }
}
