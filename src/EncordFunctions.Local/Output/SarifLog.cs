using System.Text.Json;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Local.Inspect;
using EncordFunctions.Pipeline;

namespace EncordFunctions.Local.Output;

/// <summary>
/// The issues of an inspection as a SARIF 2.1.0 log, for what annotates files: GitHub, Azure DevOps, editors. Results are written while they
/// are found. The log appears under its name when it is whole.
/// </summary>
internal sealed class SarifLog : IInspectionOutput, IDisposable
{
    private const int FlushBytes = 1 << 16;

    private readonly string _path;
    private readonly FileStream _file;
    private readonly Utf8JsonWriter _json;
    private readonly Dictionary<string, int> _rules = [];
    private readonly OrderedDictionary<InspectedFile, int> _files = [];

    /// <summary>Begins a log.</summary>
    /// <param name="path">Where it goes.</param>
    /// <param name="upload">The file that is inspected, as the user named it.</param>
    public SarifLog(string path, string upload)
    {
        _path = path;
        _file = File.Create(Unfinished);
        _json = new Utf8JsonWriter(_file, new JsonWriterOptions { Indented = true, NewLine = "\n", SkipValidation = true });
        Number(new InspectedFile(upload));
        Begin();
    }

    private string Unfinished => $"{_path}.unfinished";

    /// <inheritdoc/>
    public void Take(Issue issue, InspectedFile file, TextPlace? text)
    {
        SarifResult.Write(_json, issue, _rules[issue.Code.Id], file, Number(file), text);
        if (_json.BytesPending > FlushBytes) _json.Flush();
    }

    /// <summary>Ends the log and gives it its name.</summary>
    public void End()
    {
        _json.WriteEndArray();
        _json.WriteStartArray("artifacts");
        foreach (var file in _files.Keys)
        {
            _json.WriteStartObject();
            _json.WriteStartObject("location");
            _json.WriteString("uri", SarifResult.Uri(file));
            _json.WriteEndObject();
            if (file.Archive is { } archive) _json.WriteNumber("parentIndex", Number(archive));
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.Dispose();
        _file.Dispose();
        File.Move(Unfinished, _path, overwrite: true);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _json.Dispose();
        _file.Dispose();
        File.Delete(Unfinished);
    }

    private void Begin()
    {
        _json.WriteStartObject();
        _json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        _json.WriteString("version", "2.1.0");
        _json.WriteStartArray("runs");
        _json.WriteStartObject();
        _json.WriteStartObject("tool");
        _json.WriteStartObject("driver");
        _json.WriteString("name", "EncordFunctions");
        _json.WriteStartArray("rules");
        foreach (var code in IssueCodes.All)
        {
            _rules.Add(code.Id, _rules.Count);
            SarifResult.WriteRule(_json, code);
        }
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.WriteString("columnKind", "utf16CodeUnits");
        _json.WriteStartArray("results");
    }

    private int Number(InspectedFile file)
    {
        if (!_files.TryGetValue(file, out var number)) _files.Add(file, number = _files.Count);
        return number;
    }
}
