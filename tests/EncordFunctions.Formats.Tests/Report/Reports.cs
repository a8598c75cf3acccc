using EncordFunctions.Formats.Changes;
using EncordFunctions.Formats.Ledger;
using EncordFunctions.Formats.Tests.Support;
using EncordFunctions.Labels.Rows;
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
        var page = ReportPage.Of(await ReportPage.WriteAsync(await ReadExport.OfAsync(sample.Name, sample.Content, Stop)));

        var truth = sample.Truth;
        var annotations = truth.Rows.SelectMany(static row => row.Annotations).ToArray();
        Assert.Equal(
            [truth.Rows.Count, truth.Annotations, truth.Classifications, annotations.Select(static one => one.Object.FeatureHash).Distinct().Count(), 0],
            page.Tiles("Label rows", "Annotations", "Classifications", "Classes", "Not usable"));
        Assert.Equal(
            truth.Rows.Sum(static row => row.Annotations
                .Where(static one => one.Frame is not null).Select(static one => (one.DataUnitHash, one.Stream, one.Frame)).Distinct().Count()),
            page.Tiles("Labelled frames").Single());
        Assert.Equal(Counts(annotations.Select(static one => one.Shape.Name)), page.Bars("Shapes"));
        Assert.Equal(Counts(truth.Rows.Select(static row => row.DataType)), page.Bars("Kinds of data"));
        Assert.Equal(
            annotations.Select(static one => one.Object.CreatedBy).OfType<string>().GroupBy(static name => name).Select(static group => (long)group.Count()).OrderDescending(),
            page.Bars("Drawn by").Values.OrderDescending().Select(static count => (long)count));
        Assert.Equal(truth.Annotations, page.Bars("Classes").Values.Sum());
        Assert.StartsWith("Done", page.Body.Descendants("header").Single().Descendants("span").First().Value);
    }

    [Fact]
    public async Task Changes_stand_there_with_the_first_objects_that_differ()
    {
        ObjectChange Change(int number) => new()
        {
            DataTitle = "<crossing>.jpg", Ordinal = 3, Earlier = new EarlierPlace("earlier", 3), ObjectHash = $"o{number}", Kinds = [ChangeKind.Moved, ChangeKind.Relabelled], Iou = 0.6,
            Before = new ObjectState("Car", null, "bounding_box", "0", 1), After = new ObjectState("Bus", null, "bounding_box", "0", 1),
        };
        var export = SmallExport.Of(SmallExport.Box("a"));
        var counts = new ChangeCounts { Compared = 9, Unchanged = 4, New = 2, Objects = 20, Moved = 20, Relabelled = 20 };

        var (files, _) = await (export with { Changes = counts, Changed = [.. Enumerable.Range(0, 20).Select(Change)] }).WriteAsync(new ReportHtml(), [], null, Stop);

        var page = ReportPage.Of(files.Text("report.html"));
        var (changes, objects) = (page.Section("changes"), page.Bars("Objects"));
        Assert.Contains("9 rows were compared with an earlier export, and 4 of them have the same objects; 2 rows are new", changes.Value);
        Assert.Equal((0, 20, 20), (objects["added"], objects["moved"], objects["relabelled"]));
        Assert.Equal(12, changes.Descendants("li").Count());
        Assert.Equal("moved, relabelled Car → Bus o0 IoU 0.6 row 3, <crossing>.jpg", changes.Descendants("li").First().Value);
    }

    [Fact]
    public async Task The_ledger_of_the_report_is_the_ledger_of_the_export()
    {
        var sample = SampleExport.CreateWithFault();
        var export = await ReadExport.OfAsync(sample.Name, sample.Content, Stop);
        var (files, manifest) = await export.WriteAsync(new ReportHtml(), Beside, null, Stop);

        var lines = ReportPage.Of(files.Text("report.html")).Section("ledger").Descendants("tbody").ToArray();
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

    [Fact]
    public async Task Only_the_rows_with_the_most_errors_are_shown_beside_the_first()
    {
        var rows = Enumerable.Range(0, 60).Select(static i => (
            Writing.Row with { Ordinal = i, Index = new RowIndex { Header = new LabelRowHeader { DataTitle = $"row {i}" }, Units = [Writing.Unit] } },
            Enumerable.Range(0, i is 40 ? 9 : i is 50 ? 3 : 0).Select(static _ => (RowEvent)new RowEvent.AnnotationSkipped(Writing.Finding("EL101")))
                .Append(SmallExport.Box("o")).ToArray()));

        var page = ReportPage.Of(await ReportPage.WriteAsync(new ReadExport("some.zip", null, [.. rows])));

        var names = page.Section("rows").Descendants("div").Where(static one => (string?)one.Attribute("class") == "name").Select(static one => one.Value).ToArray();
        Assert.Equal(["row 40", "row 50", .. Enumerable.Range(0, 24).Select(static i => $"row {i}")], names);
        Assert.Equal(26, page.Section("rows").Descendants("svg").Count());
    }

    [Fact]
    public async Task An_export_of_nothing_has_a_report_all_the_same()
    {
        var page = ReportPage.Of(await ReportPage.WriteAsync(new ReadExport("empty.zip", null, []) { OwnIssues = [Writing.Finding("EL901")] }));

        Assert.Equal([0, 0], page.Tiles("Label rows", "Annotations"));
        Assert.Contains("Not so, once", page.Section("attention").Value);
        Assert.Contains(page.Body.Descendants("a"), static one => one.Attribute("href")!.Value == "issues.jsonl");
    }

    private static Dictionary<string, long> Counts(IEnumerable<string> names) =>
        names.GroupBy(static name => name).ToDictionary(static same => same.Key, static same => same.LongCount());
}
