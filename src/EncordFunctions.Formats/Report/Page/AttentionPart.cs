using EncordFunctions.Formats.Markup;

namespace EncordFunctions.Formats.Report.Page;

/// <summary>What needs attention, worst first.</summary>
internal static class AttentionPart
{
    private const int Most = 8;

    public static void Write(MarkupWriter page, ReportFacts facts)
    {
        Concern[] concerns = [.. Concerns.Of(facts)];
        page.Write($"<div class=\"top\">\n");
        Section.Begin(page, "attention", "What needs attention");
        if (concerns.Length == 0)
        {
            page.Write($"<p class=\"calm\"><span class=\"chip good\">Nothing</span> Every row was read, nothing was found in them, ");
            page.Write($"and no format lost anything of them.</p>\n");
        }
        else
        {
            page.Write($"<ol class=\"concerns\">\n");
            foreach (var concern in concerns.Take(Most)) Write(page, concern);
            page.Write($"</ol>\n");
            if (concerns.Length > Most) page.Write($"<p class=\"more\"><a href=\"#issues\">{concerns.Length - Most:N0} more below</a></p>\n");
        }
        Section.End(page);
    }

    private static void Write(MarkupWriter page, Concern concern)
    {
        page.Write($"<li class=\"{concern.Kind}\"><span class=\"chip {concern.Kind}\">{concern.Word}</span><div><h3>{concern.Headline}");
        if (concern.Link is { } link) page.Write($" <a class=\"aside\" href=\"{link}\">{concern.LinkText}</a>");
        page.Write($"</h3>");
        if (concern.Detail is { } detail) page.Write($"<p>{detail}</p>");
        if (concern.Example is { } example) Place.Write(page, example);
        page.Write($"</div></li>\n");
    }
}
