using Azure.Core;
using EncordFunctions.Formats;
using EncordFunctions.Pipeline.Tests.Running;

namespace EncordFunctions.Pipeline.Tests.Delivery;

[Collection(nameof(OnAzurite))]
public sealed class DeliveryTests(AzuriteStorage azurite) : IAsyncLifetime
{
    private static readonly byte[] Upload = RowText.Zip(
        ("a.json", RowText.List(RowText.Image("r1", boxes: 2, mask: true), RowText.Image("r2"), "{\"label_hash\": 1 2}")),
        ("notes.txt", "x"),
        ("b.json", RowText.List(RowText.Image("r4", mask: true), RowText.Image("r5", boxes: 0))),
        ("group.json", RowText.List(RowText.Group("g", "r1", "gone", "r4"), RowText.Image("r4"))),
        ("ontology.json", RowText.Ontology("polygon")));

    private readonly Pipe _pipe = new(azurite.ConnectionString, formats: DerivativeList.Parse("all"));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _pipe.ClearAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Every_event_and_message_twice_leaves_what_once_leaves() => await AssertSameAsync(async blob =>
    {
        var export = await _pipe.UnpackAsync(blob);
        Assert.Equal(export, await _pipe.UnpackAsync(blob));
        foreach (var message in await Pipe.TakeAllAsync(_pipe.Storage.LabelRows))
        {
            var first = await _pipe.ProcessAsync(message);
            Assert.Equal(first, await _pipe.ProcessAsync(message));
        }
        foreach (var message in await Pipe.TakeAllAsync(_pipe.Storage.FinishedExports))
        {
            await _pipe.FinishAsync(message);
            await _pipe.FinishAsync(message);
        }
        return export;
    });

    [Fact]
    public async Task A_shard_recorded_while_the_unpacker_looks_for_it_still_finishes_the_export()
    {
        // 90 rows fill a shard. The last of them asks for the number of rows before the unpacker records it, and records the shard after
        // the unpacker looked for it.
        var rows = Enumerable.Range(0, 90).Select(i => RowText.Image($"r{i}", boxes: 0)).ToArray();
        var isFull = new TaskCompletionSource();
        var isUnpacked = new TaskCompletionSource();
        var processing = Task.CompletedTask;
        var processor = Before("/Exports", async () =>
        {
            isFull.SetResult();
            await isUnpacked.Task;
        });
        var unpacker = Before("RowKey='export'", async () =>
        {
            processing = ProcessAllAsync(processor);
            await Task.WhenAny(isFull.Task, processing);
        });

        await unpacker.UnpackAsync(await _pipe.DropAsync("full.zip", RowText.Zip(("a.json", RowText.List(rows)))));
        Assert.True(isFull.Task.IsCompleted);
        isUnpacked.SetResult();
        await processing;

        Assert.Single(await Pipe.TakeAllAsync(_pipe.Storage.FinishedExports));
    }

    [Fact]
    public async Task Messages_in_reverse_order_leave_what_order_leaves() => await AssertSameAsync(async blob =>
    {
        var export = await _pipe.UnpackAsync(blob);
        var messages = await Pipe.TakeAllAsync(_pipe.Storage.LabelRows);
        messages.Reverse();
        foreach (var message in messages) await _pipe.ProcessAsync(message);
        await _pipe.RestAsync();
        return export;
    });

    [Fact]
    public async Task Everything_at_the_same_time_and_twice_leaves_what_one_after_the_other_leaves() => await AssertSameAsync(async blob =>
    {
        var exports = await Task.WhenAll(_pipe.UnpackAsync(blob), _pipe.UnpackAsync(blob));
        var messages = await Pipe.TakeAllAsync(_pipe.Storage.LabelRows);
        await Task.WhenAll(messages.Concat(messages).Select(_pipe.ProcessAsync));
        var notices = await Pipe.TakeAllAsync(_pipe.Storage.FinishedExports);
        Assert.NotEmpty(notices);
        await Task.WhenAll(notices.Concat(notices).Select(_pipe.FinishAsync));
        return exports[0];
    });

    [Fact]
    public async Task A_message_that_comes_late_changes_nothing_even_when_its_staged_bytes_are_gone()
    {
        var blob = await _pipe.DropAsync("late.zip", Upload);
        var export = await _pipe.UnpackAsync(blob);
        var messages = await Pipe.TakeAllAsync(_pipe.Storage.LabelRows);
        foreach (var message in messages) await _pipe.ProcessAsync(message);
        await _pipe.RestAsync();
        var before = await StorageDump.OfAsync(_pipe.Storage, export);

        foreach (var message in messages) await _pipe.ProcessAsync(message);
        await _pipe.UnpackAsync(blob);
        await _pipe.RestAsync();
        Assert.Equal(before, await StorageDump.OfAsync(_pipe.Storage, export));

        await _pipe.Storage.Staging.DeleteBlobAsync($"{export}/00000", cancellationToken: Stop);
        Assert.Equal(Verdict.DoneWithIssues, (await _pipe.ProcessAsync(messages[0])).Verdict);
    }

    [Fact]
    public async Task A_message_that_comes_late_overwrites_nothing_of_a_row_with_a_verdict_whatever_has_changed_since()
    {
        var export = await _pipe.UnpackAsync(await _pipe.DropAsync("late.zip", Upload));
        var messages = await Pipe.TakeAllAsync(_pipe.Storage.LabelRows);
        foreach (var message in messages) await _pipe.ProcessAsync(message);
        await _pipe.RestAsync();
        // As a later version of the program would have written them, or another setting.
        var rows = new List<string>();
        await foreach (var blob in _pipe.Storage.Derivatives.GetBlobsAsync(new() { Prefix = $"{export}/rows/" }, Stop)) rows.Add(blob.Name);
        foreach (var name in rows) await _pipe.Storage.Derivatives.GetBlobClient(name).UploadAsync(BinaryData.FromString("other"), overwrite: true, Stop);

        foreach (var message in messages) await _pipe.ProcessAsync(message);

        foreach (var name in rows)
            Assert.Equal("other", (await _pipe.Storage.Derivatives.GetBlobClient(name).DownloadContentAsync(Stop)).Value.Content.ToString());
    }

    [Fact]
    public async Task An_upload_that_is_replaced_while_it_is_unpacked_ends_rejected_and_the_new_one_is_its_own_export()
    {
        var upload = await _pipe.DropAsync("replaced.zip", Upload);
        var replacing = new BeforeFirst(
            request => request.Headers.Contains("x-ms-range"),
            () => _pipe.DropAsync("replaced.zip", RowText.Zip(("a.json", RowText.Image("new")))));
        var reading = new Pipe(azurite.ConnectionString, options => options.AddPolicy(replacing, HttpPipelinePosition.PerCall));
        var old = await reading.UnpackAsync(reading.Storage.Exports.GetBlobClient(upload.Name));
        await _pipe.RestAsync();
        var summary = (await _pipe.Reader.FindAsync(old, Stop))!;
        Assert.Equal((ExportStatus.Rejected, 0), (summary.Status, summary.Rows));
        Assert.Contains("was replaced or deleted", summary.Reason, StringComparison.Ordinal);

        var export = await _pipe.UnpackAsync(upload);
        await _pipe.RestAsync();
        Assert.NotEqual(old, export);
        Assert.Equal(new VerdictCounts(1, 0, 0, 0), (await _pipe.Reader.FindAsync(export, Stop))!.Verdicts);
    }

    [Fact]
    public async Task An_entry_of_many_rows_that_broke_off_while_its_messages_were_sent_goes_on_with_the_same_ordinals()
    {
        var content = RowText.Zip(("many.json", RowText.List([.. Enumerable.Range(0, 300).Select(static i => $"{{\"label_hash\": \"r{i}\"}}")])));
        var upload = await _pipe.DropAsync("many.zip", content);
        var crash = new CrashPolicy(at: 100, after: true);
        var mortal = new Pipe(azurite.ConnectionString, options => options.AddPolicy(crash, Azure.Core.HttpPipelinePosition.PerCall));
        await Assert.ThrowsAsync<CrashException>(() => mortal.UnpackAsync(upload));
        var before = await Pipe.TakeAllAsync(_pipe.Storage.LabelRows);

        await _pipe.UnpackAsync(upload);
        var after = await Pipe.TakeAllAsync(_pipe.Storage.LabelRows);
        Assert.InRange(before.Count, 50, 200);
        Assert.Equal(300, after.Count);
        Assert.Empty(before.Select(static message => message.ToString()).Except(after.Select(static message => message.ToString())));
        Assert.Equal(300, after.Select(static message => message.ToString()).Distinct().Count());
    }

    [Fact]
    public async Task A_notice_before_the_last_verdict_writes_nothing()
    {
        var export = await _pipe.UnpackAsync(await _pipe.DropAsync("early.zip", Upload));
        await _pipe.FinishAsync(BinaryData.FromString($$"""{"export":"{{export}}"}"""));

        Assert.False(await _pipe.Storage.Derivatives.GetBlobClient($"{export}/manifest.json").ExistsAsync(Stop));
        Assert.Equal(ExportStatus.Processing, (await _pipe.Reader.FindAsync(export, Stop))!.Status);
    }

    [Fact]
    public async Task The_newest_state_of_a_row_wins_in_whatever_order_its_exports_come()
    {
        // Edited later wins; where that is equal, exported later; where both are equal, a rule that is the same for every order.
        var exports = new[]
        {
            RowText.Image("same", boxes: 1, edited: "2026-01-02 00:00:00"),
            RowText.Image("same", boxes: 2, edited: "2026-01-03 00:00:00"),
            RowText.Image("same", boxes: 3, edited: "2026-01-03 00:00:00")[..^1] + ", \"exported_at\": \"Mon, 02 Feb 2026 13:47:45 UTC\" }",
        };
        var messages = new List<BinaryData>();
        foreach (var (content, i) in exports.Select(static (content, i) => (content, i)))
        {
            await _pipe.UnpackAsync(await _pipe.DropAsync($"newest{i}.json", RowText.Bytes(content)));
            messages.AddRange(await Pipe.TakeAllAsync(_pipe.Storage.LabelRows));
        }
        var states = new List<string>();
        foreach (var order in (int[][])[[0, 1, 2], [2, 1, 0], [1, 2, 0]])
        {
            await _pipe.ClearAsync();
            foreach (var at in order)
            {
                await _pipe.Storage.LabelRowsTable.DeleteEntityAsync(
                    $"{System.Text.Json.JsonDocument.Parse(messages[at]).RootElement.GetProperty("export").GetString()}-00000", "00000000", cancellationToken: Stop);
                await _pipe.ProcessAsync(messages[at]);
            }
            await foreach (var entity in _pipe.Storage.LabelsTable.QueryAsync<Azure.Data.Tables.TableEntity>(cancellationToken: Stop))
                states.Add($"{entity.PartitionKey} {entity.RowKey} {entity["Annotations"]} {entity["LastEditedAt"]}");
        }
        Assert.Equal(3, states.Count);
        Assert.Equal("d1 same|main 3", Assert.Single(states.Distinct())[..14]);
    }

    private async Task AssertSameAsync(Func<Azure.Storage.Blobs.BlobClient, Task<ExportId>> deliver)
    {
        var golden = await StorageDump.OfAsync(_pipe.Storage, await _pipe.RunAsync("delivery.zip", Upload));
        await _pipe.ClearAsync();
        var export = await deliver(await _pipe.DropAsync("delivery.zip", Upload));
        Assert.Equal(golden, await StorageDump.OfAsync(_pipe.Storage, export));
        Assert.Contains("manifest.json", golden, StringComparison.Ordinal);
    }

    private static async Task ProcessAllAsync(Pipe pipe)
    {
        foreach (var message in await Pipe.TakeAllAsync(pipe.Storage.LabelRows)) await pipe.ProcessAsync(message);
    }

    private Pipe Before(string writeTo, Func<Task> act)
    {
        var hook = new BeforeFirst(
            request => request.Method != RequestMethod.Get && Uri.UnescapeDataString(request.Uri.Path).Contains(writeTo, StringComparison.Ordinal), act);
        return new Pipe(azurite.ConnectionString, options => options.AddPolicy(hook, HttpPipelinePosition.PerCall));
    }
}
