using EncordFunctions.Formats.Markup;
using EncordFunctions.Labels.Issues;

namespace EncordFunctions.Formats.Report.Page;

/// <summary>The numbers of the export, and what became of its rows.</summary>
internal static class TotalsPart
{
    private static readonly (string Verdict, string Title, string Kind)[] Verdicts =
    [
        ("Done", "Done", "good"), ("DoneWithIssues", "Done with issues", "warn"), ("Rejected", "Rejected", "bad"), ("Failed", "Failed", "worst"),
    ];

    public static void Write(MarkupWriter page, ReportFacts facts)
    {
        var (rows, manifest) = (facts.Rows, facts.Manifest);
        Section.Begin(page, "totals", "In numbers");
        page.Write($"<dl class=\"tiles\">\n");
        Tile(page, "Label rows", manifest.Rows.Values.Sum());
        Tile(page, "Annotations", rows.Annotations);
        Tile(page, "Classifications", rows.Classifications);
        Tile(page, "Labelled frames", rows.Frames);
        Tile(page, "Classes", manifest.Classes.Count(static one => one.Annotations > 0));
        Tile(page, "Not usable", rows.Dropped);
        page.Write($"</dl>\n");
        Rows(page, facts);
        page.Write($"<dl class=\"facts\">\n");
        var (errors, warnings, notes) = (facts.IssuesOf(Severity.Error), facts.IssuesOf(Severity.Warning), facts.IssuesOf(Severity.Info));
        Fact(page, "Findings", $"{errors:N0} errors, {warnings:N0} warnings, {notes:N0} notes");
        if (rows.Annotations > 0) Fact(page, "Drawn by people", Share(rows.Manual, rows.Annotations));
        Fact(page, "Ontology", Cut.To(manifest.Ontology, 120) ?? "none in the export");
        page.Write($"</dl>\n");
        Section.End(page);
        page.Write($"</div>\n");
    }

    private static void Rows(MarkupWriter page, ReportFacts facts)
    {
        var all = facts.Manifest.Rows.Values.Sum();
        if (all == 0) return;
        page.Write($"<div class=\"verdicts\" aria-hidden=\"true\">");
        foreach (var (verdict, _, kind) in Verdicts)
            if (facts.RowsWith(verdict) is > 0 and var count) page.Write($"<i class=\"{kind}\" style=\"flex-grow:{count}\"></i>");
        page.Write($"</div>\n<ul class=\"legend\" aria-label=\"What became of the rows\">\n");
        foreach (var (verdict, title, kind) in Verdicts)
            page.Write($"<li><i class=\"{kind}\"></i>{title} <b>{facts.RowsWith(verdict):N0}</b></li>\n");
        page.Write($"</ul>\n");
    }

    private static void Tile(MarkupWriter page, string title, long count) => page.Write($"<div><dt>{title}</dt><dd>{count:N0}</dd></div>\n");

    private static void Fact(MarkupWriter page, string title, string value) => page.Write($"<div><dt>{title}</dt><dd>{value}</dd></div>\n");

    public static string Share(long part, long whole) => part == 0 ? "0 %" : part == whole ? "100 %" : $"{Math.Clamp(100.0 * part / whole, 0.1, 99.9):0.#} %";
}
