using System.Xml.Linq;
using EncordFunctions.Formats.Tests.Support;
using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Formats.Tests.Report;

/// <summary>Pages of exports that mean harm, or of which all is wrong.</summary>
public sealed class HostileReports
{
    [Theory]
    [InlineData("</title></style></section><script>alert(1)</script>")]
    [InlineData("\"><img src=https://example.com/x onerror=alert(1)>")]
    [InlineData("' onmouseover='alert(1)")]
    [InlineData("javascript:alert(1)//\u202e\u0000\ud800")]
    public async Task A_hostile_export_can_neither_run_nor_fetch_anything(string evil)
    {
        var annotation = Writing.Annotate(new BoundingBox(1, 2, 30, 40), evil) with
        {
            Name = evil, FeatureHash = evil, Color = evil, CreatedBy = evil, LastEditedBy = evil, CreatedAt = DateTimeOffset.UnixEpoch,
        };
        var issue = new Issue(new IssueCode(evil, Severity.Error, evil), evil, evil, 7, evil) { ObjectHash = evil, LabelHash = evil };
        var rejected = Writing.Finding("x") with { Code = IssueCatalogue.MalformedJson, Message = evil, Entry = evil, Pointer = evil };
        var header = new LabelRowHeader { DataTitle = evil, LabelHash = evil, DataType = evil };
        var export = new ReadExport(evil, null,
        [
            (new RowContext(0, new RowIndex { Header = header, Units = [Writing.Unit with { Title = evil }] }, null),
                [new RowEvent.AnnotationRead(annotation), new RowEvent.AnnotationSkipped(issue)]),
            (new RowContext(1, new RowIndex { Header = header, Units = [] }, null), [new RowEvent.IssueFound(rejected)]),
        ])
        {
            OwnIssues = [issue], FailedRows = [new FailedRow(2, evil)], Entries = [new(evil, 1, false, evil)],
        };

        var html = await ReportPage.WriteAsync(export);

        var page = ReportPage.Of(html);
        string[] known =
        [
            "body", "a", "header", "main", "footer", "section", "nav", "div", "p", "span", "b", "i", "h1", "h2", "h3", "ol", "ul", "li", "dl", "dt", "dd", "code",
            "details", "summary", "table", "caption", "thead", "tbody", "tr", "th", "td", "figure", "figcaption", "svg", "g", "path", "title", "circle",
        ];
        Assert.All(page.Body.DescendantsAndSelf(), one => Assert.Contains(one.Name.LocalName, known));
        Assert.All(page.Body.Descendants().Attributes(), static one => Assert.False(one.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase)));
        // Links are anchors of the page and files beside it.
        Assert.All(page.Body.Descendants("a"), static one => Assert.Matches("^(#|rows/[0-9]{8}/issues.jsonl$|issues.jsonl$|manifest.json$|report.html$)", one.Attribute("href")!.Value));
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("default-src 'none'", html);
        Assert.DoesNotContain("url(", html);
        Assert.All(page.Body.Descendants().Attributes("style"), static one => Assert.Matches(
            @"^(width:[\d.]+%(;background:#[0-9a-fA-F]{6})?|height:[\d.]+%|flex-grow:\d+|background:#[0-9a-fA-F]{6})$", one.Value));
    }

    [Fact]
    public async Task A_page_stays_small_however_much_is_wrong()
    {
        var rows = Enumerable.Range(0, 400).Select(static i =>
        {
            var header = new LabelRowHeader { DataTitle = new string('t', 5000) + i, DataType = $"type {i}" };
            RowEvent[] events =
            [
                .. Enumerable.Range(0, 80).Select(n =>
                    SmallExport.Annotated(new Polygon([[Ring(n)]]), $"class {i} {n}", $"annotator {i} {n}@example.com", DateTimeOffset.UnixEpoch.AddDays((i * 80) + n))),
                .. Enumerable.Range(0, 40).Select(n => new RowEvent.AnnotationSkipped(
                    Writing.Finding($"EL{n:D3}") with { Message = new string('m', 3000), Pointer = new string('/', 3000) })),
            ];
            return (new RowContext(i, new RowIndex { Header = header, Units = [Writing.Unit] }, null), events);
        });

        var html = await ReportPage.WriteAsync(new ReadExport("many.zip", null, [.. rows]));

        Assert.InRange(html.Length, 100_000, 1_000_000);
        var page = ReportPage.Of(html);
        Assert.Equal(12 + 24 - 12, page.Section("rows").Descendants("li").Count());
        Assert.Equal(8, page.Section("attention").Elements("ol").Elements("li").Count());
        Assert.Equal(400 * 80, page.Bars("Drawn by").Values.Sum());
        Assert.Equal(400, page.Bars("Kinds of data").Values.Sum());
        Assert.All(page.Section("issues").Elements("details"), static one => Assert.InRange(one.Descendants("li").Count(), 1, 3));
        Assert.Contains("in 400 rows", page.Section("issues").Elements("details").First().Value);
    }

    private static Vertex[] Ring(int seed) => [.. Enumerable.Range(0, 30).Select(i => new Vertex(300 + (seed * 3) + (90 * Math.Cos(i)), 200 + (90 * Math.Sin(i * 1.7))))];
}
