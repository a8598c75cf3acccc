using EncordFunctions.Pipeline;

namespace EncordFunctions.Http.Answers;

/// <summary>An issue, with the members of a line of <c>issues.jsonl</c> and the row it is of.</summary>
internal sealed record IssueAnswer
{
    public int? Row { get; init; }

    public required string Code { get; init; }

    public required string Severity { get; init; }

    public required string Title { get; init; }

    public required string Message { get; init; }

    public required string Entry { get; init; }

    public required long Offset { get; init; }

    public required string Pointer { get; init; }

    public string? LabelHash { get; init; }

    public string? ObjectHash { get; init; }

    public long? Frame { get; init; }

    public static IssueAnswer Of(ExportIssue found) => new()
    {
        Row = found.Row,
        Code = found.Issue.Code.Id,
        Severity = found.Issue.Code.Severity.ToString().ToLowerInvariant(),
        Title = found.Issue.Code.Title,
        Message = found.Issue.Message,
        Entry = found.Issue.Entry,
        Offset = found.Issue.Offset,
        Pointer = found.Issue.Pointer,
        LabelHash = found.Issue.LabelHash,
        ObjectHash = found.Issue.ObjectHash,
        Frame = found.Issue.Frame,
    };
}
