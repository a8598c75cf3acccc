using System.Text.Json;
using Azure;
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
    // The blob trigger's own; host.json does not change it.
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
        _poison = queues.GetQueueClient(StorageNames.BlobTriggerPoison);
    }

    /// <summary>Told of each upload that went to the poison queue.</summary>
    public event Action? GivenUp;

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
                catch (RequestFailedException fault) when (fault.Status == 404)
                {
                    // Deleted since it was listed: there is nothing to do.
                }
            }

            await Task.Delay(_settings.MaxPollingInterval, _time, cancellationToken);
        }
    }

    /// <summary>Unpacks one upload. Where all tries fail it is in the poison queue then.</summary>
    /// <returns>Its export.</returns>
    /// <exception cref="RequestFailedException">The upload can't be looked at.</exception>
    public async Task<ExportId> UnpackAsync(BlobClient upload, CancellationToken cancellationToken)
    {
        BlobProperties properties = await upload.GetPropertiesAsync(cancellationToken: cancellationToken);
        var export = ExportId.Of(upload.BlobContainerName, upload.Name, properties.ETag.ToString());
        _observer.Unpacking(export, upload.Name);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await _unpack.RunAsync(upload, cancellationToken);
            }
            catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
            {
                if (attempt == Tries)
                {
                    await GiveUpAsync(upload, properties.ETag, fault);
                    return export;
                }
                _observer.Warn(
                    $"{upload.Name}: unpacking, try {attempt} failed ({OneLine.Of(fault)}); next in {_settings.VisibilityTimeout.TotalSeconds:0} s");
            }

            await Task.Delay(_settings.VisibilityTimeout, _time, cancellationToken);
        }
    }

    private async Task GiveUpAsync(BlobClient upload, ETag etag, Exception fault)
    {
        _observer.Warn($"{upload.Name}: given up after {Tries} tries ({OneLine.Of(fault)}); it is in {_poison.Name} now");
        var message = JsonSerializer.Serialize(new
        {
            Type = "BlobTrigger",
            FunctionId = $"Host.Functions.{nameof(UnpackExport)}",
            BlobType = "BlockBlob",
            ContainerName = upload.BlobContainerName,
            BlobName = upload.Name,
            ETag = etag.ToString("H"),
        });
        await _poison.CreateIfNotExistsAsync(cancellationToken: CancellationToken.None);
        await _poison.SendMessageAsync(_settings.Encode(BinaryData.FromString(message)), cancellationToken: CancellationToken.None);
        GivenUp?.Invoke();
    }
}
