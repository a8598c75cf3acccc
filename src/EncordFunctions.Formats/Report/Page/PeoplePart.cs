using System.Globalization;
using EncordFunctions.Formats.Markup;

namespace EncordFunctions.Formats.Report.Page;

/// <summary>Who labelled, and when.</summary>
internal static class PeoplePart
{
    private const int MostPeople = 20;

    public static bool IsThere(ReportFacts facts) => facts.Rows.Makers.Count + facts.Rows.Editors.Count + facts.Rows.Days.Count > 0;

    public static void Write(MarkupWriter page, ReportFacts facts)
    {
        if (!IsThere(facts)) return;
        var rows = facts.Rows;
        Section.Begin(page, "people", "Annotators and days");
        page.Write($"<div class=\"pair\">\n<div>\n");
        var numbers = Numbered(rows);
        Bars.Write(page, "Drawn by", ("Annotator", "Annotations"), Of(rows.Makers));
        Bars.Write(page, "Last changed by", ("Annotator", "Annotations"), Of(rows.Editors));
        page.Write($"</div>\n<div>\n");
        if (rows.Days.Count > 0) Days(page, rows.Days);
        page.Write($"</div>\n</div>\n");
        Section.End(page);

        Bar[] Of(NameTally people) => [.. Bars.Of(people, MostPeople).Select(bar => bar with { Name = numbers.GetValueOrDefault(bar.Name, bar.Name) })];
    }

    /// <summary>A report goes from hand to hand, so it names nobody: who did most is the first, in both lists alike.</summary>
    private static Dictionary<string, string> Numbered(RowFacts rows)
    {
        var all = new NameTally(rows.Makers.Count + rows.Editors.Count);
        foreach (var (name, count) in rows.Makers.Sorted.Concat(rows.Editors.Sorted)) all.Add(name, count);
        return all.Largest.Index().ToDictionary(static one => one.Item.Name, static one => $"annotator {one.Index + 1}", StringComparer.Ordinal);
    }

    private static void Days(MarkupWriter page, NameTally days)
    {
        (DateOnly Day, long Count)[] counted = [.. days.Sorted.Select(static one => (Day(one.Name), one.Count))];
        var (first, last) = (counted[0].Day.ToString("o"), counted[^1].Day.ToString("o"));
        if (first == last) page.Write($"<figure><figcaption><b>When drawn.</b> All on {first} (UTC).</figcaption></figure>\n");
        else Columns.Write(page, "When drawn.", $"From {first} to {last} (UTC).", ("Time", "Annotations"), new Calendar(counted).Columns());
    }

    private static DateOnly Day(string name) => DateOnly.ParseExact(name, "o", CultureInfo.InvariantCulture);
}
