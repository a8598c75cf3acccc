using EncordFunctions.Formats.Markup;
using EncordFunctions.Labels.Issues;

namespace EncordFunctions.Formats.Report.Page;

/// <summary>The head of the page: what export it is about and how it ended.</summary>
internal static class HeadPart
{
    private const int LongestTitle = 120;

    public static void Write(MarkupWriter page, ReportFacts facts)
    {
        var manifest = facts.Manifest;
        var status = Status(facts);
        var title = Cut.To(manifest.Blob, LongestTitle);
        // Nothing may be fetched, and no script may run, whatever an export smuggles in.
        page.Write($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <link rel="icon" href="data:,">
            <title>{title}: label export report</title>
            <style>

            """);
        page.Raw(Style.Sheet);
        page.Write($"""
            </style>
            </head>
            <body>
            <a class="skip" href="#attention">Skip to what needs attention</a>
            <header>
            <p class="eyebrow">Label export report</p>
            <h1>{title}</h1>
            <p class="state"><span class="chip {status.Kind}">{status.Word}</span>
            """);
        page.Write($" <span>{manifest.Rows.Values.Sum():N0} label rows</span> <span>{facts.Rows.Annotations:N0} annotations</span></p>\n");
        page.Write($"</header>\n<main>\n");
    }

    private static (string Kind, string Word) Status(ReportFacts facts) => facts switch
    {
        { Export.Fault: not null } => ("bad", "Rejected"),
        _ when facts.RowsWith("Failed") > 0 => ("bad", "Done, with failed rows"),
        _ when facts.RowsWith("Rejected") > 0 => ("bad", "Done, with rejected rows"),
        _ when facts.IssuesOf(Severity.Error) > 0 => ("bad", "Done, with errors"),
        _ when facts.IssuesOf(Severity.Warning) > 0 => ("warn", "Done, with warnings"),
        _ => ("good", "Done"),
    };
}
