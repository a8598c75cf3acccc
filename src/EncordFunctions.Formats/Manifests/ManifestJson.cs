using System.Text.Json;
using EncordFunctions.Formats.Changes;
using EncordFunctions.Formats.Json;
using EncordFunctions.Formats.Ledger;

namespace EncordFunctions.Formats.Manifests;

/// <summary>The members of a manifest. What has no order is sorted: equal manifests are equal bytes.</summary>
internal static class ManifestJson
{
    private const int FormatVersion = 2;

    public static void Write(Utf8JsonWriter json, Manifest manifest)
    {
        json.WriteNumber("format"u8, FormatVersion);
        json.WriteString("export"u8, manifest.Export);
        json.WriteString("blob"u8, manifest.Blob);
        json.WriteString("etag"u8, manifest.ETag);
        json.WriteStartObject("metadata"u8);
        foreach (var (key, value) in manifest.Metadata.OrderBy(static entry => entry.Key, StringComparer.Ordinal)) json.WriteString(key, value);
        json.WriteEndObject();
        json.WriteString("ontology"u8, manifest.Ontology);
        json.WriteString("formats"u8, manifest.Formats);
        WriteEntries(json, manifest.Entries);
        WriteCounts(json, "rows"u8, manifest.Rows);
        WriteCounts(json, "shapes"u8, manifest.Shapes);
        WriteClasses(json, manifest.Classes);
        WriteLedger(json, manifest.Ledger);
        WriteIssues(json, manifest.Issues);
        WriteChanges(json, manifest.Changes);
    }

    public static void Write(Utf8JsonWriter json, ManifestGroup group)
    {
        json.WriteStartObject();
        json.WriteString("label_hash"u8, group.LabelHash);
        json.WriteNumber("ordinal"u8, group.Ordinal);
        json.WriteStartArray("children"u8);
        foreach (var child in group.Children)
        {
            json.WriteStartObject();
            json.WriteString("data_hash"u8, child.DataHash);
            json.WriteString("label_hash"u8, child.LabelHash);
            json.WriteString("name"u8, child.Name);
            json.WriteString("layout_key"u8, child.LayoutKey);
            if (child.Ordinal is { } ordinal) json.WriteNumber("ordinal"u8, ordinal);
            else json.WriteNull("ordinal"u8);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, ManifestFile file)
    {
        json.WriteStartObject();
        json.WriteString("path"u8, file.Path);
        json.WriteNumber("size"u8, file.Size);
        json.WriteString("sha256"u8, file.Sha256);
        json.WriteEndObject();
    }

    private static void WriteEntries(Utf8JsonWriter json, IEnumerable<ManifestEntry> entries)
    {
        json.WriteStartArray("entries"u8);
        foreach (var entry in entries)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, entry.Name);
            json.WriteNumber("rows"u8, entry.Rows);
            json.WriteBoolean("skipped"u8, entry.Skipped);
            json.WriteString("fault"u8, entry.Fault);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteCounts(Utf8JsonWriter json, ReadOnlySpan<byte> name, IEnumerable<KeyValuePair<string, long>> counts)
    {
        json.WriteStartObject(name);
        foreach (var (key, count) in counts.OrderBy(static one => one.Key, StringComparer.Ordinal)) json.WriteNumber(key, count);
        json.WriteEndObject();
    }

    private static void WriteClasses(Utf8JsonWriter json, IEnumerable<ManifestClass> classes)
    {
        json.WriteStartArray("classes"u8);
        var sorted = classes
            .OrderBy(static one => one.Name, StringComparer.Ordinal)
            .ThenBy(static one => one.FeatureHash, StringComparer.Ordinal);
        foreach (var one in sorted)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, one.Name);
            json.WriteString("feature_hash"u8, one.FeatureHash);
            json.WriteNumber("annotations"u8, one.Annotations);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteLedger(Utf8JsonWriter json, IEnumerable<LedgerLine> ledger)
    {
        json.WriteStartArray("ledger"u8);
        foreach (var line in ledger.OrderBy(static line => line.Derivative, StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("derivative"u8, line.Derivative);
            json.WriteString("of"u8, LedgerWords.Of(line.Of));
            json.WriteNumber("in"u8, line.In);
            json.WriteNumber("written"u8, line.Written);
            WriteReasons(json, "skipped"u8, line.Skipped);
            WriteReasons(json, "losses"u8, line.Losses);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteReasons(Utf8JsonWriter json, ReadOnlySpan<byte> name, IEnumerable<LedgerEntry> entries)
    {
        json.WriteStartArray(name);
        foreach (var entry in entries.OrderBy(static entry => entry.Reason, StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("reason"u8, entry.Reason);
            json.WriteNumber("count"u8, entry.Count);
            json.WriteString("example"u8, entry.Example);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteIssues(Utf8JsonWriter json, IEnumerable<ManifestIssues> issues)
    {
        json.WriteStartArray("issues"u8);
        foreach (var kind in issues.OrderBy(static kind => kind.Code, StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("code"u8, kind.Code);
            json.WriteString("severity"u8, SeverityJson.Word(kind.Severity));
            json.WriteNumber("count"u8, kind.Count);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteChanges(Utf8JsonWriter json, ChangeCounts? changes)
    {
        json.WritePropertyName("changes"u8);
        if (changes is null)
        {
            json.WriteNullValue();
            return;
        }
        json.WriteStartObject();
        json.WriteNumber("new"u8, changes.New);
        json.WriteNumber("older"u8, changes.Older);
        json.WriteNumber("not_compared"u8, changes.NotCompared);
        json.WriteNumber("compared"u8, changes.Compared);
        json.WriteNumber("unchanged"u8, changes.Unchanged);
        json.WriteNumber("objects"u8, changes.Objects);
        json.WriteNumber("added"u8, changes.Added);
        json.WriteNumber("removed"u8, changes.Removed);
        json.WriteNumber("moved"u8, changes.Moved);
        json.WriteNumber("relabelled"u8, changes.Relabelled);
        json.WriteNumber("reattributed"u8, changes.Reattributed);
        json.WriteEndObject();
    }
}
