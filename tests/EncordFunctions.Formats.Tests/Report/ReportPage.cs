using System.Text.RegularExpressions;
using System.Xml.Linq;
using EncordFunctions.Formats.Tests.Support;

namespace EncordFunctions.Formats.Tests.Report;

/// <summary>A report as a reader of the page sees it.</summary>
internal sealed class ReportPage(XElement body)
{
    /// <summary>What the browser shows.</summary>
    public XElement Body => body;

    public static async Task<string> WriteAsync(ReadExport export)
    {
        var (files, _) = await export.WriteAsync(new ReportHtml(), Derivatives.Always.Take(1).ToArray(), null, TestContext.Current.CancellationToken);
        return files.Text("report.html");
    }

    // The body is XML as well, so that an element that is never closed, or an attribute without quotes, can't be.
    public static ReportPage Of(string html)
    {
        Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"en\">", html);
        var (start, end) = (html.IndexOf("<body>", StringComparison.Ordinal), html.IndexOf("</body>", StringComparison.Ordinal) + "</body>".Length);
        return new ReportPage(XElement.Parse(html[start..end], LoadOptions.PreserveWhitespace));
    }

    public XElement Section(string id) => Body.Descendants("section").Single(one => (string?)one.Attribute("id") == id);

    public long[] Tiles(params string[] titles) =>
        [.. titles.Select(title => Whole(Section("totals").Descendants("div").Single(one => one.Element("dt")?.Value == title).Element("dd")!.Value))];

    /// <summary>The counts of a table by their names; classes may share one, so theirs have their places behind.</summary>
    public Dictionary<string, long> Bars(string caption)
    {
        var rows = Body.Descendants("table").Single(one => one.Element("caption")?.Value == caption).Element("tbody")!.Elements("tr");
        return rows.Select(static (row, i) => (Name: row.Element("th")!.Value, Count: Whole(row.Element("td")!.Value), i))
            .ToDictionary(one => caption == "Classes" ? $"{one.Name} {one.i}" : one.Name, static one => one.Count);
    }

    /// <summary>What a figure of the boxes shows.</summary>
    public Dictionary<string, long> Numbers(int figure) => new(Rows(Section("boxes").Descendants("figure").ElementAt(figure)));

    public KeyValuePair<string, long>[] Days() => Rows(Section("people").Descendants("figure").Single());

    private static KeyValuePair<string, long>[] Rows(XElement figure) =>
        [.. figure.Descendants("tbody").Elements("tr").Select(static row => KeyValuePair.Create(row.Element("th")!.Value, Whole(row.Element("td")!.Value)))];

    private static long Whole(string text) => long.Parse(Regex.Replace(text, "[^0-9]", ""));
}
