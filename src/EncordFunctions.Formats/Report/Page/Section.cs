using EncordFunctions.Formats.Markup;

namespace EncordFunctions.Formats.Report.Page;

/// <summary>A part of the page with a heading, which a link can lead to.</summary>
internal static class Section
{
    public static void Begin(MarkupWriter page, string id, string title) =>
        page.Write($"<section id=\"{id}\" class=\"card\" aria-labelledby=\"{id}-h\">\n<h2 id=\"{id}-h\">{title}</h2>\n");

    public static void End(MarkupWriter page) => page.Write($"</section>\n");
}
