using System.Globalization;
using EncordFunctions.Labels.Issues;

namespace EncordFunctions.Formats.Report.Page;

/// <summary>What needs attention, worst first: the export, rows that are lost, errors by their number, what derivatives lose, warnings.</summary>
internal static class Concerns
{
    private const int RowsOneByOne = 3;
    private const int FormatsOneByOne = 3;

    public static IEnumerable<Concern> Of(ReportFacts facts) =>
    [
        .. Export(facts), .. Failed(facts), .. Rejected(facts), .. Issues(facts, Severity.Error), .. Lost(facts), .. Issues(facts, Severity.Warning),
    ];

    private static IEnumerable<Concern> Export(ReportFacts facts)
    {
        if (facts.Export.Fault is { } fault) yield return new Concern("bad", "Export", "The export was rejected", fault, null, null, null);
    }

    private static IEnumerable<Concern> Failed(ReportFacts facts)
    {
        var failed = facts.RowsWith("Failed");
        foreach (var row in facts.Export.FailedRows.Take(RowsOneByOne))
            yield return new Concern("bad", "Failed", $"Row {row.Ordinal} failed: its tries are used up", row.Reason, null, null, null);
        var shown = Math.Min(RowsOneByOne, facts.Export.FailedRows.Count);
        if (failed == shown) yield break;
        yield return new Concern(
            "bad", "Failed", $"{Count(failed - shown, "more row")} failed", "Retry the export to take them up again.", null, null, null);
    }

    private static IEnumerable<Concern> Rejected(ReportFacts facts)
    {
        foreach (var (row, why) in facts.Rejected.Take(RowsOneByOne))
        {
            var headline = $"Row {row.Ordinal} can't be read: {why?.Title ?? "no reason given"}";
            yield return new Concern("bad", "Rejected", headline, why?.Message, why, IssuesFile(row.Ordinal), $"issues of row {row.Ordinal}");
        }
        var rejected = facts.RowsWith("Rejected");
        var shown = Math.Min(RowsOneByOne, facts.Rejected.Count);
        if (rejected == shown) yield break;
        yield return new Concern("bad", "Rejected", $"{Count(rejected - shown, "more row")} can't be read", null, null, "#issues", "see the issues");
    }

    private static IEnumerable<Concern> Issues(ReportFacts facts, Severity severity)
    {
        foreach (var kind in IssueKinds.WorstFirst(facts.Manifest.Issues).Where(kind => kind.Severity == severity))
        {
            var examples = facts.Issues.ExamplesOf(kind.Code);
            // A rejected row has told its finding already.
            if (examples.Count > 0 && kind.Count <= RowsOneByOne && examples.All(example => facts.Rejected.Any(one => one.Why == example))) continue;
            yield return new Concern(
                severity == Severity.Error ? "bad" : "warn",
                severity == Severity.Error ? "Error" : "Warning",
                $"{facts.Issues.TitleOf(kind.Code)}, {(kind.Count == 1 ? "once" : $"{Number(kind.Count)} times")}",
                examples is [var first, ..] ? first.Message : null,
                examples is [var place, ..] ? place : null,
                $"#{kind.Code}",
                kind.Code);
        }
    }

    private static IEnumerable<Concern> Lost(ReportFacts facts)
    {
        FormatLoss[] losses = [.. FormatLoss.Of(facts)];
        if (losses.Length == 0) yield break;
        var headline = losses.Length == 1 ? $"{losses[0].Derivative} can't say all of it" : $"{losses.Length} formats can't say all of it";
        var detail = string.Join("; ", losses.Take(FormatsOneByOne).Select(loss => loss.ToText(facts)));
        var rest = losses.Length > FormatsOneByOne ? $"; and {Count(losses.Length - FormatsOneByOne, "more format")}" : "";
        yield return new Concern("note", "Format", headline, $"{detail}{rest}.", null, "#ledger", "the ledger");
    }

    public static string IssuesFile(int? ordinal) => ordinal is { } row ? $"rows/{row:D8}/{IssuesJsonl.FileName}" : IssuesJsonl.FileName;

    private static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Count(long count, string what) => count == 1 ? $"1 {what}" : $"{Number(count)} {what}s";
}
