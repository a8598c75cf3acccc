using EncordFunctions.Pipeline.Tests.Running;

namespace EncordFunctions.Pipeline.Tests.Failing;

/// <summary>Exports whose own tries are used up, and that are put back then.</summary>
[Collection(nameof(OnAzurite))]
public sealed class FailingExportTests(AzuriteStorage azurite) : IAsyncLifetime
{
    private static readonly byte[] Upload = RowText.Zip(("a.json", RowText.List(RowText.Image("r1"), RowText.Image("r2"))));

    private readonly Pipe _pipe = new(azurite.ConnectionString);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _pipe.ForgetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("/Exports")]
    [InlineData("/staging/")]
    [InlineData("RowKey='export'")]
    public async Task An_upload_whose_tries_are_used_up_has_failed_and_is_as_if_nothing_had_been_once_it_is_retried(string write)
    {
        var golden = await GoldenAsync();
        var upload = await _pipe.DropAsync("failing.zip", Upload);
        var etag = (await upload.GetPropertiesAsync(cancellationToken: Stop)).Value.ETag.ToString().Trim('"');
        await Assert.ThrowsAsync<CrashException>(() => BrokenOff.EndingAt(azurite.ConnectionString, write).UnpackAsync(upload));

        // As the runtime writes it.
        var poison = $$"""
            {"Type": "BlobTrigger", "FunctionId": "Host.Functions.UnpackExport", "BlobType": "BlockBlob", "ContainerName": "exports",
             "BlobName": "failing.zip", "ETag": "\"{{etag}}\""}
            """;
        var export = (await _pipe.FailUploadAsync(poison))!.Value;
        Assert.Equal(export, await _pipe.FailUploadAsync(poison));
        Assert.Equal(export, await _pipe.FailFoundUploadAsync("{\"blob\": \"failing.zip\"}"));
        await AssertFailedAsync(export, "All tries of unpacking it ended with an error; the last one: CrashException");

        Assert.Equal(new Retry(0, true), await _pipe.RetryWholeAsync(export));
        Assert.Equal(ExportStatus.Unpacking, (await _pipe.Reader.FindAsync(export, Stop))!.Status);
        await _pipe.RestAsync();
        Assert.Equal(golden, await StorageDump.OfAsync(_pipe.Storage, export));
        Assert.Equal(new Retry(0, false), await _pipe.RetryWholeAsync(export));

        await _pipe.FailUploadAsync(poison);
        Assert.Equal(golden, await StorageDump.OfAsync(_pipe.Storage, export));
    }

    [Fact]
    public async Task A_finish_whose_tries_are_used_up_has_failed_and_is_as_if_nothing_had_been_once_it_is_retried()
    {
        var golden = await GoldenAsync();
        var export = await _pipe.UnpackAsync(await _pipe.DropAsync("failing.zip", Upload));
        foreach (var message in await Pipe.TakeAllAsync(_pipe.Storage.LabelRows)) await _pipe.ProcessAsync(message);
        var notice = Assert.Single(await Pipe.TakeAllAsync(_pipe.Storage.FinishedExports));
        await Assert.ThrowsAsync<CrashException>(() => BrokenOff.EndingAt(azurite.ConnectionString, "manifest.json").FinishAsync(notice));

        Assert.Equal(export, await _pipe.FailFinishAsync(notice.ToString()));
        Assert.Equal(export, await _pipe.FailFinishAsync(notice.ToString()));
        await AssertFailedAsync(export, "All tries of finishing it ended with an error; the last one: CrashException");

        Assert.Equal(new Retry(0, true), await _pipe.RetryWholeAsync(export));
        await _pipe.RestAsync();
        Assert.Equal(golden, await StorageDump.OfAsync(_pipe.Storage, export));
        await _pipe.FailFinishAsync(notice.ToString());
        Assert.Equal(golden, await StorageDump.OfAsync(_pipe.Storage, export));
    }

    [Fact]
    public async Task A_retry_that_broke_off_is_gone_on_with_by_the_sweep()
    {
        var golden = await GoldenAsync();
        var upload = await _pipe.DropAsync("failing.zip", Upload);
        var export = await BrokenOff.UnpackAsync(azurite.ConnectionString, upload);
        await _pipe.FailFoundUploadAsync("{\"blob\": \"failing.zip\"}");
        await Assert.ThrowsAsync<CrashException>(() => BrokenOff.EndingAt(azurite.ConnectionString, "RowKey='export'").RetryWholeAsync(export));

        // A step that comes late finds the export failed, and must leave it among the open ones.
        await _pipe.FailFoundUploadAsync("{\"blob\": \"failing.zip\"}");
        var sweep = await _pipe.SweepAsync(TimeProvider.System.GetUtcNow().AddHours(2));
        Assert.Equal((1, 1), (sweep.TakenUp, sweep.Open));
        await _pipe.RestAsync();
        Assert.Equal(golden, await StorageDump.OfAsync(_pipe.Storage, export));
    }

    [Theory]
    [InlineData("{\"hello\": 1}")]
    [InlineData("no JSON")]
    [InlineData("{\"blob\": \"gone.zip\"}")]
    [InlineData("{\"export\": \"gone-0123456789abcdef\"}")]
    [InlineData("{\"ContainerName\": \"exports\", \"BlobName\": \"gone.zip\", \"ETag\": \"\\\"0x1\\\"\"}")]
    public async Task A_poison_message_that_points_to_nothing_is_dropped(string message)
    {
        Assert.Null(await _pipe.FailUploadAsync(message));
        Assert.Null(await _pipe.FailFoundUploadAsync(message));
        Assert.Null(await _pipe.FailFinishAsync(message));
    }

    private async Task AssertFailedAsync(ExportId export, string reason)
    {
        var failed = (await _pipe.Reader.FindAsync(export, Stop))!;
        Assert.Equal(ExportStatus.Failed, failed.Status);
        Assert.StartsWith(reason, failed.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("PartitionKey=\"open\"", await StorageDump.OfAsync(_pipe.Storage, export), StringComparison.Ordinal);
    }

    private async Task<string> GoldenAsync()
    {
        var golden = await StorageDump.OfAsync(_pipe.Storage, await _pipe.RunAsync("failing.zip", Upload));
        await _pipe.ForgetAsync();
        return golden;
    }
}
