using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using EncordFunctions.Formats.Fragments;

namespace EncordFunctions.Formats.Parquet;

/// <summary>JSON that is the text of a column, spelled as in the files of one object a line.</summary>
internal sealed class JsonText : IDisposable
{
    private readonly ArrayBufferWriter<byte> _text = new();
    private readonly Utf8JsonWriter _json;

    public JsonText() => _json = new Utf8JsonWriter(
        _text, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });

    /// <summary>Begins a text. Its value is the caller's to write.</summary>
    public Utf8JsonWriter Begin()
    {
        _text.ResetWrittenCount();
        _json.Reset();
        return _json;
    }

    /// <summary>Writes it to a record.</summary>
    public void WriteTo(IBufferWriter<byte> record)
    {
        _json.Flush();
        record.WriteBlock(_text.WrittenSpan);
    }

    public void Dispose() => _json.Dispose();
}
