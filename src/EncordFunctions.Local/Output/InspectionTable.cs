using EncordFunctions.Labels.Issues;
using EncordFunctions.Local.Inspect;
using Spectre.Console;

namespace EncordFunctions.Local.Output;

/// <summary>What an inspection found, for people.</summary>
public static class InspectionTable
{
    /// <summary>Writes the counts, then the issues by code with a few examples of each.</summary>
    public static void Write(IAnsiConsole console, string blob, InspectionTally tally)
    {
        var counts = new Table().RoundedBorder().AddColumns("export", "rows", "verdicts", "annotations", "classifications", "masks", "issues");
        counts.AddRow(
            Markup.Escape(blob),
            $"{tally.Verdicts.Total:N0}",
            SummaryTable.Verdicts(tally.Verdicts),
            $"{tally.Annotations:N0}",
            $"{tally.Classifications:N0}",
            $"{tally.Masks:N0}",
            SummaryTable.Issues(tally.Errors, tally.Warnings));
        console.Write(counts);
        foreach (var issues in tally.Issues)
        {
            console.MarkupLine($"{issues.Count:N0} × [bold]{issues.Code.Id}[/] {Markup.Escape(issues.Code.Title)}");
            foreach (var issue in issues.Examples) IssueLine.Write(console, Show(issue));
        }
    }

    private static FoundIssue Show(Issue issue) =>
        new(issue.Code.Id, issue.Code.Severity.ToString(), issue.Entry, issue.Offset, issue.Pointer, issue.Message);
}
