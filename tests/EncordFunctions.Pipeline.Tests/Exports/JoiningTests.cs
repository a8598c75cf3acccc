using System.Text.Json;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using EncordFunctions.Formats;
using EncordFunctions.Labels.Geometry;
using EncordFunctions.Local.Sample;
using EncordFunctions.Pipeline.Tests.Running;

namespace EncordFunctions.Pipeline.Tests.Exports;

[Collection(nameof(OnAzurite))]
public sealed class JoiningTests(AzuriteStorage azurite) : IAsyncLifetime
{
    private const int LargeRing = 20_000;

    private static readonly byte[] Upload = RowText.Zip(
        ("a.json", RowText.List(RowText.Image("r1", boxes: 2, mask: true), "{\"label_hash\": 1 2}", RowText.Image("r3"))));

    // Its fragment is too large for the verdict: a polygon of twenty thousand points.
    private static readonly byte[] LargeUpload = RowText.Zip(("a.json", RowText.List(RowText.Image("r1"), Large("r2"))));

    private readonly Pipe _pipe = Choosing(azurite, "coco");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _pipe.ClearAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task What_was_chosen_is_written_and_nothing_else()
    {
        var export = await _pipe.RunAsync("chosen.zip", Upload);

        Assert.Equal(["coco.json", "manifest.json"], await OwnFilesAsync(export));
        using var manifest = await ManifestAsync(export);
        Assert.Equal("coco", manifest.RootElement.GetProperty("formats").GetString());
        Assert.Equal(4, LedgerOf(manifest, "coco.json").GetProperty("written").GetInt32());
        using var coco = await ReadAsync(export, "coco.json");
        Assert.Equal([1, 2, 3, 4], coco.RootElement.GetProperty("annotations").EnumerateArray().Select(static one => one.GetProperty("id").GetInt32()));
    }

    [Fact]
    public async Task Where_nothing_is_chosen_there_is_no_fragment_either()
    {
        var export = await Choosing(azurite, "none").RunAsync("none.zip", Upload);

        Assert.Equal(["manifest.json"], await OwnFilesAsync(export));
        var row = await _pipe.Storage.LabelRowsTable.GetEntityAsync<TableEntity>($"{export}-00000", "00000000", cancellationToken: Stop);
        Assert.False(row.Value.ContainsKey("Fragment"));
        Assert.Equal(ExportStatus.Done, (await _pipe.Reader.FindAsync(export, Stop))!.Status);
    }

    [Fact]
    public async Task An_export_keeps_what_was_chosen_when_it_began_whatever_the_setting_becomes()
    {
        var export = await _pipe.UnpackAsync(await _pipe.DropAsync("kept.zip", Upload));
        await Choosing(azurite, "none").RestAsync();

        Assert.Equal(["coco.json", "manifest.json"], await OwnFilesAsync(export));
        Assert.Equal("coco", (await _pipe.Reader.FindAsync(export, Stop))!.Formats);
    }

    [Fact]
    public async Task A_row_that_failed_is_in_the_derivatives_once_it_was_tried_again()
    {
        var export = await _pipe.UnpackAsync(await _pipe.DropAsync("again.zip", Upload));
        var messages = await Pipe.TakeAllAsync(_pipe.Storage.LabelRows);
        await _pipe.FailAsync(messages[0]);
        foreach (var message in messages[1..]) await _pipe.ProcessAsync(message);
        await _pipe.RestAsync();
        using (var without = await ReadAsync(export, "coco.json")) Assert.Single(without.RootElement.GetProperty("annotations").EnumerateArray());

        await _pipe.RetryAsync(export);
        await _pipe.RestAsync();

        using var with = await ReadAsync(export, "coco.json");
        Assert.Equal(4, with.RootElement.GetProperty("annotations").GetArrayLength());
        Assert.Equal(ExportStatus.Done, (await _pipe.Reader.FindAsync(export, Stop))!.Status);
    }

    [Fact]
    public async Task What_a_row_leaves_to_the_join_lies_in_its_verdict_or_where_it_is_large_in_staging()
    {
        var export = await _pipe.RunAsync("large.zip", LargeUpload);

        Assert.Equal(["00000001"], await NamesAsync(_pipe.Storage.Staging, $"{export}/fragments/"));
        using var coco = await ReadAsync(export, "coco.json");
        var rings = coco.RootElement.GetProperty("annotations").EnumerateArray().Select(static one => one.GetProperty("segmentation")[0].GetArrayLength());
        Assert.Equal([8, 2 * LargeRing], rings);
    }

    [Fact]
    public async Task Where_a_fragment_is_gone_the_export_is_failed_says_why_and_what_stands_is_left()
    {
        var export = await _pipe.UnpackAsync(await _pipe.DropAsync("gone.zip", LargeUpload));
        await ProcessAllAsync();
        var notice = Assert.Single(await Pipe.TakeAllAsync(_pipe.Storage.FinishedExports));
        await _pipe.FinishAsync(notice);
        await _pipe.Storage.Staging.DeleteBlobAsync($"{export}/fragments/00000001", cancellationToken: Stop);

        await _pipe.FinishAsync(notice);

        var summary = (await _pipe.Reader.FindAsync(export, Stop))!;
        Assert.Equal(ExportStatus.Failed, summary.Status);
        Assert.StartsWith("What row 1 left in staging is gone", summary.Reason, StringComparison.Ordinal);
        using var coco = await ReadAsync(export, "coco.json");
        Assert.Equal(2, coco.RootElement.GetProperty("annotations").GetArrayLength());
    }

    [Fact]
    public async Task An_export_whose_fragments_lack_what_the_ledger_says_is_not_done()
    {
        var export = await _pipe.UnpackAsync(await _pipe.DropAsync("lacking.zip", Upload));
        await ProcessAllAsync();
        // Half of a fragment that is whole in itself: the second row's in place of the first's.
        var other = (await _pipe.Storage.LabelRowsTable.GetEntityAsync<TableEntity>($"{export}-00000", "00000002", cancellationToken: Stop)).Value;
        var entity = (await _pipe.Storage.LabelRowsTable.GetEntityAsync<TableEntity>($"{export}-00000", "00000000", cancellationToken: Stop)).Value;
        (entity["Fragment"], entity["FragmentBytes"]) = (other["Fragment"], other["FragmentBytes"]);
        await _pipe.Storage.LabelRowsTable.UpdateEntityAsync(entity, entity.ETag, cancellationToken: Stop);

        await _pipe.RestAsync();

        var summary = (await _pipe.Reader.FindAsync(export, Stop))!;
        Assert.Equal((ExportStatus.Failed, "coco.json: the rows wrote 4, but 2 were joined."), (summary.Status, summary.Reason));
    }

    private static string Large(string label)
    {
        var row = RowBuilder.Image($"{label}.jpg", 640, 480);
        var ring = Enumerable.Range(0, LargeRing).Select(static i => new Vertex(320 + (200 * Math.Cos(i * Math.Tau / LargeRing)), 240 + (200 * Math.Sin(i * Math.Tau / LargeRing))));
        return System.Text.Encoding.UTF8.GetString(row.Polygon(row.Object("House"), [.. ring]).Build().Json.Span);
    }

    private static Pipe Choosing(AzuriteStorage azurite, string formats) => new(azurite.ConnectionString, formats: DerivativeList.Parse(formats));

    private async Task ProcessAllAsync()
    {
        foreach (var message in await Pipe.TakeAllAsync(_pipe.Storage.LabelRows)) await _pipe.ProcessAsync(message);
    }

    private async Task<string[]> OwnFilesAsync(ExportId export) =>
        [.. (await NamesAsync(_pipe.Storage.Derivatives, $"{export}/")).Where(static name => !name.StartsWith("rows/", StringComparison.Ordinal))];

    private static async Task<string[]> NamesAsync(Azure.Storage.Blobs.BlobContainerClient container, string prefix)
    {
        var names = new List<string>();
        await foreach (var blob in container.GetBlobsAsync(new GetBlobsOptions { Prefix = prefix }, Stop)) names.Add(blob.Name[prefix.Length..]);
        return [.. names];
    }

    private Task<JsonDocument> ManifestAsync(ExportId export) => ReadAsync(export, "manifest.json");

    private async Task<JsonDocument> ReadAsync(ExportId export, string path) =>
        JsonDocument.Parse((await _pipe.Storage.Derivatives.GetBlobClient($"{export}/{path}").DownloadContentAsync(Stop)).Value.Content);

    private static JsonElement LedgerOf(JsonDocument manifest, string derivative) =>
        manifest.RootElement.GetProperty("ledger").EnumerateArray().Single(line => line.GetProperty("derivative").GetString() == derivative);
}
