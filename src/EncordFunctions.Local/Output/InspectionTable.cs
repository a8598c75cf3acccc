using EncordFunctions.Local.Inspect;
using Spectre.Console;

namespace EncordFunctions.Local.Output;

/// <summary>What an inspection found, for people.</summary>
internal static class InspectionTable
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
        if (!tally.Issues.Any()) return;

        var codes = new Table().RoundedBorder().ShowRowSeparators().AddColumns("code", "count", "what", "the first of them");
        codes.Columns[1].RightAligned();
        foreach (var issues in tally.Issues)
        {
            codes.AddRow(
                IssueLine.Code(issues.Code.Id, issues.Code.Severity.ToString()),
                $"{issues.Count:N0}",
                Markup.Escape(issues.Code.Title),
                string.Join('\n', issues.Examples.Select(static issue => IssueLine.Rest(issue.Entry, issue.Offset, issue.Pointer, issue.Message))));
        }
        console.Write(codes);
    }
}
