using Azure.Core;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using EncordFunctions.Formats;
using EncordFunctions.Formats.Privacy;
using Microsoft.Extensions.Logging.Abstractions;

namespace EncordFunctions.Pipeline.Tests.Running;

/// <summary>The steps over a storage, and a hand-cranked host: it says which message is delivered when, and how often.</summary>
public sealed class Pipe
{
    /// <summary>What is written where a test does not say: one file that is joined with others put aside, and one that asks for earlier exports.</summary>
    private static readonly DerivativeList Few = DerivativeList.Parse("coco,changes");

    private static readonly TimeSpan Hidden = TimeSpan.FromMinutes(10);

    private readonly UnpackExport _unpack;
    private readonly ProcessLabelRow _process;
    private readonly FinishExport _finish;
    private readonly FailLabelRow _fail;
    private readonly FailUpload _failUpload;
    private readonly FailFoundUpload _failFoundUpload;
    private readonly FailFinish _failFinish;
    private readonly RetryExport _retry;

    public Pipe(StorageAccount account, Action<ClientOptions>? configure = null, DerivativeList? formats = null)
    {
        Account = account;
        Storage = account.Connect(configure);
        Reader = new ExportReader(Storage);
        _unpack = new UnpackExport(Storage, formats ?? Few, new FixedTime(), NullLogger<UnpackExport>.Instance);
        _process = new ProcessLabelRow(Storage, PrivacyPolicy.Default, NullLogger<ProcessLabelRow>.Instance);
        _finish = new FinishExport(Storage, new FixedTime(), NullLogger<FinishExport>.Instance);
        _fail = new FailLabelRow(Storage, NullLogger<FailLabelRow>.Instance);
        _failUpload = new FailUpload(Storage, formats ?? Few, new FixedTime(), NullLogger<FailUpload>.Instance);
        _failFoundUpload = new FailFoundUpload(Storage, formats ?? Few, new FixedTime(), NullLogger<FailFoundUpload>.Instance);
        _failFinish = new FailFinish(Storage, NullLogger<FailFinish>.Instance);
        _retry = new RetryExport(Storage, new FixedTime(), NullLogger<RetryExport>.Instance);
    }

    public StorageAccount Account { get; }

    public PipelineStorage Storage { get; }

    public ExportReader Reader { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Empties what exports share: the queues, the newest states, and the ontology beside them.</summary>
    public async Task ClearAsync()
    {
        await Storage.Exports.DeleteBlobIfExistsAsync("ontology.json", cancellationToken: Stop);
        foreach (var queue in Storage.Queues)
            await queue.ClearMessagesAsync(Stop);
        await foreach (var entity in Storage.LabelsTable.QueryAsync<Azure.Data.Tables.TableEntity>(cancellationToken: Stop))
            await Storage.LabelsTable.DeleteEntityAsync(entity, cancellationToken: Stop);
    }

    /// <summary>The same, and whatever a sweep would look after: the uploads, and that exports are open.</summary>
    public async Task ForgetAsync()
    {
        await ClearAsync();
        await foreach (var blob in Storage.Exports.GetBlobsAsync(cancellationToken: Stop))
            await Storage.Exports.DeleteBlobAsync(blob.Name, cancellationToken: Stop);
        await foreach (var entity in Storage.ExportsTable.QueryAsync<Azure.Data.Tables.TableEntity>("PartitionKey eq 'open'", cancellationToken: Stop))
            await Storage.ExportsTable.DeleteEntityAsync(entity, cancellationToken: Stop);
    }

    public async Task<BlobClient> DropAsync(string name, byte[] content, Dictionary<string, string>? metadata = null)
    {
        var blob = Storage.Exports.GetBlobClient(name);
        await blob.UploadAsync(new BinaryData(content), new Azure.Storage.Blobs.Models.BlobUploadOptions { Metadata = metadata }, Stop);
        return blob;
    }

    public Task<ExportId> UnpackAsync(BlobClient upload) => _unpack.RunAsync(upload, Stop);

    public Task<RowOutcome> ProcessAsync(BinaryData message) => ProcessUntilAsync(message, Stop);

    public Task<RowOutcome> ProcessUntilAsync(BinaryData message, CancellationToken ending) => _process.RunAsync(message, ending);

    public Task FinishAsync(BinaryData message) => _finish.RunAsync(message, Stop);

    public Task FailAsync(BinaryData message) => _fail.RunAsync(message, Stop);

    public Task<ExportId?> UnpackFoundAsync(BinaryData message) => _unpack.RunAsync(message, Stop);

    public Task<ExportId?> FailUploadAsync(string message) => _failUpload.RunAsync(BinaryData.FromString(message), Stop);

    public Task<ExportId?> FailFoundUploadAsync(string message) => _failFoundUpload.RunAsync(BinaryData.FromString(message), Stop);

    public Task<ExportId?> FailFinishAsync(string message) => _failFinish.RunAsync(BinaryData.FromString(message), Stop);

    /// <summary>Sweeps as if it were <paramref name="now"/>.</summary>
    public Task<SweepReport> SweepAsync(DateTimeOffset now) =>
        new SweepExports(Storage, new FixedTime(now), NullLogger<SweepExports>.Instance).RunAsync(Stop);

    public Task<Retry?> RetryWholeAsync(ExportId export) => _retry.RunAsync(export, Stop);

    public async Task<int> RetryAsync(ExportId export) => (await _retry.RunAsync(export, Stop))?.Rows ?? 0;

    /// <summary>Drops an upload and runs every step to rest.</summary>
    public async Task<ExportId> RunAsync(string name, byte[] content)
    {
        var export = await UnpackAsync(await DropAsync(name, content));
        await RestAsync();
        return export;
    }

    /// <summary>Delivers messages until there are none, each once and in the order they come.</summary>
    public async Task RestAsync()
    {
        while (true)
        {
            var delivered = 0;
            await foreach (var message in ReceiveAsync(Storage.FoundUploads))
            {
                await UnpackFoundAsync(message.Body);
                await DeleteAsync(Storage.FoundUploads, message);
                delivered++;
            }
            await foreach (var message in ReceiveAsync(Storage.LabelRows))
            {
                await ProcessAsync(message.Body);
                await DeleteAsync(Storage.LabelRows, message);
                delivered++;
            }
            await foreach (var message in ReceiveAsync(Storage.FinishedExports))
            {
                await FinishAsync(message.Body);
                await DeleteAsync(Storage.FinishedExports, message);
                delivered++;
            }
            if (delivered == 0) return;
        }
    }

    /// <summary>Takes all messages of a queue, sorted: they are sent several at once and come in any order.</summary>
    public static async Task<List<BinaryData>> TakeAllAsync(QueueClient queue)
    {
        var all = new List<BinaryData>();
        await foreach (var message in ReceiveAsync(queue))
        {
            all.Add(message.Body);
            await DeleteAsync(queue, message);
        }
        all.Sort(static (a, b) => string.CompareOrdinal(a.ToString(), b.ToString()));
        return all;
    }

    private static async IAsyncEnumerable<QueueMessage> ReceiveAsync(QueueClient queue)
    {
        while (true)
        {
            var messages = await queue.ReceiveMessagesAsync(32, Hidden, Stop);
            if (messages.Value.Length == 0) yield break;
            foreach (var message in messages.Value) yield return message;
        }
    }

    private static async Task DeleteAsync(QueueClient queue, QueueMessage message) =>
        await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, Stop);
}
