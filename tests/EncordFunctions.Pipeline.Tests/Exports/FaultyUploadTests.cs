using System.Text;
using System.Text.Json;
using EncordFunctions.Pipeline.Tests.Running;

namespace EncordFunctions.Pipeline.Tests.Exports;

/// <summary>What is wrong with an upload, and what is kept of it all the same.</summary>
[Collection(nameof(OnAzurite))]
public sealed class FaultyUploadTests(AzuriteStorage azurite) : IAsyncLifetime
{
    private readonly Pipe _pipe = new(azurite.ConnectionString);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _pipe.ClearAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_row_broken_in_the_middle_of_an_entry_is_rejected_alone_with_its_place()
    {
        var broken = RowText.Image("r2").Replace("\"label_status\":", "\"label_status\" ", StringComparison.Ordinal);
        var content = RowText.List(RowText.Image("r1"), broken, RowText.Image("r3"));
        var export = await _pipe.RunAsync("broken.zip", RowText.Zip(("labels/a.json", content)));

        var summary = await FoundAsync(export);
        Assert.Equal((ExportStatus.Done, new VerdictCounts(2, 0, 1, 0)), (summary.Status, summary.Verdicts));
        var issue = Assert.Single(await Stored.IssuesAsync(_pipe.Storage, export, "00000001"));
        Assert.Equal(("EL001", "labels/a.json"), (issue.GetString("Code"), issue.GetString("Entry")));
        var fault = Encoding.UTF8.GetByteCount(content[..content.IndexOf("\"label_status\" ", StringComparison.Ordinal)]);
        Assert.InRange(issue.GetInt64("Offset")!.Value, fault, fault + 20);
        Assert.StartsWith("/1", issue.GetString("Pointer"), StringComparison.Ordinal);
        Assert.Contains("\"EL001\"", Encoding.UTF8.GetString(await Stored.FileAsync(_pipe.Storage, export, "rows/00000001/issues.jsonl")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Three_good_rows_before_a_tail_that_breaks_off_are_done()
    {
        var whole = RowText.List(RowText.Image("r1"), RowText.Image("r2"), RowText.Image("r3"), RowText.Image("r4"));
        var export = await _pipe.RunAsync("tail.json", RowText.Bytes(whole[..^200]));

        var summary = await FoundAsync(export);
        Assert.Equal((ExportStatus.Done, 4, new VerdictCounts(3, 0, 1, 0)), (summary.Status, summary.Rows, summary.Verdicts));
        Assert.Single(await Stored.IssuesAsync(_pipe.Storage, export, "00000003"));
    }

    [Fact]
    public async Task A_row_that_never_closes_costs_none_of_the_rows_behind_it()
    {
        var broken = RowText.Image("r2");
        var list = RowText.List(RowText.Image("r1"), broken, RowText.Image("r3"), RowText.Image("r4")).Replace(broken, broken[..^2], StringComparison.Ordinal);

        var export = await _pipe.RunAsync("middle.json", RowText.Bytes(list));

        Assert.Equal(new VerdictCounts(3, 0, 1, 0), (await FoundAsync(export)).Verdicts);
        Assert.Equal("EL001", Assert.Single(await Stored.IssuesAsync(_pipe.Storage, export, "00000001")).GetString("Code"));
    }

    [Fact]
    public async Task Rows_that_no_comma_parts_are_read_and_the_place_is_named()
    {
        var export = await _pipe.RunAsync("side-by-side.json", RowText.Bytes($"[{RowText.Image("r1")}{RowText.Image("r2")}]"));

        Assert.Equal(new VerdictCounts(2, 0, 0, 0), (await FoundAsync(export)).Verdicts);
        var issue = Assert.Single(await Stored.IssuesAsync(_pipe.Storage, export, "entries"));
        Assert.Equal(("EL921", (long?)(1 + RowText.Image("r1").Length)), (issue.GetString("Code"), issue.GetInt64("Offset")));
    }

    [Fact]
    public async Task A_list_that_is_not_closed_behind_its_last_row_keeps_its_rows_and_says_so()
    {
        var export = await _pipe.RunAsync("open.json", RowText.Bytes($"[{RowText.Image("r1")},"));

        Assert.Equal(new VerdictCounts(1, 0, 0, 0), (await FoundAsync(export)).Verdicts);
        Assert.Equal("EL919", Assert.Single(await Stored.IssuesAsync(_pipe.Storage, export, "entries")).GetString("Code"));
    }

    [Fact]
    public async Task A_coco_file_ends_in_one_clear_issue()
    {
        var export = await _pipe.RunAsync("coco.zip", RowText.Zip(("instances.json", """{"images": [{"id": 1}], "annotations": [], "categories": []}""")));

        Assert.Equal((ExportStatus.Done, new VerdictCounts(0, 0, 1, 0)), ((await FoundAsync(export)).Status, (await FoundAsync(export)).Verdicts));
        var issues = await Stored.EntitiesAsync(_pipe.Storage.IssuesTable, $"PartitionKey ge '{export}-' and PartitionKey lt '{export}.'");
        Assert.Equal("EL002", Assert.Single(issues).GetString("Code"));
    }

    [Theory]
    [InlineData("not a zip at all", "EL901")]
    [InlineData("", "EL901")]
    public async Task An_upload_that_is_no_archive_is_rejected_with_a_manifest_that_says_why(string content, string code)
    {
        var export = await _pipe.RunAsync("foreign.zip", RowText.Bytes(content));
        await AssertRejectedAsync(export, code);
    }

    [Fact]
    public async Task A_zip_without_json_and_one_without_rows_are_rejected_with_one_issue()
    {
        await AssertRejectedAsync(await _pipe.RunAsync("none.zip", RowText.Zip(("readme.txt", "hello"), ("__MACOSX/._a.json", "x"))), "EL912");
        await AssertRejectedAsync(await _pipe.RunAsync("empty.zip", RowText.Zip(("a.json", "[]"))), "EL930");
    }

    [Fact]
    public async Task A_damaged_zip_and_an_encrypted_one_are_rejected_with_one_issue()
    {
        var good = RowText.Zip(("a.json", RowText.List(RowText.Image("r1"))));
        await AssertRejectedAsync(await _pipe.RunAsync("cut.zip", good[..^30]), "EL902");

        var flipped = (byte[])good.Clone();
        flipped[60] ^= 0x55;
        var damaged = await _pipe.RunAsync("damaged.zip", flipped);
        Assert.Equal(ExportStatus.Rejected, (await FoundAsync(damaged)).Status);
        Assert.Single(await Stored.IssuesAsync(_pipe.Storage, damaged, "entries"));

        var encrypted = (byte[])good.Clone();
        encrypted[6] |= 1;
        encrypted[encrypted.AsSpan().LastIndexOf("PK\x01\x02"u8) + 8] |= 1;
        await AssertRejectedAsync(await _pipe.RunAsync("encrypted.zip", encrypted), "EL913");
    }

    [Fact]
    public async Task A_damaged_entry_is_an_issue_and_the_entries_around_it_are_read()
    {
        var rows = RowText.List(RowText.Image("r2"));
        var zip = RowText.Zip(("a.json", RowText.List(RowText.Image("r1"))), ("b.json", rows), ("c.json", RowText.List(RowText.Image("r3"))));
        var second = zip.AsSpan().IndexOf("b.json"u8);
        zip[second + 60] ^= 0x55;
        var export = await _pipe.RunAsync("one-damaged.zip", zip);

        var summary = await FoundAsync(export);
        Assert.Equal((ExportStatus.Done, 2, new VerdictCounts(2, 0, 0, 0)), (summary.Status, summary.Rows, summary.Verdicts));
        Assert.Equal(1, summary.Errors);
        Assert.Equal<int?>([0, 0], (await Stored.EntitiesAsync(_pipe.Storage.LabelRowsTable, $"PartitionKey eq '{export}-00000'")).Select(static row => row.GetInt32("Element")));
        Assert.Contains("b.json", Encoding.UTF8.GetString(await Stored.FileAsync(_pipe.Storage, export, "issues.jsonl")), StringComparison.Ordinal);
    }

    private async Task AssertRejectedAsync(ExportId export, string code)
    {
        var summary = await FoundAsync(export);
        Assert.Equal((ExportStatus.Rejected, 0), (summary.Status, summary.Rows));
        Assert.NotNull(summary.Reason);
        var issue = Assert.Single(await Stored.IssuesAsync(_pipe.Storage, export, "entries"));
        Assert.Equal(code, issue.GetString("Code"));
        var files = await Stored.FilesAsync(_pipe.Storage, export);
        Assert.Contains("issues.jsonl", files);
        Assert.DoesNotContain(files, static path => path.StartsWith("rows/", StringComparison.Ordinal));
        Assert.Equal(1, summary.Errors);
        using var manifest = JsonDocument.Parse(await Stored.FileAsync(_pipe.Storage, export, "manifest.json"));
        Assert.Equal(("Rejected", summary.Reason), (
            manifest.RootElement.GetProperty("status").GetString(), manifest.RootElement.GetProperty("reason").GetString()));
    }

    private async Task<ExportSummary> FoundAsync(ExportId export) => (await _pipe.Reader.FindAsync(export, Stop))!;
}
