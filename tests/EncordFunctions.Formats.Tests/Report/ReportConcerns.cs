using EncordFunctions.Formats.Ledger;
using EncordFunctions.Formats.Tests.Support;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Local.Sample;

namespace EncordFunctions.Formats.Tests.Report;

/// <summary>What stands first on the page: what is wrong, the worst of it before the rest.</summary>
public sealed class ReportConcerns
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_wrong_stands_first_with_its_place_in_the_upload()
    {
        var sample = SampleExport.CreateWithFault();
        var export = (await ReadExport.OfAsync(sample.Name, sample.Content, Stop)) with { FailedRows = [new FailedRow(4, "The service was busy.")] };

        var page = ReportPage.Of(await ReportPage.WriteAsync(export));

        var concerns = page.Section("attention").Descendants("li").ToArray();
        Assert.Equal(["Failed", "Rejected", "Error", "Error"], concerns.Take(4).Select(static one => one.Element("span")!.Value));
        Assert.Contains("The service was busy.", concerns[0].Value);
        var broken = export.Rows.Single(static row => row.Events is [RowEvent.IssueFound { Issue.Code.Id: "EL001" }]);
        var issue = ((RowEvent.IssueFound)broken.Events[0]).Issue;
        Assert.Contains($"byte {issue.Offset:N0}", concerns[1].Value);
        Assert.Contains(issue.Pointer, concerns[1].Value);
        Assert.Contains(issue.Message, concerns[1].Value);
        Assert.Equal($"rows/{broken.Row.Ordinal:D8}/issues.jsonl", concerns[1].Descendants("a").Single().Attribute("href")!.Value);
        // Issues of the table below: as many lines as codes, each with its count.
        Assert.Equal(3, page.Section("issues").Elements("details").Count());
        Assert.Equal([2], page.Tiles("Not usable"));
    }

    [Fact]
    public async Task An_export_without_a_fault_says_that_there_is_nothing_to_do()
    {
        var page = ReportPage.Of(await ReportPage.WriteAsync(SmallExport.Of(SmallExport.Box("a"), SmallExport.Box("b"))));

        Assert.Empty(page.Section("attention").Descendants("li"));
        Assert.Contains("Nothing", page.Section("attention").Value);
    }

    [Fact]
    public async Task Errors_come_by_their_number_and_before_losses_and_warnings()
    {
        RowEvent[] events =
        [
            new RowEvent.IssueFound(Writing.Finding("EL301", Severity.Warning)), new RowEvent.AnnotationSkipped(Writing.Finding("EL101")),
            .. Enumerable.Range(0, 5).Select(static _ => new RowEvent.AnnotationSkipped(Writing.Finding("EL150"))),
        ];
        var page = ReportPage.Of(await ReportPage.WriteAsync(SmallExport.Of(events)));

        var headlines = page.Section("attention").Descendants("h3").Select(static one => one.Value.Trim()).ToArray();
        Assert.Equal(["Not so, 5 times EL150", "Not so, once EL101", "Not so, once EL301"], headlines);
    }

    [Fact]
    public async Task What_formats_lose_is_said_unless_it_is_not_their_business()
    {
        RowEvent[] events = [SmallExport.Box("a"), SmallExport.Box("b"), new RowEvent.IssueFound(Writing.Finding("EL301", Severity.Warning)), new RowEvent.AnnotationSkipped(Writing.Finding("EL101"))];

        var (files, _) = await SmallExport.Of(events).WriteAsync(new ReportHtml(), [new Lossy()], null, Stop);

        var concerns = ReportPage.Of(files.Text("report.html")).Section("attention").Descendants("li").ToArray();
        Assert.Equal(["Error", "Format", "Warning"], concerns.Select(static one => one.Element("span")!.Value));
        Assert.StartsWith("lossy.txt can't say all of it", concerns[1].Descendants("h3").Single().Value);
        Assert.Contains("lossy.txt: The size of the frame is unknown, so there are no pixels (2), Its holes were joined to the outline by bridges (1).", concerns[1].Value);
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
}
