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
        Bars.Write(page, "Drawn by", ("Annotator", "Annotations"), [.. Bars.Of(rows.Makers, MostPeople)]);
        Bars.Write(page, "Last changed by", ("Annotator", "Annotations"), [.. Bars.Of(rows.Editors, MostPeople)]);
        page.Write($"</div>\n<div>\n");
        if (rows.Days.Count > 0) Days(page, rows.Days);
        page.Write($"</div>\n</div>\n");
        Section.End(page);
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
