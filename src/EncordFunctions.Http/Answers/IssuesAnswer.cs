namespace EncordFunctions.Http.Answers;

/// <summary>A page of issues.</summary>
internal sealed record IssuesAnswer(IReadOnlyList<IssueAnswer> Issues, string? NextPage, PageLinks Links);
