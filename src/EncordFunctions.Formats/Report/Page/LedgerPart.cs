using EncordFunctions.Formats.Ledger;
using EncordFunctions.Formats.Markup;

namespace EncordFunctions.Formats.Report.Page;

/// <summary>What each derivative did with what came to it.</summary>
internal static class LedgerPart
{
    private static readonly string[] Heads = ["Derivative", "Counts", "In", "Written", "Skipped", "Balance"];

    public static void Write(MarkupWriter page, ReportFacts facts)
    {
        Section.Begin(page, "ledger", "Ledger");
        page.Write($"<p class=\"hint\">Nothing disappears: what came to a derivative was written, or skipped for a reason that stands here. ");
        page.Write($"What was written with a loss counts as written.</p>\n<table class=\"ledger\"><thead><tr>");
        foreach (var head in Heads) page.Write($"<th scope=\"col\">{head}</th>");
        page.Write($"</tr></thead>\n");
        foreach (var line in facts.Manifest.Ledger.OrderBy(static line => line.Derivative, StringComparer.Ordinal)) Line(page, line, facts);
        page.Write($"</table>\n");
        Section.End(page);
    }

    private static void Line(MarkupWriter page, LedgerLine line, ReportFacts facts)
    {
        var skipped = line.Skipped.Sum(static entry => entry.Count);
        page.Write($"<tbody><tr><th scope=\"row\">{line.Derivative}</th><td data-h=\"Counts\">{LedgerWords.Of(line.Of).Replace('_', ' ')}</td>");
        page.Write($"<td data-h=\"In\">{line.In:N0}</td><td data-h=\"Written\">{line.Written:N0}</td><td data-h=\"Skipped\">{skipped:N0}</td>");
        page.Write($"<td data-h=\"Balance\">{(line.In == line.Written + skipped ? "✓ balances" : "✗ does not balance")}</td></tr>\n");
        if (line.Skipped.Count + line.Losses.Count > 0)
        {
            page.Write($"<tr class=\"why\"><td colspan=\"6\"><ul>");
            foreach (var entry in Sorted(line.Skipped)) Entry(page, "skipped", entry, facts);
            foreach (var entry in Sorted(line.Losses)) Entry(page, "written with a loss", entry, facts);
            page.Write($"</ul></td></tr>\n");
        }
        page.Write($"</tbody>\n");
    }

    private static void Entry(MarkupWriter page, string what, LedgerEntry entry, ReportFacts facts)
    {
        page.Write($"<li><b>{entry.Count:N0}</b> {what}: {Reasons.Title(entry.Reason, facts)} <code>{entry.Reason}</code>");
        if (entry.Example is { } example) page.Write($" <span class=\"eg\">first: {example}</span>");
        page.Write($"</li>");
    }

    private static IEnumerable<LedgerEntry> Sorted(IEnumerable<LedgerEntry> entries) =>
        entries.OrderByDescending(static entry => entry.Count).ThenBy(static entry => entry.Reason, StringComparer.Ordinal);
}
