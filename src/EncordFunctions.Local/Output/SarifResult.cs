using System.IO.Hashing;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Local.Inspect;

namespace EncordFunctions.Local.Output;

/// <summary>The parts of a SARIF log.</summary>
internal static partial class SarifResult
{
    /// <summary>Writes a kind of finding as a rule.</summary>
    public static void WriteRule(Utf8JsonWriter json, IssueCode code)
    {
        json.WriteStartObject();
        json.WriteString("id", code.Id);
        json.WriteStartObject("shortDescription");
        json.WriteString("text", code.Title);
        json.WriteEndObject();
        // A helpUri has to be absolute, and the page lies in the repository, wherever that is.
        json.WriteStartObject("help");
        json.WriteString("text", $"What it means, an example and how to repair it: docs/issues.md#{code.Id.ToLowerInvariant()}");
        json.WriteEndObject();
        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", Level(code));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Writes an issue as a result.</summary>
    public static void Write(Utf8JsonWriter json, Issue issue, int rule, InspectedFile file, int fileNumber, TextPlace? text)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", issue.Code.Id);
        json.WriteNumber("ruleIndex", rule);
        json.WriteString("level", Level(issue.Code));
        json.WriteStartObject("message");
        json.WriteString("text", issue.Message);
        json.WriteEndObject();
        json.WriteStartArray("locations");
        WriteLocation(json, issue, file, fileNumber, text);
        json.WriteEndArray();
        json.WriteStartObject("partialFingerprints");
        json.WriteString("issue/v1", Fingerprint(issue));
        json.WriteEndObject();
        WriteProperties(json, issue);
        json.WriteEndObject();
    }

    /// <summary>A file as a relative URI, so that it is found in a checkout; one with an absolute path as an absolute one.</summary>
    public static string Uri(InspectedFile file)
    {
        if (file.Archive is null && Path.IsPathRooted(file.Path)) return new Uri(file.Path).AbsoluteUri;
        return string.Join('/', file.Path.Split('/', '\\').Where(static part => part is not ("" or ".")).Select(System.Uri.EscapeDataString));
    }

    private static void WriteLocation(Utf8JsonWriter json, Issue issue, InspectedFile file, int fileNumber, TextPlace? text)
    {
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", Uri(file));
        json.WriteNumber("index", fileNumber);
        json.WriteEndObject();
        json.WriteStartObject("region");
        if (text is var (line, column))
        {
            json.WriteNumber("startLine", line);
            json.WriteNumber("startColumn", column);
        }
        json.WriteNumber("byteOffset", issue.Offset);
        json.WriteEndObject();
        json.WriteEndObject();
        if (issue.Pointer.Length > 0)
        {
            json.WriteStartArray("logicalLocations");
            json.WriteStartObject();
            json.WriteString("fullyQualifiedName", issue.Pointer);
            json.WriteString("kind", "value");
            json.WriteEndObject();
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private static void WriteProperties(Utf8JsonWriter json, Issue issue)
    {
        json.WriteStartObject("properties");
        json.WriteString("entry", issue.Entry);
        json.WriteString("pointer", issue.Pointer);
        if (issue.LabelHash is not null) json.WriteString("label_hash", issue.LabelHash);
        if (issue.ObjectHash is not null) json.WriteString("object_hash", issue.ObjectHash);
        if (issue.Frame is { } frame) json.WriteNumber("frame", frame);
        json.WriteEndObject();
    }

    private static string Level(IssueCode code) => code.Severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };

    // The same finding in the next export of a project has other offsets, and its row another place in its list.
    private static string Fingerprint(Issue issue)
    {
        var owner = issue.LabelHash ?? issue.Entry;
        var pointer = issue.LabelHash is null ? issue.Pointer : PlaceInList().Replace(issue.Pointer, "", 1);
        var identity = string.Join('\n', issue.Code.Id, owner, issue.ObjectHash, issue.Frame, pointer);
        return Convert.ToHexStringLower(XxHash128.Hash(Encoding.UTF8.GetBytes(identity)));
    }

    [GeneratedRegex("^/[0-9]+(?=/|$)")]
    private static partial Regex PlaceInList();
}
