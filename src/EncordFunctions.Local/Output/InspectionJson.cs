using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using EncordFunctions.Formats;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Local.Inspect;

namespace EncordFunctions.Local.Output;

/// <summary>
/// An inspection for programs: one JSON document with every issue, written while they are found, and then what <c>ingest --json</c> says of
/// an export, but for an id and a folder.
/// </summary>
internal sealed class InspectionJson : IInspectionOutput, IDisposable
{
    private const int FlushBytes = 1 << 16;

    private readonly TextWriter _to;
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly Utf8JsonWriter _json;

    /// <summary>Begins the document.</summary>
    public InspectionJson(TextWriter to)
    {
        _to = to;
        _json = new Utf8JsonWriter(_buffer, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        _json.WriteStartObject();
        _json.WriteStartArray("issues");
    }

    /// <inheritdoc/>
    public void Take(Issue issue, InspectedFile file, TextPlace? text)
    {
        _json.WriteStartObject();
        IssueJson.WriteMembers(_json, issue);
        _json.WriteEndObject();
        if (_json.BytesPending + _buffer.WrittenCount > FlushBytes) Flush();
    }

    /// <summary>Ends the document.</summary>
    public void End(string blob, InspectionTally tally)
    {
        _json.WriteEndArray();
        _json.WriteStartArray("exports");
        _json.WriteStartObject();
        SummaryJson.WriteCounts(
            _json, blob, tally.Verdicts.Total, tally.Verdicts, tally.Annotations, tally.Classifications, tally.Masks, tally.Errors, tally.Warnings);
        _json.WriteEndObject();
        _json.WriteEndArray();
        _json.WriteEndObject();
        Flush();
        _to.WriteLine();
        _to.Flush();
    }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();

    private void Flush()
    {
        _json.Flush();
        _to.Write(Encoding.UTF8.GetString(_buffer.WrittenSpan));
        _buffer.ResetWrittenCount();
    }
}
