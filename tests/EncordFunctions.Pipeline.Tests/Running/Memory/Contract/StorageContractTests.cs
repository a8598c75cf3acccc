using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Specialized;
using Azure.Storage.Queues.Models;
using Azure.Storage.Queues.Specialized;
using CsCheck;
using EncordFunctions.Tests.Shared;

namespace EncordFunctions.Pipeline.Tests.Running.Memory.Contract;

/// <summary>The storage in memory answers as Azurite does.</summary>
[Collection(nameof(OnAzurite))]
public sealed class StorageContractTests(AzuriteStorage azurite)
{
    private static readonly Gen<(int Kind, int Which, int Value)[]> Calls = Gen.Select(Gen.Int[0, 89], Gen.Int[0, 3], Gen.Int[0, 11]).Array[10, 30];

    private int _cases;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Own => $"contract-{++_cases:000}";

    [Fact]
    public Task Calls_to_a_table_have_the_same_answers_and_leave_the_same() => Calls.SampleAsync(
        async calls =>
        {
            var own = Own;
            await AgreeAsync(async (storage, witness) =>
            {
                var table = new TableCalls(storage.ObjectsTable, own);
                foreach (var (kind, which, value) in calls) await witness.SeeAsync($"{kind % 10} {which} {value}", () => table.CallAsync(kind, which, value));
                await witness.SeeAsync("left", table.DumpAsync);
            });
        },
        iter: LongForm.Cases(25, 1_000),
        threads: 1);

    [Fact]
    public Task Calls_to_blobs_have_the_same_answers_and_leave_the_same() => Calls.SampleAsync(
        async calls =>
        {
            var own = Own;
            await AgreeAsync(async (storage, witness) =>
            {
                var blobs = new BlobCalls(storage.Staging, $"{own}/");
                foreach (var (kind, which, value) in calls) await witness.SeeAsync($"{kind % 9} {which} {value}", () => blobs.CallAsync(kind, which, value));
                await witness.SeeAsync("left", blobs.DumpAsync);
            });
        },
        iter: LongForm.Cases(25, 1_000),
        threads: 1);

    [Fact]
    public Task Calls_to_a_queue_have_the_same_answers_and_leave_the_same() => Calls.SampleAsync(
        async calls => await AgreeAsync(async (storage, witness) =>
        {
            await storage.FoundUploads.ClearMessagesAsync(Stop);
            var queue = new QueueCalls(storage.FoundUploads);
            foreach (var (kind, _, value) in calls) await witness.SeeAsync($"{kind % 10} {value}", () => queue.CallAsync(kind, value));
            await witness.SeeAsync("left", queue.DumpAsync);
            await storage.FoundUploads.ClearMessagesAsync(Stop);
        }),
        iter: LongForm.Cases(25, 1_000),
        threads: 1);

    [Fact]
    public Task What_is_not_there_is_missed_in_the_same_words() => AgreeAsync(async (storage, witness) =>
    {
        var blobs = storage.Exports.GetParentBlobServiceClient().GetBlobContainerClient("nowhere");
        var queue = storage.LabelRows.GetParentQueueServiceClient().GetQueueClient("nowhere");
        await witness.SeeAsync("blob", async () => await blobs.GetBlobClient("x").DownloadContentAsync(Stop));
        await witness.SeeAsync("properties", async () => await blobs.GetBlobClient("x").GetPropertiesAsync(cancellationToken: Stop));
        await witness.SeeAsync("upload", async () => await blobs.GetBlobClient("x").UploadAsync(BinaryData.FromString("x"), Stop));
        await witness.SeeAsync("send", async () => await queue.SendMessageAsync("x", Stop));
        await witness.SeeAsync("receive", async () => await queue.ReceiveMessagesAsync(1, cancellationToken: Stop));
        await witness.SeeAsync("get", async () => await storage.LabelsTable.GetEntityAsync<TableEntity>("a", "b", cancellationToken: Stop));
        await witness.SeeAsync("create", async () =>
        {
            await storage.CreateAsync(Stop);
            return "nothing to do";
        });
    });

    [Fact]
    public async Task What_is_not_served_is_a_501_that_names_it()
    {
        var memory = await MemoryStorage.CreateAsync();

        var failed = await Assert.ThrowsAsync<RequestFailedException>(
            () => memory.Connect().Exports.GetBlobClient("x").SetMetadataAsync(new Dictionary<string, string> { ["a"] = "b" }, cancellationToken: Stop));

        Assert.Equal(501, failed.Status);
        Assert.Contains("PUT https://blob.memory.invalid/exports/x?comp=metadata", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_is_not_deleted_comes_back_when_its_time_is_up_and_the_first_receipt_is_worth_nothing()
    {
        var clock = new HandClock();
        var queue = (await MemoryStorage.CreateAsync(clock)).Connect().LabelRows;
        await queue.SendMessageAsync("x", Stop);
        QueueMessage first = await queue.ReceiveMessageAsync(TimeSpan.FromMinutes(10), Stop);
        clock.Now += TimeSpan.FromMinutes(10) - TimeSpan.FromTicks(1);
        Assert.Null((await queue.ReceiveMessageAsync(cancellationToken: Stop)).Value);

        clock.Now += TimeSpan.FromTicks(1);
        QueueMessage second = await queue.ReceiveMessageAsync(cancellationToken: Stop);

        Assert.Equal((first.MessageId, 2L), (second.MessageId, second.DequeueCount));
        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => queue.DeleteMessageAsync(first.MessageId, first.PopReceipt, Stop));
        Assert.Equal("PopReceiptMismatch", refused.ErrorCode);
        await queue.DeleteMessageAsync(second.MessageId, second.PopReceipt, Stop);
    }

    [Fact]
    public async Task A_message_whose_life_is_over_is_gone_and_one_without_an_end_is_not()
    {
        var clock = new HandClock();
        var queue = (await MemoryStorage.CreateAsync(clock)).Connect().LabelRows;
        await queue.SendMessageAsync("a week", Stop);
        await queue.SendMessageAsync("for ever", timeToLive: TimeSpan.FromSeconds(-1), cancellationToken: Stop);

        clock.Now += TimeSpan.FromDays(7);

        Assert.Equal("for ever", (await queue.ReceiveMessagesAsync(32, cancellationToken: Stop)).Value.Single().Body.ToString());
    }

    private async Task AgreeAsync(Func<PipelineStorage, Witness, Task> run)
    {
        var (here, there) = (new Witness(), new Witness());
        await run((await MemoryStorage.CreateAsync(TimeProvider.System)).Connect(), here);
        await run(PipelineStorage.Connect(azurite.ConnectionString), there);
        Assert.Equal(there.Report, here.Report);
    }

    private sealed class HandClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
