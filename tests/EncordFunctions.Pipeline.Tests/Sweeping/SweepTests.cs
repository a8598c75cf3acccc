using Azure.Data.Tables;
using EncordFunctions.Pipeline.Tests.Running;

namespace EncordFunctions.Pipeline.Tests.Sweeping;

/// <summary>What was lost, and what a sweep two hours later makes of it.</summary>
[Collection(nameof(OnAzurite))]
public sealed class SweepTests(AzuriteStorage azurite) : IAsyncLifetime
{
    private static readonly byte[] Upload = RowText.Zip(
        ("a.json", RowText.List(RowText.Image("r1"), RowText.Image("r2"), "{\"label_hash\": 1 2}")), ("b.json", RowText.Image("r4")));

    private readonly Pipe _pipe = new(azurite.ConnectionString);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static DateTimeOffset Later { get; } = TimeProvider.System.GetUtcNow().AddHours(2);

    public async ValueTask InitializeAsync() => await _pipe.ForgetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Rows_whose_messages_were_lost_are_sent_again_once_an_hour_and_not_while_they_wait()
    {
        var golden = await GoldenAsync();
        var export = await _pipe.UnpackAsync(await _pipe.DropAsync("lost.zip", Upload));
        var messages = await Pipe.TakeAllAsync(_pipe.Storage.LabelRows);
        await _pipe.ProcessAsync(messages[0]);
        Assert.Equal((0, 1), Counts(await _pipe.SweepAsync(Later.AddHours(-2))));

        Assert.Equal((1, 1), Counts(await _pipe.SweepAsync(Later)));
        Assert.Equal((0, 1), Counts(await _pipe.SweepAsync(Later.AddMinutes(59))));
        // They are the oldest messages of the queue now, and the sweep's clock says that it sent them after that.
        Assert.Equal((0, 1), Counts(await _pipe.SweepAsync(Later.AddHours(2))));
        Assert.Equal(messages.Skip(1).Select(static message => message.ToString()), (await PeekAsync()).Order(StringComparer.Ordinal));
        await _pipe.RestAsync();

        Assert.Equal(golden, await StorageDump.OfAsync(_pipe.Storage, export));
        Assert.Equal((0, 0), Counts(await _pipe.SweepAsync(Later)));
    }

    [Fact]
    public async Task A_clock_that_was_set_back_takes_nothing_up_and_makes_nothing_younger_than_new()
    {
        var golden = await GoldenAsync();
        var export = await _pipe.UnpackAsync(await _pipe.DropAsync("lost.zip", Upload));
        var begun = new FixedTime().GetUtcNow();

        var report = await _pipe.SweepAsync(begun.AddDays(-1));
        await _pipe.RestAsync();

        Assert.Equal((0, 1, TimeSpan.Zero), (report.TakenUp, report.Open, report.OldestAge));
        Assert.Equal(golden, await StorageDump.OfAsync(_pipe.Storage, export));
        Assert.Equal((0, 0), Counts(await _pipe.SweepAsync(begun.AddDays(-1))));
    }

    [Fact]
    public async Task A_notice_that_was_lost_is_sent_again()
    {
        var golden = await GoldenAsync();
        var export = await _pipe.UnpackAsync(await _pipe.DropAsync("lost.zip", Upload));
        foreach (var message in await Pipe.TakeAllAsync(_pipe.Storage.LabelRows)) await _pipe.ProcessAsync(message);
        await _pipe.Storage.FinishedExports.ClearMessagesAsync(Stop);

        await _pipe.SweepAsync(Later);
        await _pipe.RestAsync();
        Assert.Equal(golden, await StorageDump.OfAsync(_pipe.Storage, export));
    }

    [Fact]
    public async Task An_upload_that_never_had_an_event_is_found_once_it_had_time_enough_for_one()
    {
        var golden = await GoldenAsync();
        var upload = await _pipe.DropAsync("lost.zip", Upload);
        await _pipe.DropAsync("notes.txt", Upload);
        await _pipe.DropAsync("empty.json", []);
        Assert.Equal(0, (await _pipe.SweepAsync(TimeProvider.System.GetUtcNow().AddMinutes(9))).Found);

        Assert.Equal(1, (await _pipe.SweepAsync(TimeProvider.System.GetUtcNow().AddMinutes(11))).Found);
        Assert.Equal(0, (await _pipe.SweepAsync(TimeProvider.System.GetUtcNow().AddMinutes(16))).Found);
        Assert.Equal(["{\"blob\":\"lost.zip\"}"], (await Pipe.TakeAllAsync(_pipe.Storage.FoundUploads)).Select(static message => message.ToString()));

        // That message was lost, too.
        Assert.Equal((1, 1), Counts(await _pipe.SweepAsync(Later)));
        await _pipe.RestAsync();
        var export = ExportId.Of("exports", upload.Name, (await upload.GetPropertiesAsync(cancellationToken: Stop)).Value.ETag.ToString());
        Assert.Equal(golden, await StorageDump.OfAsync(_pipe.Storage, export));
        Assert.Equal((0, 0), Counts(await _pipe.SweepAsync(Later)));
        Assert.Null(await _pipe.UnpackFoundAsync(BinaryData.FromString("{\"blob\":\"gone.zip\"}")));
    }

    [Fact]
    public async Task An_unpacking_that_broke_off_goes_on()
    {
        var golden = await GoldenAsync();
        var upload = await _pipe.DropAsync("lost.zip", Upload);
        var export = await BrokenOff.UnpackAsync(azurite.ConnectionString, upload);

        Assert.Equal((1, 1), Counts(await _pipe.SweepAsync(Later)));
        await _pipe.RestAsync();
        Assert.Equal(golden, await StorageDump.OfAsync(_pipe.Storage, export));
    }

    [Fact]
    public async Task Rows_whose_staged_bytes_are_gone_fail_so_that_their_export_ends()
    {
        var export = await _pipe.UnpackAsync(await _pipe.DropAsync("lost.zip", Upload));
        await Pipe.TakeAllAsync(_pipe.Storage.LabelRows);
        await _pipe.Storage.Staging.DeleteBlobAsync($"{export}/00000", cancellationToken: Stop);

        await _pipe.SweepAsync(Later);
        await _pipe.RestAsync();
        var summary = (await _pipe.Reader.FindAsync(export, Stop))!;
        Assert.Equal((ExportStatus.Done, new VerdictCounts(1, 0, 0, 3)), (summary.Status, summary.Verdicts));
        var verdict = await _pipe.Storage.LabelRowsTable.GetEntityAsync<TableEntity>($"{export}-00000", "00000002", cancellationToken: Stop);
        Assert.Contains("its staged bytes are gone", verdict.Value.GetString("Reason"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_upload_that_was_deleted_before_anything_was_read_is_no_longer_waited_for()
    {
        var upload = await _pipe.DropAsync("lost.zip", Upload);
        Assert.Equal(1, (await _pipe.SweepAsync(Later)).Found);
        await upload.DeleteAsync(cancellationToken: Stop);

        Assert.Equal((0, 0), Counts(await _pipe.SweepAsync(Later.AddHours(2))));
        await _pipe.RestAsync();
        Assert.Equal((0, 0), Counts(await _pipe.SweepAsync(Later.AddHours(4))));
    }

    [Fact]
    public async Task An_export_that_makes_trouble_does_not_stop_the_others()
    {
        var broken = await _pipe.UnpackAsync(await _pipe.DropAsync("broken.zip", Upload));
        var other = await _pipe.UnpackAsync(await _pipe.DropAsync("other.zip", Upload));
        await Pipe.TakeAllAsync(_pipe.Storage.LabelRows);
        await _pipe.Storage.ExportsTable.UpdateEntityAsync(
            new TableEntity(broken.Value, "export") { ["Status"] = "Nonsense" }, Azure.ETag.All, cancellationToken: Stop);

        Assert.Equal((1, 2), Counts(await _pipe.SweepAsync(Later)));
        Assert.All(await PeekAsync(), message => Assert.Contains(other.Value, message, StringComparison.Ordinal));
        Assert.Equal(4, (await PeekAsync()).Count);
    }

    private static (int TakenUp, int Open) Counts(SweepReport report) => (report.TakenUp, report.Open);

    private async Task<string> GoldenAsync()
    {
        var golden = await StorageDump.OfAsync(_pipe.Storage, await _pipe.RunAsync("lost.zip", Upload));
        await _pipe.ForgetAsync();
        return golden;
    }

    private async Task<List<string>> PeekAsync() =>
        [.. (await _pipe.Storage.LabelRows.PeekMessagesAsync(32, Stop)).Value.Select(static message => message.Body.ToString())];
}
