using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues;
using EncordFunctions.Pipeline;

namespace EncordFunctions.Local.Hosting;

/// <summary>
/// Runs the unpacking of each upload, as the Functions host's blob trigger does: five tries with a pause between them, then a message in
/// the blob trigger's poison queue. Unpacking knows by itself what an earlier run has done.
/// </summary>
public sealed class BlobListener
{
    // Both are the blob trigger's own; host.json does not change them.
    private const string PoisonQueue = "webjobs-blobtrigger-poison";
    private const int Tries = 5;

    private readonly PipelineStorage _storage;
    private readonly QueueClient _poison;
    private readonly UnpackExport _unpack;
    private readonly QueueSettings _settings;
    private readonly IHostObserver _observer;
    private readonly TimeProvider _time;

    /// <summary>Listens to the exports container of <paramref name="storage"/>.</summary>
    public BlobListener(
        PipelineStorage storage,
        QueueServiceClient queues,
        UnpackExport unpack,
        QueueSettings settings,
        IHostObserver observer,
        TimeProvider time)
    {
        (_storage, _unpack, _settings, _observer, _time) = (storage, unpack, settings, observer, time);
        _poison = queues.GetQueueClient(PoisonQueue);
    }

    /// <summary>Looks for uploads until cancelled, and unpacks each version of each of them once.</summary>
    /// <param name="unpacked">Told of each.</param>
    /// <param name="cancellationToken">Ends the listening.</param>
    public async Task WatchAsync(Action unpacked, CancellationToken cancellationToken)
    {
        var seen = new HashSet<ExportId>();
        while (true)
        {
            await foreach (var blob in _storage.Exports.GetBlobsAsync(cancellationToken: cancellationToken))
            {
                if (!seen.Add(ExportId.Of(StorageNames.Exports, blob.Name, blob.Properties.ETag.ToString()!))) continue;
                try
                {
                    await UnpackAsync(_storage.Exports.GetBlobClient(blob.Name), cancellationToken);
                    unpacked();
                }
                catch (ExportNotFinishedException)
                {
                    // Said and recorded; the other uploads go on.
                }
            }

            await Task.Delay(_settings.MaxPollingInterval, _time, cancellationToken);
        }
    }

    /// <summary>Unpacks one upload.</summary>
    /// <exception cref="ExportNotFinishedException">All tries failed.</exception>
    public async Task<ExportId> UnpackAsync(BlobClient upload, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                BlobProperties properties = await upload.GetPropertiesAsync(cancellationToken: cancellationToken);
                _observer.Unpacking(ExportId.Of(upload.BlobContainerName, upload.Name, properties.ETag.ToString()), upload.Name);
                return await _unpack.RunAsync(upload, cancellationToken);
            }
            catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
            {
                if (attempt == Tries) throw await GiveUpAsync(upload, fault);
                _observer.Warn(
                    $"{upload.Name}: unpacking, try {attempt} failed ({OneLine.Of(fault)}); next in {_settings.VisibilityTimeout.TotalSeconds:0} s");
            }

            await Task.Delay(_settings.VisibilityTimeout, _time, cancellationToken);
        }
    }

    private async Task<ExportNotFinishedException> GiveUpAsync(BlobClient upload, Exception fault)
    {
        var message = JsonSerializer.Serialize(new
        {
            Type = "BlobTrigger",
            FunctionId = $"Host.Functions.{nameof(UnpackExport)}",
            BlobType = "BlockBlob",
            ContainerName = upload.BlobContainerName,
            BlobName = upload.Name,
        });
        await _poison.CreateIfNotExistsAsync(cancellationToken: CancellationToken.None);
        await _poison.SendMessageAsync(_settings.Encode(BinaryData.FromString(message)), cancellationToken: CancellationToken.None);
        var line = $"{upload.Name} could not be unpacked after {Tries} tries: {OneLine.Of(fault)}";
        _observer.Warn(line);
        return new ExportNotFinishedException(line);
    }
}
