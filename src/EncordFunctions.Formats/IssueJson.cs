using System.Text.Json;
using EncordFunctions.Formats.Json;
using EncordFunctions.Labels.Issues;

namespace EncordFunctions.Formats;

/// <summary>An issue as JSON, as it stands in issues.jsonl and wherever else issues are listed.</summary>
public static class IssueJson
{
    /// <summary>Writes the members of an issue's object.</summary>
    public static void WriteMembers(Utf8JsonWriter json, Issue issue)
    {
        json.WriteString("code"u8, issue.Code.Id);
        json.WriteString("severity"u8, SeverityJson.Word(issue.Code.Severity));
        json.WriteString("title"u8, issue.Code.Title);
        json.WriteString("message"u8, issue.Message);
        json.WriteString("entry"u8, issue.Entry);
        json.WriteNumber("offset"u8, issue.Offset);
        json.WriteString("pointer"u8, issue.Pointer);
        json.WriteString("label_hash"u8, issue.LabelHash);
        json.WriteString("object_hash"u8, issue.ObjectHash);
        if (issue.Frame is { } frame) json.WriteNumber("frame"u8, frame);
        else json.WriteNull("frame"u8);
    }
}
