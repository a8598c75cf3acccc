using Azure.Data.Tables;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Pipeline.Storage;

namespace EncordFunctions.Pipeline.Tables;

/// <summary>Issues as rows of the Issues table.</summary>
internal static class IssueEntities
{
    private const int TextChars = 8_000;

    public static string Key(int number) => $"{number:D6}";

    public static TableEntity Of(string partition, int number, Issue issue) => new(partition, Key(number))
    {
        ["Code"] = issue.Code.Id,
        ["Severity"] = issue.Code.Severity.ToString(),
        ["Title"] = issue.Code.Title,
        ["Message"] = StorageLimits.Cut(issue.Message, TextChars),
        ["Entry"] = StorageLimits.Cut(issue.Entry, TextChars),
        ["Offset"] = issue.Offset,
        ["Pointer"] = StorageLimits.Cut(issue.Pointer, TextChars),
        ["LabelHash"] = StorageLimits.Cut(issue.LabelHash, TextChars),
        ["ObjectHash"] = StorageLimits.Cut(issue.ObjectHash, TextChars),
        ["Frame"] = issue.Frame,
    };

    public static Issue Read(TableEntity entity) => new(
        new IssueCode(
            entity.GetString("Code") ?? "", Enum.Parse<Severity>(entity.GetString("Severity")), entity.GetString("Title") ?? ""),
        entity.GetString("Message") ?? "",
        entity.GetString("Entry") ?? "",
        entity.GetInt64("Offset") ?? 0,
        entity.GetString("Pointer") ?? "")
    {
        LabelHash = entity.GetString("LabelHash"),
        ObjectHash = entity.GetString("ObjectHash"),
        Frame = entity.GetInt64("Frame"),
    };
}
