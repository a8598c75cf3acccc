using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace EncordFunctions.Formats.GeoJson;

/// <summary>A FeatureCollection that is written feature by feature, one a line.</summary>
internal sealed class FeatureFile : IAsyncDisposable
{
    private readonly OutputFile _file;
    private readonly Utf8JsonWriter _json;
    private bool _any;

    public FeatureFile(OutputFile file)
    {
        _file = file;
        _json = new Utf8JsonWriter(file, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });
        file.Write("""{"type":"FeatureCollection","features":["""u8);
    }

    /// <summary>Begins a feature. The further members of its object are the caller's to write.</summary>
    public Utf8JsonWriter Begin()
    {
        _file.Write(_any ? ",\n"u8 : "\n"u8);
        _any = true;
        _json.WriteStartObject();
        _json.WriteString("type"u8, "Feature"u8);
        return _json;
    }

    public ValueTask EndAsync(CancellationToken cancellationToken)
    {
        _json.WriteEndObject();
        _json.Flush();
        _json.Reset();
        return _file.FlushAsync(cancellationToken);
    }

    public ValueTask CommitAsync(CancellationToken cancellationToken)
    {
        _file.Write("\n]}\n"u8);
        return _file.CommitAsync(cancellationToken);
    }

    public ValueTask DisposeAsync()
    {
        // What an unfinished feature has left in the writer goes nowhere: the file it would go to is given up with it.
        _json.Reset();
        return _file.DisposeAsync();
    }
}
