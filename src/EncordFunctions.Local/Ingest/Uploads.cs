using Azure;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using EncordFunctions.Local.Commands;
using EncordFunctions.Pipeline;
using EncordFunctions.Pipeline.Unpacking;

namespace EncordFunctions.Local.Ingest;

/// <summary>Drops inputs into the exports container.</summary>
public sealed class Uploads(PipelineStorage storage)
{
    private const string Hash = UploadMetadata.OwnPrefix + "sha256";
    private const int SmallestTransfer = 1024 * 1024;
    private const int MostTransfers = 40_000;

    /// <summary>Uploads what isn't there yet. A blob that is there with the same content stays, and with it its export.</summary>
    public async Task<IReadOnlyList<BlobClient>> PutAsync(IReadOnlyList<Input> inputs, CancellationToken cancellationToken)
    {
        var blobs = new BlobClient[inputs.Count];
        for (var i = 0; i < blobs.Length; i++)
        {
            // First, for whoever watches the container may unpack the export at once.
            if (inputs[i].Ontology is { } ontology) await PutAsync(ontology, cancellationToken);
            blobs[i] = await PutAsync(inputs[i], cancellationToken);
        }

        return blobs;
    }

    private async Task<BlobClient> PutAsync(Input input, CancellationToken cancellationToken)
    {
        var blob = storage.Exports.GetBlobClient(input.Blob);
        if (await IsThereAsync(blob, input.Sha256, cancellationToken)) return blob;
        try
        {
            await PutAsync(blob, input, cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Input.Unreadable(input.Path, fault);
        }

        // The blob says that it has the content the file had before: nobody may find it under that hash.
        if (await Input.HashAsync(input.Path, cancellationToken) == input.Sha256) return blob;
        await blob.DeleteIfExistsAsync(cancellationToken: cancellationToken);
        throw new UnusableInputException($"{input.Path} changed while it was uploaded: run the same command again when it is complete.");
    }

    private static async Task<bool> IsThereAsync(BlobClient blob, string hash, CancellationToken cancellationToken)
    {
        try
        {
            BlobProperties there = await blob.GetPropertiesAsync(cancellationToken: cancellationToken);
            return there.Metadata.TryGetValue(Hash, out var thereHash) && thereHash == hash;
        }
        catch (RequestFailedException fault) when (fault.Status == 404)
        {
            return false;
        }
    }

    private static async Task PutAsync(BlobClient blob, Input input, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(input.Path);
        var options = new BlobUploadOptions
        {
            Metadata = new Dictionary<string, string> { [Hash] = input.Sha256 },
            // A buffer for each that is under way, and at most 50,000 of them to a blob.
            TransferOptions = new StorageTransferOptions
            {
                MaximumConcurrency = 4,
                InitialTransferSize = SmallestTransfer,
                MaximumTransferSize = Math.Max(SmallestTransfer, file.Length / MostTransfers),
            },
        };
        await blob.UploadAsync(file, options, cancellationToken);
    }
}
