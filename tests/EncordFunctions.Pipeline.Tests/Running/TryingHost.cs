using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace EncordFunctions.Pipeline.Tests.Running;

/// <summary>
/// A hand-cranked host whose steps may fail: a message is tried five times at most, then it is in the poison queue. What it does to the
/// queues itself never fails.
/// </summary>
/// <param name="calm">A storage without faults.</param>
/// <param name="steps">The process that makes the next try.</param>
public sealed class TryingHost(Pipe calm, Func<Pipe> steps)
{
    private const int Tries = 5;

    // The runtime tries the message of a poison queue, too; the local host tries it for ever.
    private const int PoisonTries = 100;

    // The end of what a storage in memory knows is no fault of a storage.
    private const int NotServed = 501;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>How many tries ended with an exception.</summary>
    public int FailedTries { get; private set; }

    /// <summary>The storage's clock.</summary>
    public TimeProvider Clock => calm.Account.Clock;

    /// <summary>Delivers the event of an upload and runs every step to rest.</summary>
    public async Task<ExportId> RunAsync(BlobClient upload)
    {
        for (var attempt = 1; !await TryAsync(pipe => pipe.UnpackAsync(upload)); attempt++)
        {
            // Its event comes back late: what was sent before is worked off by then, without anybody knowing how many rows there are.
            await RestAsync();
            if (attempt < Tries) continue;
            var note = $$"""{"ContainerName": "{{upload.BlobContainerName}}", "BlobName": "{{upload.Name}}"}""";
            await calm.Storage.BlobTriggerPoison.SendMessageAsync(BinaryData.FromString(note), cancellationToken: Stop);
            break;
        }
        await RestAsync();
        var etag = (await upload.GetPropertiesAsync(cancellationToken: Stop)).Value.ETag;
        return ExportId.Of(upload.BlobContainerName, upload.Name, etag.ToString());
    }

    /// <summary>Delivers messages until there are none.</summary>
    public async Task RestAsync()
    {
        var storage = calm.Storage;
        while (await DeliverAsync(storage.FoundUploads, storage.FoundUploadsPoison, static (pipe, message) => pipe.UnpackFoundAsync(message))
            + await DeliverAsync(storage.LabelRows, storage.LabelRowsPoison, static (pipe, message) => pipe.ProcessAsync(message))
            + await DeliverAsync(storage.FinishedExports, storage.FinishedExportsPoison, static (pipe, message) => pipe.FinishAsync(message))
            + await DeliverAsync(storage.LabelRowsPoison, null, static (pipe, message) => pipe.FailAsync(message))
            + await DeliverAsync(storage.FoundUploadsPoison, null, static (pipe, message) => pipe.FailFoundUploadAsync(message.ToString()))
            + await DeliverAsync(storage.FinishedExportsPoison, null, static (pipe, message) => pipe.FailFinishAsync(message.ToString()))
            + await DeliverAsync(storage.BlobTriggerPoison, null, static (pipe, message) => pipe.FailUploadAsync(message.ToString())) > 0)
        {
        }
    }

    /// <summary>Tries a step until it comes to its end.</summary>
    public async Task InsistAsync(Func<Pipe, Task> step)
    {
        for (var attempt = 1; !await TryAsync(step); attempt++) Assert.True(attempt < PoisonTries, "It never comes to its end.");
    }

    private async Task<int> DeliverAsync(QueueClient queue, QueueClient? poison, Func<Pipe, BinaryData, Task> step)
    {
        var messages = await Pipe.TakeAllAsync(queue);
        foreach (var message in messages)
        {
            if (poison is null)
            {
                await InsistAsync(pipe => step(pipe, message));
                continue;
            }
            var attempt = 1;
            while (!await TryAsync(pipe => step(pipe, message)) && attempt < Tries) attempt++;
            if (attempt == Tries) await poison.SendMessageAsync(message, cancellationToken: Stop);
        }
        return messages.Count;
    }

    private async Task<bool> TryAsync(Func<Pipe, Task> step)
    {
        try
        {
            await step(steps());
            return true;
        }
        catch (Exception exception) when (exception is CrashException or OperationCanceledException or Azure.RequestFailedException { Status: not NotServed } or AggregateException)
        {
            Stop.ThrowIfCancellationRequested();
            FailedTries++;
            return false;
        }
    }
}
