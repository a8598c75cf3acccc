using EncordFunctions.Formats.Json;
using EncordFunctions.Formats.Markup;
using EncordFunctions.Labels.Issues;

namespace EncordFunctions.Formats.Report.Page;

/// <summary>All kinds of findings, worst first, each with its first examples.</summary>
internal static class IssuesPart
{
    public static void Write(MarkupWriter page, ReportFacts facts)
    {
        Section.Begin(page, "issues", "Issues by code");
        if (facts.Manifest.Issues.Count == 0) page.Write($"<p>None was found.</p>\n");
        else page.Write($"<p class=\"hint\">Open a line for its first examples. Every finding stands in the issues file of its row.</p>\n");
        var first = true;
        foreach (var kind in IssueKinds.WorstFirst(facts.Manifest.Issues))
        {
            page.Write($"<details id=\"{kind.Code}\" class=\"issue\"");
            if (first) page.Write($" open=\"\"");
            page.Write($"><summary><span class=\"chip {Colour(kind.Severity)}\">");
            page.Raw(SeverityJson.Word(kind.Severity));
            page.Write($"</span> <b>{kind.Code}</b> <span class=\"what\">{facts.Issues.TitleOf(kind.Code)}</span>");
            page.Write($" <span class=\"count\">{kind.Count:N0}×</span>");
            if (facts.Issues.RowsOf(kind.Code) is > 0 and var rows) page.Write($" <span class=\"rows\">in {rows:N0} {(rows == 1 ? "row" : "rows")}</span>");
            page.Write($"</summary>\n<ul>\n");
            foreach (var example in facts.Issues.ExamplesOf(kind.Code))
            {
                page.Write($"<li><p>{example.Message}</p>");
                Place.Write(page, example);
                var of = example.Ordinal is { } ordinal ? $"All issues of row {ordinal}" : "All issues of the export";
                page.Write($"<p><a href=\"{Concerns.IssuesFile(example.Ordinal)}\">{of}</a></p></li>\n");
            }
            page.Write($"</ul></details>\n");
            first = false;
        }
        Section.End(page);
    }

    private static string Colour(Severity severity) => severity switch { Severity.Error => "bad", Severity.Warning => "warn", _ => "note" };
}
