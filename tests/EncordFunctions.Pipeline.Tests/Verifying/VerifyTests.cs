using System.IO.Compression;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using EncordFunctions.Formats;
using EncordFunctions.Formats.Privacy;
using EncordFunctions.Local.Sample;
using EncordFunctions.Pipeline.Tests.Running;
using EncordFunctions.Pipeline.Verifying;

namespace EncordFunctions.Pipeline.Tests.Verifying;

/// <summary>The sample, processed once, is tampered with in one place after another; each is mended again.</summary>
[Collection(nameof(OnAzurite))]
public sealed class VerifyTests(AzuriteStorage azurite) : IAsyncLifetime
{
    private readonly Pipe _pipe = new(azurite.ConnectionString, formats: DerivativeList.Parse(DerivativeList.Everything));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private PipelineStorage Storage => _pipe.Storage;

    public async ValueTask InitializeAsync() => await _pipe.ClearAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_sample_is_as_it_should_be_and_verifying_it_writes_nothing()
    {
        var export = await _pipe.RunAsync("verify-sample.zip", SampleExport.Create().Content.ToArray());
        var before = await StorageDump.OfAsync(Storage, export);

        var clean = await VerifyAsync(export);

        Assert.Equal(before, await StorageDump.OfAsync(Storage, export));
        Assert.Empty(clean.Differences);
        Assert.Empty(clean.Notes);
        Assert.Equal(27, clean.Rows);
        Assert.InRange(clean.Files, 100, int.MaxValue);
        Assert.InRange(clean.Entities, 100, int.MaxValue);
    }

    [Fact]
    public async Task Each_thing_that_is_tampered_with_is_listed_alone()
    {
        var export = await _pipe.RunAsync("verify-tampered.zip", await FewRowsAsync());
        Assert.Empty((await VerifyAsync(export)).Differences);

        var mask = await FirstBlobAsync($"{export}/rows/", ".png");
        await WithBlobAsync(mask, Flip, async () => await ListsAsync(export, $"derivatives/{mask} content"));
        await WithBlobAsync($"{export}/coco.json", Flip, async () => await ListsAsync(export, $"derivatives/{export}/coco.json content"));
        await WithBlobAsync($"{export}/manifest.json", Flip, async () => await ListsAsync(export, $"derivatives/{export}/manifest.json content"));
        await WithBlobAsync(mask, change: null, async () => await ListsAsync(export, $"derivatives/{mask} file"));
        foreach (var extra in (string[])["rows/00000003/extra.txt", "rows/99999999/extra.txt", "zzz.txt"])
        {
            await Storage.Derivatives.UploadBlobAsync($"{export}/{extra}", new BinaryData("not ours"), Stop);
            await ListsAsync(export, $"derivatives/{export}/{extra} file");
            await Storage.Derivatives.DeleteBlobAsync($"{export}/{extra}", cancellationToken: Stop);
        }

        await WithEntityAsync(
            Storage.LabelRowsTable,
            $"PartitionKey ge '{export}-0' and PartitionKey lt '{export}-:' and Annotations gt 0L",
            static entity => entity["Annotations"] = 4711L,
            async key => await ListsAsync(export, $"LabelRows/{key} Annotations"));
        var objects = $"PartitionKey ge '{export}-0' and PartitionKey lt '{export}-:'";
        await WithEntityAsync(
            Storage.ObjectsTable, objects, static entity => entity["HullX"] = 0.125, async key => await ListsAsync(export, $"Objects/{key} HullX"));
        await WithEntityAsync(Storage.ObjectsTable, objects, change: null, async key => await ListsAsync(export, $"Objects/{key} entity"));
        await WithEntityAsync(
            Storage.LabelsTable, $"Export eq '{export}'", static entity => entity["DataTitle"] = "other", async key => await ListsAsync(export, $"Labels/{key} DataTitle"));
        await WithEntityAsync(
            Storage.ExportsTable,
            $"PartitionKey eq '{export}' and RowKey eq 'export'",
            static entity => entity["Masks"] = 4711L,
            async key => await ListsAsync(export, $"Exports/{key} Masks"));

        Assert.Empty((await VerifyAsync(export)).Differences);
    }

    [Fact]
    public async Task An_export_that_is_not_finished_says_so_and_one_nobody_knows_is_null()
    {
        var export = await _pipe.UnpackAsync(await _pipe.DropAsync("verify-unfinished.zip", await FewRowsAsync()));

        var verified = await VerifyAsync(export);

        Assert.Equal((false, false, 0), (verified.IsFinished, verified.IsEqual, verified.Rows));
        Assert.True(ExportId.TryParse("nobody-0123456789abcdef", out var nobody));
        Assert.Null(await new VerifyExport(Storage, PrivacyPolicy.Default, new FixedTime()).RunAsync(nobody, Stop));
    }

    [Fact]
    public async Task Where_the_staged_bytes_are_gone_the_upload_is_read_and_without_it_the_rows_are_named()
    {
        var export = await _pipe.RunAsync("verify-unstaged.zip", await FewRowsAsync());
        await foreach (var blob in Storage.Staging.GetBlobsAsync(BlobTraits.None, BlobStates.None, $"{export}/0", Stop))
            await Storage.Staging.DeleteBlobAsync(blob.Name, cancellationToken: Stop);

        var fromUpload = await VerifyAsync(export);
        await Storage.Exports.DeleteBlobAsync("verify-unstaged.zip", cancellationToken: Stop);
        var without = await VerifyAsync(export);

        Assert.Empty(fromUpload.Differences);
        Assert.Equal(4, fromUpload.Rows);
        Assert.All(fromUpload.Notes, static note => Assert.EndsWith("are gone; its rows were read from the upload.", note, StringComparison.Ordinal));
        Assert.NotEmpty(fromUpload.Notes);
        Assert.Equal(4, without.DifferenceCount);
        Assert.All(without.Differences, difference => Assert.StartsWith($"staging/{export}/", difference.Place, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Changes_against_an_earlier_export_are_verified_with_what_they_were_compared_with()
    {
        await _pipe.RunAsync("verify-first.zip", SampleExport.Create().Content.ToArray());
        var second = await _pipe.RunAsync("verify-second.zip", SampleExport.CreateLater(new ObjectEdit.Move("crossing.jpg", 2, 12, 0)).Content.ToArray());

        var verified = await VerifyAsync(second);

        Assert.Empty(verified.Differences);
        Assert.Contains("moved", (await Storage.Derivatives.GetBlobClient($"{second}/changes.jsonl").DownloadContentAsync(Stop)).Value.Content.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Four rows: boxes and a mask, a classification, one with an issue, and one that is rejected.</summary>
    private static async Task<byte[]> FewRowsAsync()
    {
        var first = RowBuilder.Image("first.jpg", 64, 48);
        first.Box(first.Object("Car"), 1, 2, 3, 4).MaskOfSpans(first.Object("Tree"), static y => y < 9 ? (3, 20) : (0, 0));
        var second = RowBuilder.Image("second.jpg", 64, 48).Classify("Weather", SampleAnswer.Radio("Sky", "Clear"));
        var third = RowBuilder.Image("third.jpg", 64, 48);
        third.Box(third.Object("Car"), 900, 2, 3, 4);
        using var zip = new MemoryStream();
        await using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        await using (var entry = await archive.CreateEntry("labels.json").OpenAsync(Stop))
        {
            await entry.WriteAsync("["u8.ToArray(), Stop);
            foreach (var row in (RowBuilder[])[first, second, third])
            {
                await entry.WriteAsync(row.Build().Json, Stop);
                await entry.WriteAsync(","u8.ToArray(), Stop);
            }
            await entry.WriteAsync("""{"label_hash":"broken","data_units":7}]"""u8.ToArray(), Stop);
        }
        return zip.ToArray();
    }

    private async Task<Verification> VerifyAsync(ExportId export) =>
        (await new VerifyExport(Storage, PrivacyPolicy.Default, new FixedTime()).RunAsync(export, Stop))!;

    private async Task ListsAsync(ExportId export, string place) =>
        Assert.Equal([place], (await VerifyAsync(export)).Differences.Select(static one => $"{one.Place} {one.Member}"));

    private async Task<string> FirstBlobAsync(string prefix, string ending) => (await Storage.Derivatives
        .GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, Stop).FirstAsync(blob => blob.Name.EndsWith(ending, StringComparison.Ordinal), Stop)).Name;

    private static byte[] Flip(byte[] content)
    {
        content[^2] ^= 1;
        return content;
    }

    /// <summary>Changes a blob's bytes, under the metadata it has, or deletes it; and puts it back.</summary>
    private async Task WithBlobAsync(string name, Func<byte[], byte[]>? change, Func<Task> test)
    {
        var blob = Storage.Derivatives.GetBlobClient(name);
        var stood = (await blob.DownloadContentAsync(Stop)).Value;
        var options = new BlobUploadOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = stood.Details.ContentType },
            Metadata = stood.Details.Metadata,
        };
        if (change is null) await blob.DeleteAsync(cancellationToken: Stop);
        else await blob.UploadAsync(new BinaryData(change(stood.Content.ToArray())), options, Stop);
        await test();
        await blob.UploadAsync(stood.Content, options, Stop);
    }

    private static async Task WithEntityAsync(TableClient table, string filter, Action<TableEntity>? change, Func<string, Task> test)
    {
        var stood = await table.QueryAsync<TableEntity>(filter, cancellationToken: Stop).FirstAsync(Stop);
        if (change is null)
        {
            await table.DeleteEntityAsync(stood, cancellationToken: Stop);
        }
        else
        {
            var other = new TableEntity(stood);
            change(other);
            await table.UpdateEntityAsync(other, ETag.All, TableUpdateMode.Replace, Stop);
        }
        await test($"{stood.PartitionKey}/{stood.RowKey}");
        await table.UpsertEntityAsync(stood, TableUpdateMode.Replace, Stop);
    }
}
