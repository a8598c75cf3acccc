using System.Text.RegularExpressions;
using Azure.Core;
using Azure.Data.Tables;
using EncordFunctions.Pipeline.Tests.Running;

namespace EncordFunctions.Pipeline.Tests.Sweeping;

/// <summary>Ends the process before and after each write of a sweep; the next one, hours later, goes on from there.</summary>
[Collection(nameof(OnAzurite))]
public sealed partial class SweepCrashTests(AzuriteStorage azurite) : IAsyncLifetime
{
    private static readonly byte[] Upload = RowText.Zip(
        ("a.json", RowText.List(RowText.Image("r1"), RowText.Image("r2"))), ("notes.txt", "x"), ("b.json", RowText.Image("r3")));

    private readonly Pipe _pipe = new(azurite.ConnectionString);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static DateTimeOffset Later { get; } = TimeProvider.System.GetUtcNow().AddHours(2);

    public async ValueTask InitializeAsync() => await _pipe.ForgetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_crash_of_a_sweep_that_sends_rows_again_shows(bool after) => await SweepAsync(after, 3, LoseMessagesAsync);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_crash_of_a_sweep_that_ends_an_upload_which_is_gone_shows(bool after)
    {
        var end = await SweepAsync(after, 6, LoseUploadAsync);

        Assert.Contains("was replaced or deleted before all of it was read", end, StringComparison.Ordinal);
        Assert.Contains("Status=\"Rejected\"", end, StringComparison.Ordinal);
        Assert.Contains("RowsDone=3", end, StringComparison.Ordinal);
        Assert.DoesNotContain("State=\"Staged\"", end, StringComparison.Ordinal);
    }

    private async Task<string> SweepAsync(bool after, int leastPoints, Func<Task<ExportId>> lose)
    {
        var golden = await EndAsync(await lose(), Later);
        for (var points = 0; ; points++)
        {
            await _pipe.ForgetAsync();
            var export = await lose();
            var crash = new CrashPolicy(points + 1, after);
            var mortal = new Pipe(azurite.ConnectionString, options => options.AddPolicy(crash, HttpPipelinePosition.PerCall));
            try
            {
                await mortal.SweepAsync(Later);
            }
            catch (CrashException)
            {
                // The end of the process. What it sent is worked off until the next sweep.
            }
            await _pipe.RestAsync();
            Assert.True(
                golden == await EndAsync(export, Later.AddHours(2)), $"A crash {(after ? "after" : "before")} write {points + 1} of the sweep shows.");
            if (crash.HasCrashed) continue;
            Assert.InRange(points, leastPoints, 30);
            return golden;
        }
    }

    private async Task<ExportId> LoseMessagesAsync()
    {
        var export = await _pipe.UnpackAsync(await _pipe.DropAsync("sweep.zip", Upload));
        await LoseAllButOneAsync();
        return export;
    }

    // The messages of one entry were sent and lost, those of the other were never sent; then the upload was deleted.
    private async Task<ExportId> LoseUploadAsync()
    {
        var upload = await _pipe.DropAsync("sweep.zip", Upload);
        var export = await BrokenOff.UnpackAsync(azurite.ConnectionString, upload);
        await LoseAllButOneAsync();
        await _pipe.Storage.ExportsTable.UpdateEntityAsync(
            new TableEntity(export.Value, "entry-00002") { ["State"] = "Staged" }, Azure.ETag.All, cancellationToken: Stop);
        await upload.DeleteAsync(cancellationToken: Stop);
        return export;
    }

    private async Task LoseAllButOneAsync() => await _pipe.ProcessAsync((await Pipe.TakeAllAsync(_pipe.Storage.LabelRows))[0]);

    private async Task<string> EndAsync(ExportId export, DateTimeOffset now)
    {
        await _pipe.SweepAsync(now);
        await _pipe.RestAsync();
        Assert.Equal(0, (await _pipe.SweepAsync(now)).Open);
        return UnpackedAt().Replace(await StorageDump.OfAsync(_pipe.Storage, export), "");
    }

    // The one time that a sweep records: its own.
    [GeneratedRegex("UnpackedAt=\"[^\"]*\"")]
    private static partial Regex UnpackedAt();
}
