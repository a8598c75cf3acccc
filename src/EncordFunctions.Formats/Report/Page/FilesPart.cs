using EncordFunctions.Formats.Manifests;
using EncordFunctions.Formats.Markup;

namespace EncordFunctions.Formats.Report.Page;

/// <summary>What was uploaded, and what stands beside the report.</summary>
internal static class FilesPart
{
    private const int MostEntries = 50;

    public static void Write(MarkupWriter page, ReportFacts facts)
    {
        Section.Begin(page, "files", "Files");
        page.Write($"<div class=\"pair\">\n<div>\n");
        Uploaded(page, facts.Manifest.Entries);
        page.Write($"</div>\n<div>\n<h3>Written</h3>\n<ul class=\"files\">\n");
        Link(page, ManifestWriter.Path, " lists every file with its SHA-256");
        if (facts.Export.OwnIssues.Count > 0) Link(page, IssuesJsonl.FileName, " has the findings that no single row has");
        var joined = DerivativeList.Parse("all").ExportFormats.Select(static format => format.Name).ToHashSet(StringComparer.Ordinal);
        // What is joined of nothing may not stand: a YOLO task without a label, changes where no row was met before.
        var written = facts.Manifest.Ledger.Where(line => line.Written > 0 || !joined.Contains(line.Derivative)).Select(static line => line.Derivative);
        foreach (var name in written.Order(StringComparer.Ordinal))
        {
            if (!joined.Contains(name)) page.Write($"<li><code>rows/…/{name}</code> for each row</li>\n");
            else if (name.Contains('.')) Link(page, name, "");
            else page.Write($"<li><code>{name}/</code></li>\n");
        }
        page.Write($"</ul>\n</div>\n</div>\n");
        Section.End(page);
    }

    private static void Link(MarkupWriter page, string path, string what) => page.Write($"<li><a href=\"{path}\">{path}</a>{what}</li>\n");

    private static void Uploaded(MarkupWriter page, IReadOnlyCollection<ManifestEntry> entries)
    {
        if (entries.Count == 0) return;
        page.Write($"<h3>Uploaded</h3>\n<ul class=\"files\">\n");
        foreach (var entry in entries.OrderByDescending(static entry => entry.Fault is not null).Take(MostEntries))
        {
            page.Write($"<li><code>{Cut.To(entry.Name, 160)}</code> ");
            if (entry.Fault is { } fault) page.Write($"<span class=\"chip bad\">fault</span> {fault}");
            else if (entry.Skipped) page.Write($"no label rows");
            else page.Write($"{entry.Rows:N0} {(entry.Rows == 1 ? "row" : "rows")}");
            page.Write($"</li>\n");
        }
        page.Write($"</ul>\n");
        if (entries.Count > MostEntries) page.Write($"<p class=\"hint\">{entries.Count - MostEntries:N0} further entries stand in the manifest.</p>\n");
    }
}
