using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using EncordFunctions.Labels.Ontologies;
using EncordFunctions.Pipeline.Storage;

namespace EncordFunctions.Pipeline.Unpacking;

/// <summary>
/// An export's ontology in the staging container, for all its rows to be read with. What is staged first stands, and nothing else is ever
/// used, so that every run and every row sees the same one; that there is none is staged too, as an empty blob.
/// </summary>
internal sealed class StagedOntology(BlobContainerClient staging, ExportId export)
{
    private readonly BlobClient _blob = staging.GetBlobClient($"{export}/{OntologyUpload.FileName}");

    /// <summary>Stages what <paramref name="fetch"/> gives, if nothing is staged, and reads what is.</summary>
    /// <param name="name">Its name, for issues.</param>
    /// <param name="fetch">Gives the ontology's bytes; empty where it turns out that there is none.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Null where there is no ontology.</returns>
    public async Task<OntologyReading?> StageAsync(
        string name, Func<CancellationToken, Task<BinaryData>> fetch, CancellationToken cancellationToken)
    {
        var bytes = await FindAsync(cancellationToken);
        if (bytes is null)
        {
            bytes = await fetch(cancellationToken);
            if (!await TryAddAsync(bytes, cancellationToken)) bytes = (await FindAsync(cancellationToken))!;
        }
        return bytes.ToMemory() is { IsEmpty: false } json ? OntologyReader.Read(json, name) : null;
    }

    /// <summary>Reads the staged ontology.</summary>
    /// <returns>Null where there is none that can be used.</returns>
    public async Task<Ontology?> ReadAsync(CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken) is { } bytes && OntologyReader.Read(bytes.ToMemory(), OntologyUpload.FileName) is OntologyReading.Readable readable
            ? readable.Ontology
            : null;

    private async Task<BinaryData?> FindAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await _blob.DownloadContentAsync(cancellationToken)).Value.Content;
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            return null;
        }
    }

    private async Task<bool> TryAddAsync(BinaryData bytes, CancellationToken cancellationToken)
    {
        var options = new BlobUploadOptions
        {
            Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
            HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" },
            Metadata = BlobFile.Metadata(System.Security.Cryptography.SHA256.HashData(bytes.ToMemory().Span)),
        };
        try
        {
            await _blob.UploadAsync(bytes, options, cancellationToken);
            return true;
        }
        catch (RequestFailedException exception) when (exception.Status is 409 or 412)
        {
            // Another run was faster, or this very request before its answer was lost.
            return false;
        }
    }
}
