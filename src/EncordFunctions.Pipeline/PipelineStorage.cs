using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using EncordFunctions.Pipeline.Rehearsing;

namespace EncordFunctions.Pipeline;

/// <summary>The containers, queues and tables of one storage account.</summary>
/// <param name="blobs">Client of the account's blobs.</param>
/// <param name="queues">Client of the account's queues; it must encode messages as base64, as the queue triggers expect them.</param>
/// <param name="tables">Client of the account's tables.</param>
public sealed class PipelineStorage(BlobServiceClient blobs, QueueServiceClient queues, TableServiceClient tables)
{
    private readonly BlobServiceClient _blobs = blobs;
    private readonly QueueServiceClient _queues = queues;
    private readonly TableServiceClient _tables = tables;

    /// <summary>Where exports are dropped.</summary>
    public BlobContainerClient Exports { get; } = blobs.GetBlobContainerClient(StorageNames.Exports);

    /// <summary>Inflated entries and their row indexes.</summary>
    public BlobContainerClient Staging { get; } = blobs.GetBlobContainerClient(StorageNames.Staging);

    /// <summary>What is written for the user.</summary>
    public BlobContainerClient Derivatives { get; } = blobs.GetBlobContainerClient(StorageNames.Derivatives);

    /// <summary>One pointer a label row.</summary>
    public QueueClient LabelRows { get; } = queues.GetQueueClient(StorageNames.LabelRows);

    /// <summary>Pointers whose tries are used up.</summary>
    public QueueClient LabelRowsPoison { get; } = queues.GetQueueClient(StorageNames.LabelRowsPoison);

    /// <summary>Notices of exports whose last verdict stands.</summary>
    public QueueClient FinishedExports { get; } = queues.GetQueueClient(StorageNames.FinishedExports);

    /// <summary>Notices whose tries are used up.</summary>
    public QueueClient FinishedExportsPoison { get; } = queues.GetQueueClient(StorageNames.FinishedExportsPoison);

    /// <summary>Uploads to be unpacked without an event.</summary>
    public QueueClient FoundUploads { get; } = queues.GetQueueClient(StorageNames.FoundUploads);

    /// <summary>Found uploads whose tries are used up.</summary>
    public QueueClient FoundUploadsPoison { get; } = queues.GetQueueClient(StorageNames.FoundUploadsPoison);

    /// <summary>Uploads whose tries by the blob trigger are used up.</summary>
    public QueueClient BlobTriggerPoison { get; } = queues.GetQueueClient(StorageNames.BlobTriggerPoison);

    /// <summary>All of the queues.</summary>
    public IReadOnlyList<QueueClient> Queues =>
        [LabelRows, LabelRowsPoison, FinishedExports, FinishedExportsPoison, FoundUploads, FoundUploadsPoison, BlobTriggerPoison];

    /// <summary>Summaries, entries and finished shards of exports.</summary>
    public TableClient ExportsTable { get; } = tables.GetTableClient(StorageNames.ExportsTable);

    /// <summary>Verdicts.</summary>
    public TableClient LabelRowsTable { get; } = tables.GetTableClient(StorageNames.LabelRowsTable);

    /// <summary>Object instances.</summary>
    public TableClient ObjectsTable { get; } = tables.GetTableClient(StorageNames.ObjectsTable);

    /// <summary>Issues.</summary>
    public TableClient IssuesTable { get; } = tables.GetTableClient(StorageNames.IssuesTable);

    /// <summary>Newest state of each label row.</summary>
    public TableClient LabelsTable { get; } = tables.GetTableClient(StorageNames.LabelsTable);

    /// <summary>Connects to an account by its connection string.</summary>
    /// <param name="connectionString">As the portal shows it, or <c>UseDevelopmentStorage=true</c>.</param>
    /// <param name="configure">Further changes to the options of every client.</param>
    public static PipelineStorage Connect(string connectionString, Action<ClientOptions>? configure = null) => new(
        new BlobServiceClient(connectionString, Patient(new BlobClientOptions(), configure)),
        new QueueServiceClient(connectionString, Patient(new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 }, configure)),
        new TableServiceClient(connectionString, Patient(new TableClientOptions(), configure)));

    /// <summary>Connects to an account by identity.</summary>
    /// <param name="accountName">Name of the storage account.</param>
    /// <param name="credential">Who asks.</param>
    public static PipelineStorage Connect(string accountName, TokenCredential credential) => new(
        new BlobServiceClient(Endpoint(accountName, "blob"), credential, Patient(new BlobClientOptions(), null)),
        new QueueServiceClient(
            Endpoint(accountName, "queue"), credential, Patient(new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 }, null)),
        new TableServiceClient(Endpoint(accountName, "table"), credential, Patient(new TableClientOptions(), null)));

    /// <summary>Makes whatever of it does not exist yet.</summary>
    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        foreach (var container in (BlobContainerClient[])[Exports, Staging, Derivatives])
            await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        foreach (var queue in Queues)
            await queue.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        foreach (var table in (TableClient[])[ExportsTable, LabelRowsTable, ObjectsTable, IssuesTable, LabelsTable])
            await table.CreateIfNotExistsAsync(cancellationToken);
    }

    /// <summary>The same storage to steps that only rehearse: what they write goes to <paramref name="rehearsal"/>.</summary>
    internal PipelineStorage Rehearsed(Rehearsal rehearsal) =>
        new(new RehearsedBlobs(_blobs, rehearsal), _queues, new RehearsedTables(_tables, rehearsal));

    private static Uri Endpoint(string accountName, string kind) => new($"https://{accountName}.{kind}.core.windows.net");

    // A step lives far below the ten minutes its message stays hidden, so that a store that is down for a moment costs no try, and one
    // that is down for long gives the message back in time.
    private static T Patient<T>(T options, Action<ClientOptions>? configure)
        where T : ClientOptions
    {
        options.Retry.Mode = RetryMode.Exponential;
        options.Retry.MaxRetries = 5;
        options.Retry.Delay = TimeSpan.FromMilliseconds(400);
        options.Retry.MaxDelay = TimeSpan.FromSeconds(15);
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(60);
        configure?.Invoke(options);
        return options;
    }
}
