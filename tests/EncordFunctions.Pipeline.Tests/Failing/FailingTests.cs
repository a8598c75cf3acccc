using EncordFunctions.Pipeline.Tests.Running;

namespace EncordFunctions.Pipeline.Tests.Failing;

[Collection(nameof(OnAzurite))]
public sealed class FailingTests(AzuriteStorage azurite) : IAsyncLifetime
{
    private static readonly byte[] Upload = RowText.Zip(("a.json", RowText.List(RowText.Image("r1", mask: true), RowText.Image("r2"))));

    private readonly Pipe _pipe = new(azurite.ConnectionString);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _pipe.ClearAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_failed_row_finishes_its_export_says_why_and_is_as_if_nothing_had_been_once_it_is_retried()
    {
        var golden = await StorageDump.OfAsync(_pipe.Storage, await _pipe.RunAsync("failing.zip", Upload));
        await _pipe.ClearAsync();

        var export = await _pipe.UnpackAsync(await _pipe.DropAsync("failing.zip", Upload));
        var messages = await Pipe.TakeAllAsync(_pipe.Storage.LabelRows);
        await CrashAsync(messages[0]);
        await _pipe.FailAsync(messages[0]);
        await _pipe.FailAsync(messages[0]);
        await _pipe.ProcessAsync(messages[1]);
        await _pipe.RestAsync();

        var failed = (await _pipe.Reader.FindAsync(export, Stop))!;
        Assert.Equal((ExportStatus.Done, new VerdictCounts(1, 0, 0, 1)), (failed.Status, failed.Verdicts));
        var verdict = await _pipe.Storage.LabelRowsTable.GetEntityAsync<Azure.Data.Tables.TableEntity>($"{export}-00000", "00000000", cancellationToken: Stop);
        Assert.Contains(nameof(CrashException), verdict.Value.GetString("Reason"), StringComparison.Ordinal);
        var manifest = (await _pipe.Storage.Derivatives.GetBlobClient($"{export}/manifest.json").DownloadContentAsync(Stop)).Value.Content.ToString();
        Assert.DoesNotContain("rows/00000000/", manifest, StringComparison.Ordinal);
        Assert.Contains("rows/00000001/", manifest, StringComparison.Ordinal);

        Assert.Equal(1, await _pipe.RetryAsync(export));
        await _pipe.RestAsync();
        Assert.Equal(golden, await StorageDump.OfAsync(_pipe.Storage, export));
        Assert.Equal(0, await _pipe.RetryAsync(export));
    }

    [Fact]
    public async Task A_real_verdict_is_never_overwritten_by_a_failed_one()
    {
        var export = await _pipe.UnpackAsync(await _pipe.DropAsync("real.zip", Upload));
        var messages = await Pipe.TakeAllAsync(_pipe.Storage.LabelRows);
        foreach (var message in messages) await _pipe.ProcessAsync(message);
        await _pipe.RestAsync();
        var before = await StorageDump.OfAsync(_pipe.Storage, export);

        foreach (var message in messages) await _pipe.FailAsync(message);
        await _pipe.RestAsync();
        Assert.Equal(before, await StorageDump.OfAsync(_pipe.Storage, export));
    }

    [Fact]
    public async Task A_verdict_that_replaced_a_failed_one_reaches_the_manifest_even_if_the_process_ended_right_behind_it()
    {
        var export = await _pipe.UnpackAsync(await _pipe.DropAsync("replaced.zip", Upload));
        var messages = await Pipe.TakeAllAsync(_pipe.Storage.LabelRows);
        await _pipe.FailAsync(messages[0]);
        await _pipe.ProcessAsync(messages[1]);
        await _pipe.RestAsync();

        await _pipe.RetryAsync(export);
        var retried = Assert.Single(await Pipe.TakeAllAsync(_pipe.Storage.LabelRows));
        var points = 0;
        for (var at = 1; await CrashAsync(retried, at); at++) points++;
        Assert.InRange(points, 5, 100);
        await _pipe.ProcessAsync(retried);
        await _pipe.RestAsync();
        Assert.Equal(new VerdictCounts(2, 0, 0, 0), (await _pipe.Reader.FindAsync(export, Stop))!.Verdicts);
    }

    [Fact]
    public async Task A_row_whose_staged_bytes_are_gone_fails_and_says_so()
    {
        var export = await _pipe.UnpackAsync(await _pipe.DropAsync("gone.zip", Upload));
        var message = (await Pipe.TakeAllAsync(_pipe.Storage.LabelRows))[0];
        await _pipe.Storage.Staging.DeleteBlobAsync($"{export}/00000", cancellationToken: Stop);

        await Assert.ThrowsAnyAsync<Exception>(() => _pipe.ProcessAsync(message));
        await _pipe.FailAsync(message);
        var verdict = await _pipe.Storage.LabelRowsTable.GetEntityAsync<Azure.Data.Tables.TableEntity>($"{export}-00000", "00000000", cancellationToken: Stop);
        Assert.Equal("Failed", verdict.Value.GetString("Verdict"));
        Assert.Contains("upload the export again", verdict.Value.GetString("Reason"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_poison_message_that_points_to_no_row_is_dropped() => await _pipe.FailAsync(BinaryData.FromString("{\"hello\": 1}"));

    // At a write the process ends; the storage is there again for who comes next, but for the note of the try itself.
    private async Task CrashAsync(BinaryData message)
    {
        var fault = new FaultyWrites(1);
        var pipe = new Pipe(azurite.ConnectionString, options => options.AddPolicy(fault, Azure.Core.HttpPipelinePosition.PerCall));
        await Assert.ThrowsAsync<CrashException>(() => pipe.ProcessAsync(message));
    }

    private async Task<bool> CrashAsync(BinaryData message, int at)
    {
        var crash = new CrashPolicy(at, after: true);
        var pipe = new Pipe(azurite.ConnectionString, options => options.AddPolicy(crash, Azure.Core.HttpPipelinePosition.PerCall));
        try
        {
            await pipe.ProcessAsync(message);
        }
        catch (CrashException)
        {
            return true;
        }
        return crash.HasCrashed;
    }
}
