using System.Globalization;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Json;
using EncordFunctions.Labels.Values;

namespace EncordFunctions.Labels.Rows;

/// <summary>Reads the members of a row's header that are more than one value.</summary>
internal sealed class HeaderParts
{
    private const int MostRecords = 1_000;
    private const int LongestMetadata = 16 * 1024;

    private readonly MemberValues _values;

    public HeaderParts(MemberValues values) => _values = values;

    /// <summary>The earlier exports: a list, or the object with <c>"0"</c> of the vendor's page.</summary>
    public IReadOnlyList<ExportRecord> ExportHistory(ref JsonCursor json)
    {
        var records = new List<ExportRecord>();
        var kind = json.Peek();
        if (kind == JsonKind.List)
        {
            json.Enter();
            for (var index = 0; json.NextElement(); index++) Add(records, ref json, $"/{index.ToString(CultureInfo.InvariantCulture)}");
        }
        else if (kind == JsonKind.Object)
        {
            json.Enter();
            while (json.NextMember(out var name)) Add(records, ref json, JsonPointer.Append("", _values.Strings.Get(name)));
        }
        else
            _values.SkipOrNote(ref json, "", "a list of exports");
        return records;
    }

    /// <summary>The workflow stage.</summary>
    public WorkflowNode? WorkflowNode(ref JsonCursor json)
    {
        if (!_values.Enter(ref json, "", "a workflow stage")) return null;
        string? uuid = null, title = null;
        while (json.NextMember(out var name))
        {
            if (name.SequenceEqual("uuid"u8)) uuid = _values.Text(ref json, "/uuid");
            else if (name.SequenceEqual("title"u8)) title = _values.Text(ref json, "/title");
            else json.Skip();
        }
        return new WorkflowNode(uuid, title);
    }

    /// <summary>Whether a scene is continuous.</summary>
    public bool? IsContinuous(ref JsonCursor json)
    {
        if (!_values.Enter(ref json, "", "a scene")) return null;
        bool? continuous = null;
        while (json.NextMember(out var name))
        {
            if (name.SequenceEqual("isContinuous"u8)) continuous = _values.Flag(ref json, "/isContinuous");
            else json.Skip();
        }
        return continuous;
    }

    /// <summary>A link; <c>false</c> stands for none.</summary>
    public string? Link(ref JsonCursor json)
    {
        if (json.Peek() == JsonKind.False) return null;
        return _values.Text(ref json, "") is { Length: > 0 } link && link != "None" ? link : null;
    }

    /// <summary>Any JSON at all, as text.</summary>
    public string? ClientMetadata(ref JsonCursor json)
    {
        var kind = json.Peek();
        var at = json.At;
        var value = json.Skip();
        if (kind == JsonKind.Null) return null;
        if (value.Length <= LongestMetadata) return JsonExtra.Minify(value);
        _values.Note(IssueCatalogue.MetadataTooLong, at, "", $"client_metadata is {value.Length} bytes long, more than {LongestMetadata}; it is left out.");
        return null;
    }

    private void Add(List<ExportRecord> records, ref JsonCursor json, string path)
    {
        if (records.Count == MostRecords || !_values.Enter(ref json, path, "an export"))
        {
            if (records.Count == MostRecords) json.Skip();
            return;
        }
        string? hash = null, email = null;
        DateTimeOffset? at = null;
        while (json.NextMember(out var name))
        {
            if (name.SequenceEqual("export_hash"u8)) hash = _values.Text(ref json, $"{path}/export_hash");
            else if (name.SequenceEqual("exported_at"u8)) at = _values.Date(ref json, $"{path}/exported_at");
            else if (name.SequenceEqual("user_email"u8)) email = _values.Text(ref json, $"{path}/user_email");
            else json.Skip();
        }
        records.Add(new ExportRecord(hash, at, email));
    }
}
