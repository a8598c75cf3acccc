using EncordFunctions.Pipeline;
using Spectre.Console;

namespace EncordFunctions.Local.Output;

/// <summary>The result of a run for people.</summary>
public static class SummaryTable
{
    private const int WideTable = 120;

    /// <summary>Writes one row an export, and below it the first issues of those that have some.</summary>
    public static void Write(IAnsiConsole console, IReadOnlyList<ExportResult> results)
    {
        var isNarrow = console.Profile.Width < WideTable;
        console.Write(isNarrow ? Narrow(results) : Wide(results));
        if (isNarrow)
            foreach (var result in results.Where(result => result.Out is not null)) console.MarkupLineInterpolated($"files: {result.Out}");
        foreach (var result in results)
        {
            WriteChanges(console, result.Summary);
            WriteIssues(console, result);
        }
    }

    /// <summary>Errors and warnings in a few words.</summary>
    public static string Issues(long errors, long warnings) => (errors, warnings) switch
    {
        (0, 0) => "[green]none[/]",
        (0, _) => $"[yellow]{warnings:N0} warnings[/]",
        (_, 0) => $"[red]{errors:N0} errors[/]",
        _ => $"[red]{errors:N0} errors[/], [yellow]{warnings:N0} warnings[/]",
    };

    /// <summary>The verdicts that occur.</summary>
    public static string Verdicts(VerdictCounts verdicts, string between = ", ")
    {
        (string Colour, string Name, long Count)[] all =
        [
            ("green", nameof(verdicts.Done), verdicts.Done),
            ("yellow", nameof(verdicts.DoneWithIssues), verdicts.DoneWithIssues),
            ("red", nameof(verdicts.Rejected), verdicts.Rejected),
            ("red", nameof(verdicts.Failed), verdicts.Failed),
        ];
        var some = all.Where(verdict => verdict.Count > 0).Select(verdict => $"[{verdict.Colour}]{verdict.Count:N0} {verdict.Name}[/]");
        return string.Join(between, some.DefaultIfEmpty("none"));
    }

    private static Table Wide(IReadOnlyList<ExportResult> results)
    {
        var table = new Table().RoundedBorder();
        table.AddColumns("export", "rows", "verdicts", "annotations", "classifications", "masks", "issues", "files");
        foreach (var column in (int[])[1, 3, 4, 5, 6]) table.Columns[column].RightAligned();
        foreach (var (summary, folder, _) in results)
        {
            table.AddRow(
                Markup.Escape(summary.Id.Value),
                $"{summary.Rows ?? 0:N0}",
                Outcome(summary, ", "),
                $"{summary.Annotations:N0}",
                $"{summary.Classifications:N0}",
                $"{summary.Masks:N0}",
                Issues(summary.Errors, summary.Warnings),
                Markup.Escape(folder ?? "-"));
        }

        return table;
    }

    /// <summary>The same, below each other where the wide one has it beside each other.</summary>
    private static Table Narrow(IReadOnlyList<ExportResult> results)
    {
        var table = new Table().RoundedBorder().ShowRowSeparators().AddColumns("export", "rows, verdicts", "labels", "issues");
        foreach (var (summary, _, _) in results)
        {
            table.AddRow(
                Markup.Escape(summary.Id.Value),
                $"{summary.Rows ?? 0:N0} rows\n{Outcome(summary, "\n")}",
                $"{summary.Annotations:N0} annotations\n{summary.Classifications:N0} classifications\n{summary.Masks:N0} masks",
                Issues(summary.Errors, summary.Warnings));
        }

        return table;
    }

    private static string Outcome(ExportSummary summary, string between) => summary.Status is ExportStatus.Rejected or ExportStatus.Failed
        ? $"{Verdicts(summary.Verdicts, between)}{between}[red]export {summary.Status}[/]"
        : Verdicts(summary.Verdicts, between);

    // Nothing is said of an export whose rows were never met before.
    private static void WriteChanges(IAnsiConsole console, ExportSummary summary)
    {
        if (summary.Changes is not { Compared: > 0 } changes) return;
        (string Name, long Count)[] kinds =
        [
            ("added", changes.Added), ("removed", changes.Removed), ("moved", changes.Moved), ("relabelled", changes.Relabelled),
            ("re-attributed", changes.Reattributed),
        ];
        var some = string.Join(", ", kinds.Where(static kind => kind.Count > 0).Select(static kind => $"{kind.Count:N0} {kind.Name}"));
        var what = some.Length == 0 ? "0 changes" : $"{changes.Objects:N0} {(changes.Objects == 1 ? "object" : "objects")} changed ({some})";
        console.MarkupLineInterpolated($"{summary.Blob}: {what} against earlier exports of {changes.Compared:N0} of its rows");
    }

    private static void WriteIssues(IAnsiConsole console, ExportResult result)
    {
        if (result.Issues.Count == 0 && result.Summary.Reason is null) return;
        console.MarkupLineInterpolated($"[bold]{result.Summary.Blob}[/]");
        if (result.Summary.Reason is { } reason) console.MarkupLineInterpolated($"  [red]{reason}[/]");
        foreach (var issue in result.Issues) IssueLine.Write(console, issue);
        var more = result.Summary.Errors + result.Summary.Warnings - result.Issues.Count;
        if (more > 0) console.MarkupLineInterpolated($"  and {more:N0} more; all of them are in issues.jsonl beside each row's files");
    }
}
