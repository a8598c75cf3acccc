using EncordFunctions.Pipeline;

namespace EncordFunctions.Local.Output;

/// <summary>An export that has come to its end, as it is reported.</summary>
/// <param name="Summary">What the tables say.</param>
/// <param name="Out">The folder its files were brought to; null where none was asked for.</param>
/// <param name="Issues">The first of its errors and warnings.</param>
public sealed record ExportResult(ExportSummary Summary, string? Out, IReadOnlyList<FoundIssue> Issues)
{
    /// <summary>Whether nothing of it is lost: every row Done, or DoneWithIssues without errors.</summary>
    public bool IsGood => Summary is { Status: ExportStatus.Done, Errors: 0, Verdicts: { Rejected: 0, Failed: 0 } };
}
