using System.Globalization;
using EncordFunctions.Formats.Markup;

namespace EncordFunctions.Formats.Report.Page;

/// <summary>Who labelled, and when.</summary>
internal static class PeoplePart
{
    private const int MostPeople = 20;
    private const int MostColumns = 92;

    public static bool IsThere(ReportFacts facts) => facts.Rows.Makers.Count + facts.Rows.Editors.Count + facts.Rows.Days.Count > 0;

    public static void Write(MarkupWriter page, ReportFacts facts)
    {
        if (!IsThere(facts)) return;
        var rows = facts.Rows;
        page.Write($"<section id=\"people\" class=\"card\" aria-labelledby=\"people-h\">\n<h2 id=\"people-h\">Annotators and days</h2>\n<div class=\"pair\">\n<div>\n");
        Bars.Write(page, "Drawn by", ("Annotator", "Annotations"), [.. Bars.Of(rows.Makers, MostPeople)]);
        Bars.Write(page, "Last changed by", ("Annotator", "Annotations"), [.. Bars.Of(rows.Editors, MostPeople)]);
        page.Write($"</div>\n<div>\n");
        if (rows.Days.Count > 0) Days(page, rows.Days);
        page.Write($"</div>\n</div>\n</section>\n");
    }

    private static void Days(MarkupWriter page, NameTally days)
    {
        (DateOnly Day, long Count)[] counted = [.. days.Sorted.Select(static one => (DateOnly.ParseExact(one.Name, "o", CultureInfo.InvariantCulture), one.Count))];
        var (first, last) = (counted[0].Day, counted[^1].Day);
        if (first == last)
        {
            page.Write($"<figure><figcaption><b>When drawn.</b> All on {first.ToString("o")} (UTC).</figcaption></figure>\n");
            return;
        }
        var span = last.DayNumber - first.DayNumber + 1;
        var format = span <= MostColumns ? "yyyy-MM-dd" : span <= MostColumns * 30 ? "yyyy-MM" : "yyyy";
        var said = counted.GroupBy(one => one.Day.ToString(format, CultureInfo.InvariantCulture)).ToDictionary(static same => same.Key, static same => same.Sum(static one => one.Count));
        string[] names = [.. Enumerable.Range(0, Math.Min(span, 4000 * 366)).Select(day => first.AddDays(day).ToString(format, CultureInfo.InvariantCulture)).Distinct()];
        var summary = $"From {first:yyyy-MM-dd} to {last:yyyy-MM-dd} (UTC).";
        Columns.Write(page, "When drawn.", summary, ("Time", "Annotations"),
            [.. names.Select((name, i) => (i == 0 || i == names.Length - 1 ? name : "", name, said.GetValueOrDefault(name)))]);
    }
}
