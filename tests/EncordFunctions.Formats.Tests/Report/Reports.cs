using System.Text.RegularExpressions;
using System.Xml.Linq;
using EncordFunctions.Formats.Changes;
using EncordFunctions.Formats.Ledger;
using EncordFunctions.Formats.Tests.Support;
using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Shapes;
using EncordFunctions.Local.Sample;

namespace EncordFunctions.Formats.Tests.Report;

public sealed class Reports
{
    private static readonly IRowFormat[] Beside = [.. Derivatives.Always, new PreviewSvg()];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_numbers_are_those_the_sample_was_made_of()
    {
        var sample = SampleExport.Create();
        var page = Read(await WriteAsync(await ReadExport.OfAsync(sample.Name, sample.Content, Stop)));

        var truth = sample.Truth;
        var annotations = truth.Rows.SelectMany(static row => row.Annotations).ToArray();
        Assert.Equal(
            [truth.Rows.Count, truth.Annotations, truth.Classifications, annotations.Select(static one => one.Object.FeatureHash).Distinct().Count(), 0],
            Tiles(page, "Label rows", "Annotations", "Classifications", "Classes", "Not usable"));
        Assert.Equal(
            truth.Rows.Sum(static row => row.Annotations
                .Where(static one => one.Frame is not null).Select(static one => (one.DataUnitHash, one.Stream, one.Frame)).Distinct().Count()),
            Tiles(page, "Labelled frames").Single());
        Assert.Equal(Counts(annotations.Select(static one => one.Shape.Name)), Bars(page, "Shapes"));
        Assert.Equal(Counts(truth.Rows.Select(static row => row.DataType)), Bars(page, "Kinds of data"));
        Assert.Equal(
            annotations.Select(static one => one.Object.CreatedBy).OfType<string>().GroupBy(static name => name).Select(static group => (long)group.Count()).OrderDescending(),
            Bars(page, "Drawn by").Values.OrderDescending().Select(static count => (long)count));
        Assert.Equal(truth.Annotations, Bars(page, "Classes").Values.Sum());
        Assert.StartsWith("Done", page.Descendants("header").Single().Descendants("span").First().Value);
    }

    [Fact]
    public async Task What_is_wrong_stands_first_with_its_place_in_the_upload()
    {
        var sample = SampleExport.CreateWithFault();
        var export = (await ReadExport.OfAsync(sample.Name, sample.Content, Stop)) with { FailedRows = [new FailedRow(4, "The service was busy.")] };

        var page = Read(await WriteAsync(export));

        var concerns = Section(page, "attention").Descendants("li").ToArray();
        Assert.Equal(["Failed", "Rejected", "Error", "Error"], concerns.Take(4).Select(static one => one.Element("span")!.Value));
        Assert.Contains("The service was busy.", concerns[0].Value);
        var broken = export.Rows.Single(static row => row.Events is [RowEvent.IssueFound { Issue.Code.Id: "EL001" }]);
        var issue = ((RowEvent.IssueFound)broken.Events[0]).Issue;
        Assert.Contains($"byte {issue.Offset:N0}", concerns[1].Value);
        Assert.Contains(issue.Pointer, concerns[1].Value);
        Assert.Contains(issue.Message, concerns[1].Value);
        Assert.Equal($"rows/{broken.Row.Ordinal:D8}/issues.jsonl", concerns[1].Descendants("a").Single().Attribute("href")!.Value);
        // Issues of the table below: as many lines as codes, each with its count.
        Assert.Equal(3, Section(page, "issues").Elements("details").Count());
        Assert.Equal([2], Tiles(page, "Not usable"));
    }

    [Fact]
    public async Task An_export_without_a_fault_says_that_there_is_nothing_to_do()
    {
        var page = Read(await WriteAsync(Small(Box("a"), Box("b"))));

        Assert.Empty(Section(page, "attention").Descendants("li"));
        Assert.Contains("Nothing", Section(page, "attention").Value);
    }

    [Fact]
    public async Task Errors_come_by_their_number_and_before_losses_and_warnings()
    {
        RowEvent[] events =
        [
            new RowEvent.IssueFound(Writing.Finding("EL301", Severity.Warning)), new RowEvent.AnnotationSkipped(Writing.Finding("EL101")),
            .. Enumerable.Range(0, 5).Select(static _ => new RowEvent.AnnotationSkipped(Writing.Finding("EL150"))),
        ];
        var page = Read(await WriteAsync(Small(events)));

        var headlines = Section(page, "attention").Descendants("h3").Select(static one => one.Value.Trim()).ToArray();
        Assert.Equal(["Not so, 5 times EL150", "Not so, once EL101", "Not so, once EL301"], headlines);
    }

    [Fact]
    public async Task What_formats_lose_is_said_unless_it_is_not_their_business()
    {
        RowEvent[] events = [Box("a"), Box("b"), new RowEvent.IssueFound(Writing.Finding("EL301", Severity.Warning)), new RowEvent.AnnotationSkipped(Writing.Finding("EL101"))];

        var (files, _) = await Small(events).WriteAsync(new ReportHtml(), [new Lossy()], null, Stop);

        var concerns = Section(Read(files.Text("report.html")), "attention").Descendants("li").ToArray();
        Assert.Equal(["Error", "Format", "Warning"], concerns.Select(static one => one.Element("span")!.Value));
        Assert.StartsWith("lossy.txt can't say all of it", concerns[1].Descendants("h3").Single().Value);
        Assert.Contains("lossy.txt: The size of the frame is unknown, so there are no pixels (2), Its holes were joined to the outline by bridges (1).", concerns[1].Value);
    }

    [Fact]
    public async Task Changes_stand_there_with_the_first_objects_that_differ()
    {
        ObjectChange Change(int number) => new()
        {
            DataTitle = "<crossing>.jpg", Ordinal = 3, Earlier = new EarlierPlace("earlier", 3), ObjectHash = $"o{number}", Kinds = [ChangeKind.Moved, ChangeKind.Relabelled], Iou = 0.6,
            Before = new ObjectState("Car", null, "bounding_box", "0", 1), After = new ObjectState("Bus", null, "bounding_box", "0", 1),
        };
        var export = Small(Box("a"));
        var counts = new ChangeCounts { Compared = 9, Unchanged = 4, New = 2, Objects = 20, Moved = 20, Relabelled = 20 };

        var (files, _) = await (export with { Changes = counts, Changed = [.. Enumerable.Range(0, 20).Select(Change)] }).WriteAsync(new ReportHtml(), [], null, Stop);

        var changes = Section(Read(files.Text("report.html")), "changes");
        Assert.Contains("9 rows were compared with an earlier export, and 4 of them have the same objects; 2 rows are new", changes.Value);
        Assert.Equal((0, 20, 20), (Bars(changes, "Objects")["added"], Bars(changes, "Objects")["moved"], Bars(changes, "Objects")["relabelled"]));
        Assert.Equal(12, changes.Descendants("li").Count());
        Assert.Equal("moved, relabelled Car → Bus o0 IoU 0.6 row 3, <crossing>.jpg", changes.Descendants("li").First().Value);
    }

    [Fact]
    public async Task The_ledger_of_the_report_is_the_ledger_of_the_export()
    {
        var sample = SampleExport.CreateWithFault();
        var export = await ReadExport.OfAsync(sample.Name, sample.Content, Stop);
        var (files, manifest) = await export.WriteAsync(new ReportHtml(), Beside, null, Stop);

        var lines = Section(Read(files.Text("report.html")), "ledger").Descendants("tbody").ToArray();
        Assert.Equal(manifest.Ledger.Select(static line => line.Derivative).Order(StringComparer.Ordinal), lines.Select(static line => line.Descendants("th").Single().Value));
        foreach (var line in manifest.Ledger)
        {
            var shown = lines.Single(one => one.Descendants("th").Single().Value == line.Derivative);
            var cells = shown.Element("tr")!.Elements("td").Select(static one => one.Value).ToArray();
            Assert.Equal([$"{line.In:N0}", $"{line.Written:N0}", $"{line.Skipped.Sum(static entry => entry.Count):N0}", "✓ balances"], cells[1..]);
            Assert.Equal(line.Skipped.Count + line.Losses.Count, shown.Descendants("li").Count());
            Assert.All(line.Skipped, entry => Assert.Contains($"{entry.Reason} first: {entry.Example}", shown.Value));
        }
        var own = manifest.Ledger.Single(static line => line.Derivative == "report.html");
        Assert.Equal((LedgerUnit.Annotations, sample.Truth.Annotations, sample.Truth.Annotations), (own.Of, (int)own.In, (int)own.Written));
    }

    [Fact]
    public async Task The_same_export_is_the_same_bytes_whatever_order_its_rows_were_processed_in()
    {
        var good = SampleExport.Create();
        var bad = SampleExport.CreateWithFault();
        var export = (await ReadExport.OfAsync(good.Name, good.Content, Stop)).With(await ReadExport.OfAsync(bad.Name, bad.Content, Stop));

        var (forwards, _) = await export.WriteAsync(new ReportHtml(), [], null, Stop);
        var (backwards, _) = await export.WriteAsync(new ReportHtml(), [], Enumerable.Range(0, export.Rows.Count).Reverse(), Stop);

        Assert.Equal(forwards.Files["report.html"], backwards.Files["report.html"]);
        Assert.Equal("text/html; charset=utf-8", forwards.ContentTypes["report.html"]);
    }

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

        var html = await WriteAsync(export);

        var page = Read(html);
        string[] known =
        [
            "body", "a", "header", "main", "footer", "section", "nav", "div", "p", "span", "b", "i", "h1", "h2", "h3", "ol", "ul", "li", "dl", "dt", "dd", "code",
            "details", "summary", "table", "caption", "thead", "tbody", "tr", "th", "td", "figure", "figcaption", "svg", "g", "path", "title", "circle",
        ];
        Assert.All(page.DescendantsAndSelf(), one => Assert.Contains(one.Name.LocalName, known));
        Assert.All(page.Descendants().Attributes(), static one => Assert.False(one.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase)));
        // Links are anchors of the page and files beside it.
        Assert.All(page.Descendants("a"), static one => Assert.Matches("^(#|rows/[0-9]{8}/issues.jsonl$|issues.jsonl$|manifest.json$|report.html$)", one.Attribute("href")!.Value));
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("default-src 'none'", html);
        Assert.DoesNotContain("url(", html);
        Assert.All(page.Descendants().Attributes("style"), static one => Assert.Matches(
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
                    Annotated(new Polygon([[Ring(n)]]), $"class {i} {n}", $"annotator {i} {n}@example.com", DateTimeOffset.UnixEpoch.AddDays((i * 80) + n))),
                .. Enumerable.Range(0, 40).Select(n => new RowEvent.AnnotationSkipped(
                    Writing.Finding($"EL{n:D3}") with { Message = new string('m', 3000), Pointer = new string('/', 3000) })),
            ];
            return (new RowContext(i, new RowIndex { Header = header, Units = [Writing.Unit] }, null), events);
        });

        var html = await WriteAsync(new ReadExport("many.zip", null, [.. rows]));

        Assert.InRange(html.Length, 100_000, 1_000_000);
        var page = Read(html);
        Assert.Equal(12 + 24 - 12, Section(page, "rows").Descendants("li").Count());
        Assert.Equal(8, Section(page, "attention").Elements("ol").Elements("li").Count());
        Assert.Equal(400 * 80, Bars(page, "Drawn by").Values.Sum());
        Assert.Equal(400, Bars(page, "Kinds of data").Values.Sum());
        Assert.All(Section(page, "issues").Elements("details"), static one => Assert.InRange(one.Descendants("li").Count(), 1, 3));
        Assert.Contains("in 400 rows", Section(page, "issues").Elements("details").First().Value);
    }

    [Fact]
    public async Task Annotators_go_by_numbers_that_are_the_same_in_both_lists()
    {
        static RowEvent Drawn(string by, string changedBy) => new RowEvent.AnnotationRead(
            ((RowEvent.AnnotationRead)Annotated(new BoundingBox(0, 0, 8, 8))).Annotation with { CreatedBy = by, LastEditedBy = changedBy });

        var html = await WriteAsync(Small(
            Drawn("ada@people.example", "bob@people.example"), Drawn("ada@people.example", "bob@people.example"), Drawn("cy@people.example", "bob@people.example")));

        Assert.DoesNotContain("people.example", html, StringComparison.Ordinal);
        var page = Read(html);
        Assert.Equal([("annotator 2", 2), ("annotator 3", 1)], Bars(page, "Drawn by").Select(static bar => (bar.Key, (int)bar.Value)));
        Assert.Equal([("annotator 1", 3)], Bars(page, "Last changed by").Select(static bar => (bar.Key, (int)bar.Value)));
    }

    [Fact]
    public async Task Only_the_rows_with_the_most_errors_are_shown_beside_the_first()
    {
        var rows = Enumerable.Range(0, 60).Select(static i => (
            Writing.Row with { Ordinal = i, Index = new RowIndex { Header = new LabelRowHeader { DataTitle = $"row {i}" }, Units = [Writing.Unit] } },
            Enumerable.Range(0, i is 40 ? 9 : i is 50 ? 3 : 0).Select(static _ => (RowEvent)new RowEvent.AnnotationSkipped(Writing.Finding("EL101")))
                .Append(Box("o")).ToArray()));

        var page = Read(await WriteAsync(new ReadExport("some.zip", null, [.. rows])));

        var names = Section(page, "rows").Descendants("div").Where(static one => (string?)one.Attribute("class") == "name").Select(static one => one.Value).ToArray();
        Assert.Equal(["row 40", "row 50", .. Enumerable.Range(0, 24).Select(static i => $"row {i}")], names);
        Assert.Equal(26, Section(page, "rows").Descendants("svg").Count());
    }

    [Fact]
    public async Task The_density_of_labels_is_that_of_their_boxes()
    {
        // The left half of the frame three times, and once the lower right quarter.
        var page = Read(await WriteAsync(Small(
            Annotated(new BoundingBox(0, 0, 320, 480)), Annotated(new BoundingBox(0, 0, 320, 480)), Annotated(new BoundingBox(0, 0, 320, 480)),
            Annotated(new BoundingBox(320, 240, 320, 240)))));

        var heat = Section(page, "boxes").Descendants("svg").Single();
        var shades = heat.Elements("path").ToDictionary(static path => path.Attribute("class")!.Value, static path => SvgPath.Read(path.Attribute("d")!.Value));
        Assert.Equal(2, shades.Count);
        // Three of three is the darkest of eight shades, one of three the third.
        var (most, least) = (shades["h8"], shades["h3"]);
        for (var y = 0; y < 32; y++)
        {
            for (var x = 0; x < 32; x++)
            {
                Assert.Equal(x < 16, SvgPath.Covers(most, x + 0.5, y + 0.5));
                Assert.Equal(x >= 16 && y >= 16, SvgPath.Covers(least, x + 0.5, y + 0.5));
            }
        }
    }

    [Fact]
    public async Task Sizes_and_aspects_fall_into_their_bins()
    {
        var page = Read(await WriteAsync(Small(
            Annotated(new BoundingBox(0, 0, 2, 2)), Annotated(new BoundingBox(0, 0, 4, 4)), Annotated(new BoundingBox(0, 0, 100, 25)), Annotated(new BoundingBox(0, 0, 10, 160)),
            Annotated(new Point(new(5, 5))))));

        var (size, aspect) = (Numbers(page, 0), Numbers(page, 1));
        Assert.Equal((1, 1, 2, 4), (size["below 4 px"], size["4 to 8 px"], size["32 to 64 px"], size.Values.Sum()));
        Assert.Equal((1, 2, 1), (aspect["< 1:8"], aspect["about square"], aspect["4:1 to 8:1"]));
        Assert.Contains("Of the 5 labels", Section(page, "boxes").Value);
        Assert.Contains("50 % small, 50 % medium, 0 % large", Section(page, "boxes").Value);
    }

    [Fact]
    public async Task Days_are_told_by_day_or_by_month()
    {
        var start = new DateTimeOffset(2026, 3, 1, 23, 30, 0, TimeSpan.FromHours(-2));
        var near = Read(await WriteAsync(Small(Annotated(new Point(default), at: start), Annotated(new Point(default), at: start.AddDays(2)))));
        Assert.Equal([new("2026-03-02", 1), new("2026-03-03", 0), new("2026-03-04", 1)], Days(near));

        var far = Read(await WriteAsync(Small(Annotated(new Point(default), at: start), Annotated(new Point(default), at: start.AddDays(200)))));
        Assert.Equal(("2026-03", "2026-09", 7), (Days(far)[0].Key, Days(far)[^1].Key, Days(far).Length));
    }

    [Fact]
    public async Task An_export_of_nothing_has_a_report_all_the_same()
    {
        var page = Read(await WriteAsync(new ReadExport("empty.zip", null, []) { OwnIssues = [Writing.Finding("EL901")] }));

        Assert.Equal([0, 0], Tiles(page, "Label rows", "Annotations"));
        Assert.Contains("Not so, once", Section(page, "attention").Value);
        Assert.Contains(page.Descendants("a"), static one => one.Attribute("href")!.Value == "issues.jsonl");
    }

    /// <summary>Skips two it should have, one that is not its business and one for a finding, and writes the last with a loss.</summary>
    private sealed class Lossy : IRowFormat, IRowWriter
    {
        public string Name => "lossy.txt";

        public IRowWriter Open(RowContext row, IOutputFiles files) => this;

        public ValueTask WriteAsync(RowEvent rowEvent, CancellationToken cancellationToken) => default;

        public ValueTask<LedgerLine> CompleteAsync(CancellationToken cancellationToken) => new(
            new LedgerLine(Name, LedgerUnit.StoredAnnotations, 5, 1, [new("no_frame_size", 2, "row 0"), new("no_frame", 1, "row 0"), new("EL101", 1, "row 0")])
            {
                Losses = [new("hole_bridged", 1, "row 0")],
            });

        public ValueTask DisposeAsync() => default;
    }

    private static RowEvent.AnnotationRead Box(string objectHash) => new(Writing.Annotate(new BoundingBox(10, 10, 100, 50), objectHash) with { Name = "Car" });

    private static RowEvent.AnnotationRead Annotated(Shape shape, string name = "Car", string? by = null, DateTimeOffset? at = null) =>
        new(Writing.Annotate(shape) with { Name = name, CreatedBy = by, CreatedAt = at });

    private static Vertex[] Ring(int seed) => [.. Enumerable.Range(0, 30).Select(i => new Vertex(300 + (seed * 3) + (90 * Math.Cos(i)), 200 + (90 * Math.Sin(i * 1.7))))];

    private static ReadExport Small(params RowEvent[] events) => new("small.zip", null, [(Writing.Row with { Ordinal = 0 }, events)]);

    private static async Task<string> WriteAsync(ReadExport export)
    {
        var (files, _) = await export.WriteAsync(new ReportHtml(), Derivatives.Always.Take(1).ToArray(), null, Stop);
        return files.Text("report.html");
    }

    // The body is XML as well, so that an element that is never closed, or an attribute without quotes, can't be.
    private static XElement Read(string html)
    {
        Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"en\">", html);
        var (start, end) = (html.IndexOf("<body>", StringComparison.Ordinal), html.IndexOf("</body>", StringComparison.Ordinal) + "</body>".Length);
        return XElement.Parse(html[start..end], LoadOptions.PreserveWhitespace);
    }

    private static XElement Section(XElement page, string id) => page.Descendants("section").Single(one => (string?)one.Attribute("id") == id);

    private static long[] Tiles(XElement page, params string[] titles) =>
        [.. titles.Select(title => Whole(Section(page, "totals").Descendants("div").Single(one => one.Element("dt")?.Value == title).Element("dd")!.Value))];

    private static Dictionary<string, long> Bars(XElement page, string caption)
    {
        var rows = page.Descendants("table").Single(one => one.Element("caption")?.Value == caption).Element("tbody")!.Elements("tr");
        return rows.Select(static (row, i) => (Name: row.Element("th")!.Value, Count: Whole(row.Element("td")!.Value), i))
            .ToDictionary(one => caption == "Classes" ? $"{one.Name} {one.i}" : one.Name, static one => one.Count);
    }

    private static Dictionary<string, long> Numbers(XElement page, int figure) => new(Rows(Section(page, "boxes").Descendants("figure").ElementAt(figure)));

    private static KeyValuePair<string, long>[] Days(XElement page) => Rows(Section(page, "people").Descendants("figure").Single());

    private static KeyValuePair<string, long>[] Rows(XElement figure) =>
        [.. figure.Descendants("tbody").Elements("tr").Select(static row => KeyValuePair.Create(row.Element("th")!.Value, Whole(row.Element("td")!.Value)))];

    private static Dictionary<string, long> Counts(IEnumerable<string> names) =>
        names.GroupBy(static name => name).ToDictionary(static same => same.Key, static same => same.LongCount());

    private static long Whole(string text) => long.Parse(Regex.Replace(text, "[^0-9]", ""));
}
