using EncordFunctions.Formats.Markup;

namespace EncordFunctions.Formats.Report.Page;

/// <summary>What else is on the page.</summary>
internal static class NavPart
{
    private static readonly (string Id, string Title)[] Parts =
    [
        ("issues", "Issues"), ("changes", "Changes"), ("rows", "Rows"), ("labels", "Labels"),
        ("boxes", "Sizes and places"), ("people", "Annotators"), ("ledger", "Ledger"), ("files", "Files"),
    ];

    public static void Write(MarkupWriter page, ReportFacts facts)
    {
        page.Write($"<nav aria-label=\"On this page\"><ul>\n");
        foreach (var (id, title) in Parts)
            if (IsThere(id, facts)) page.Write($"<li><a href=\"#{id}\">{title}</a></li>\n");
        page.Write($"</ul></nav>\n");
    }

    private static bool IsThere(string id, ReportFacts facts) => id switch
    {
        "changes" => ChangesPart.IsThere(facts),
        "rows" => RowsPart.IsThere(facts),
        "boxes" => BoxesPart.IsThere(facts),
        "people" => PeoplePart.IsThere(facts),
        _ => true,
    };
}
