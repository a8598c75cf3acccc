using EncordFunctions.Formats.Markup;

namespace EncordFunctions.Formats.Report.Page;

/// <summary>A histogram as columns side by side, with its numbers as a table to open.</summary>
internal static class Columns
{
    private const int Few = 24;

    /// <summary>Writes it.</summary>
    /// <param name="page">The page.</param>
    /// <param name="title">What it shows.</param>
    /// <param name="summary">What one is meant to see, in a sentence.</param>
    /// <param name="head">Heads of the two columns of the table.</param>
    /// <param name="columns">The columns: what stands below one (nothing for most of many), what it is called in full, and its height.</param>
    public static void Write(
        MarkupWriter page, string title, string summary, (string Name, string Count) head, IReadOnlyList<(string Tick, string Name, long Count)> columns)
    {
        var most = Math.Max(1, columns.Max(static one => one.Count));
        page.Write($"<figure><figcaption><b>{title}</b> {summary}</figcaption>\n");
        page.Write($"<div class=\"columns{(columns.Count > Few ? " many" : "")}\" aria-hidden=\"true\">");
        foreach (var (tick, name, count) in columns)
        {
            page.Write($"<div title=\"{name}: {count:N0}\"><i class=\"{(count == 0 ? "zero" : "full")}\" style=\"height:{100.0 * count / most}%\"></i>");
            page.Write($"<span>{tick}</span></div>");
        }
        page.Write($"</div>\n<details class=\"numbers\"><summary>Numbers</summary>\n<table>");
        page.Write($"<thead><tr><th scope=\"col\">{head.Name}</th><th scope=\"col\">{head.Count}</th></tr></thead><tbody>\n");
        foreach (var (_, name, count) in columns) page.Write($"<tr><th scope=\"row\">{name}</th><td>{count:N0}</td></tr>\n");
        page.Write($"</tbody></table></details></figure>\n");
    }
}
