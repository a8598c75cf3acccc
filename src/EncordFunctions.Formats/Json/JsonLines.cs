using System.Text.Encodings.Web;
using System.Text.Json;

namespace EncordFunctions.Formats.Json;

/// <summary>A file of one JSON object a line: UTF-8, '\n' behind every line, no spaces, what needs no escape unescaped.</summary>
internal sealed class JsonLines(IOutputFiles files, string path) : IAsyncDisposable
{
    /// <summary>How a line is spelled.</summary>
    public static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private OutputFile? _file;
    private Utf8JsonWriter? _json;

    /// <summary>Begins the file, so that it appears even if no line comes.</summary>
    public void Open()
    {
        _file = files.Create(path, "application/x-ndjson");
        _json = new Utf8JsonWriter(_file, Options);
    }

    /// <summary>Begins a line, and the file with the first one. The members of its object are the caller's to write.</summary>
    public Utf8JsonWriter Begin()
    {
        if (_json is null) Open();
        _json!.WriteStartObject();
        return _json;
    }

    public ValueTask EndAsync(CancellationToken cancellationToken)
    {
        _json!.WriteEndObject();
        _json.Flush();
        _json.Reset();
        _file!.GetSpan(1)[0] = (byte)'\n';
        _file.Advance(1);
        return _file.FlushAsync(cancellationToken);
    }

    /// <summary>Writes a line that is spelled already.</summary>
    public ValueTask CopyAsync(ReadOnlyMemory<byte> line, CancellationToken cancellationToken)
    {
        if (_file is null) Open();
        var to = _file!.GetSpan(line.Length + 1);
        line.Span.CopyTo(to);
        to[line.Length] = (byte)'\n';
        _file.Advance(line.Length + 1);
        return _file.FlushAsync(cancellationToken);
    }

    public ValueTask CommitAsync(CancellationToken cancellationToken) => _file?.CommitAsync(cancellationToken) ?? default;

    public ValueTask DisposeAsync()
    {
        // What an unfinished line has left in the writer goes nowhere: the file it would go to is given up with it.
        _json?.Reset();
        return _file?.DisposeAsync() ?? default;
    }
}
