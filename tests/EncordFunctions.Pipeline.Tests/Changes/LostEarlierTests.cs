using Azure.Data.Tables;
using EncordFunctions.Local.Sample;
using EncordFunctions.Pipeline.Tests.Running;

namespace EncordFunctions.Pipeline.Tests.Changes;

/// <summary>Exports that are compared with an earlier one of which something is gone, or is other than it was written.</summary>
[Collection(nameof(OnAzurite))]
public sealed class LostEarlierTests(AzuriteStorage azurite) : IAsyncLifetime
{
    private readonly Pipe _pipe = new(azurite.ConnectionString);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _pipe.ClearAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Where_the_earlier_files_are_gone_the_objects_are_listed_without_how_far_they_moved()
    {
        var sample = SampleExport.Create();
        var earlier = await _pipe.RunAsync(sample.Name, sample.Content.ToArray());
        await foreach (var blob in _pipe.Storage.Derivatives.GetBlobsAsync(Azure.Storage.Blobs.Models.BlobTraits.None, Azure.Storage.Blobs.Models.BlobStates.None, $"{earlier}/", Stop))
            await _pipe.Storage.Derivatives.DeleteBlobAsync(blob.Name, cancellationToken: Stop);
        var later = SampleExport.CreateLater();
        var changes = (await Lines.OfAsync(_pipe.Storage, await _pipe.RunAsync(later.Name, later.Content.ToArray())))!;

        Assert.Equal(["moved", "reattributed", "relabelled"], changes.Select(Lines.Kinds).Order());
        var moved = Assert.Single(changes, change => change.Reason is not null);
        Assert.Equal((null, "earlier_annotations_gone"), (moved.Iou, moved.Reason));
    }

    [Theory]
    [InlineData("\"no\"\n")]
    [InlineData("{\"object_hash\": \"r1/0+\", \"frame\": 0.5, \"attributes\": 1, \"geometry\": [}\n")]
    [InlineData("{\"object_hash\": \"r1/0+\", \"data_unit_hash\": \"data-r1\", \"frame\": 0, \"shape\": 1, \"attributes\": [1], \"geometry\": {\"x\": []}}\n")]
    public async Task Another_file_in_the_place_of_the_earlier_one_fails_no_row(string other)
    {
        var earlier = await _pipe.RunAsync("before.json", RowText.Bytes(RowText.Image("r1")));
        await _pipe.Storage.Derivatives.GetBlobClient($"{earlier}/rows/00000000/annotations.jsonl").UploadAsync(BinaryData.FromString(other), overwrite: true, Stop);
        var export = await _pipe.RunAsync("after.json", RowText.Bytes(RowText.Image("r1").Replace("\"x\": 0.25", "\"x\": 0.5", StringComparison.Ordinal)));

        var moved = Assert.Single((await Lines.OfAsync(_pipe.Storage, export))!);
        Assert.Equal(("moved", null), (Lines.Kinds(moved), moved.Iou));
    }

    [Fact]
    public async Task What_an_older_version_kept_without_hashes_is_not_compared_and_the_ledger_says_so()
    {
        await _pipe.RunAsync("old-version.json", RowText.Bytes(RowText.Image("r1", boxes: 2)));
        await foreach (var state in _pipe.Storage.LabelsTable.QueryAsync<TableEntity>(cancellationToken: Stop))
        {
            state.Remove("ContentHash");
            await _pipe.Storage.LabelsTable.UpdateEntityAsync(state, Azure.ETag.All, TableUpdateMode.Replace, Stop);
        }
        var export = await _pipe.RunAsync("new-version.json", RowText.Bytes(RowText.Image("r1", boxes: 1)));

        Assert.Null(await Lines.OfAsync(_pipe.Storage, export));
        Assert.Equal(1, (await Lines.CountsAsync(_pipe.Storage, export)).GetProperty("not_compared").GetInt32());
        var manifest = (await _pipe.Storage.Derivatives.GetBlobClient($"{export}/manifest.json").DownloadContentAsync(Stop)).Value.Content.ToString();
        Assert.Contains("\"reason\": \"earlier_without_hashes\"", manifest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_somebody_deleted_the_earlier_objects_nothing_is_told_to_be_added()
    {
        var earlier = await _pipe.RunAsync("deleted.json", RowText.Bytes(RowText.Image("r1", boxes: 2)));
        await foreach (var gone in _pipe.Storage.ObjectsTable.QueryAsync<TableEntity>($"PartitionKey eq '{earlier}-00000000'", cancellationToken: Stop))
            await _pipe.Storage.ObjectsTable.DeleteEntityAsync(gone.PartitionKey, gone.RowKey, cancellationToken: Stop);
        var export = await _pipe.RunAsync("left.json", RowText.Bytes(RowText.Image("r1", boxes: 3)));

        Assert.Null(await Lines.OfAsync(_pipe.Storage, export));
        Assert.Equal(1, (await Lines.CountsAsync(_pipe.Storage, export)).GetProperty("not_compared").GetInt32());
    }
}
