using EncordFunctions.Formats.Markup;

namespace EncordFunctions.Formats.Report.Page;

/// <summary>Counts as a table with a bar behind each number.</summary>
internal static class Bars
{
    /// <summary>The most frequent names, and all others as one.</summary>
    public static IEnumerable<Bar> Of(NameTally names, int most)
    {
        foreach (var (name, count) in names.Largest.Take(most)) yield return new Bar(name, count);
        var rest = names.Largest.Skip(most).Sum(static one => one.Count) + names.Others;
        if (rest > 0) yield return new Bar("all others", rest);
    }

    /// <summary>Writes it.</summary>
    /// <param name="page">The page.</param>
    /// <param name="title">What is counted.</param>
    /// <param name="head">Heads of its two columns.</param>
    /// <param name="counts">The counts in the order to show them, each with a colour where it has one.</param>
    public static void Write(MarkupWriter page, string title, (string Name, string Count) head, IReadOnlyList<Bar> counts)
    {
        if (counts.Count == 0) return;
        var most = Math.Max(1, counts.Max(static one => one.Count));
        page.Write($"<table class=\"bars\"><caption>{title}</caption>\n");
        page.Write($"<thead><tr><th scope=\"col\">{head.Name}</th><th scope=\"col\">{head.Count}</th></tr></thead>\n<tbody>\n");
        foreach (var (name, count, colour, kind) in counts)
        {
            page.Write($"<tr><th scope=\"row\">");
            if (colour is not null) page.Write($"<i class=\"dot\" style=\"background:{colour}\"></i>");
            page.Write($"{name}");
            if (kind is not null) page.Write($" <span class=\"kind\">{kind}</span>");
            page.Write($"</th><td><i class=\"bar\" style=\"width:{100.0 * count / most}%");
            if (colour is not null) page.Write($";background:{colour}");
            page.Write($"\"></i><span>{count:N0}</span></td></tr>\n");
        }
        page.Write($"</tbody></table>\n");
    }
}
