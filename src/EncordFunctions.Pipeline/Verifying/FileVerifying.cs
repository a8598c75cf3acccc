using System.Collections.Concurrent;
using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using EncordFunctions.Pipeline.Rehearsing;
using EncordFunctions.Pipeline.Storage;

namespace EncordFunctions.Pipeline.Verifying;

/// <summary>Reads derivatives and compares their bytes, media types and metadata with what was written.</summary>
internal sealed class FileVerifying(BlobContainerClient container, Findings findings)
{
    private const string Whole = "file";
    private const int AtOnce = 8;

    /// <summary>Compares all files of a folder.</summary>
    /// <param name="prefix">What the names of its files begin with.</param>
    /// <param name="isOfIt">Which of these are meant.</param>
    /// <param name="should">What was written, by blob name. Null where that is not known: then the metadata says what it should be.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>What is to be told of the names that differ, as a listing has it; null of those that should not be there.</returns>
    public async Task<IReadOnlyDictionary<string, BlobItem?>> FolderAsync(
        string prefix, Func<string, bool> isOfIt, IReadOnlyDictionary<string, RehearsedFile>? should, CancellationToken cancellationToken)
    {
        var differing = new ConcurrentDictionary<string, BlobItem?>();
        var seen = new ConcurrentDictionary<string, bool>();
        var options = new GetBlobsOptions { Prefix = prefix, Traits = BlobTraits.Metadata };
        await Parallel.ForEachAsync(
            container.GetBlobsAsync(options, cancellationToken).Where(blob => isOfIt(blob.Name)),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (blob, token) =>
            {
                if (should is not null) seen[blob.Name] = true;
                if (should is not null && !should.ContainsKey(blob.Name))
                {
                    findings.Add(Place(blob.Name), Whole, "one", Difference.Nothing);
                    differing[blob.Name] = null;
                }
                else if (await CompareAsync(blob, should?[blob.Name] ?? AsListed(blob), token) is { } item)
                {
                    differing[blob.Name] = item;
                }
            });
        foreach (var (name, file) in should ?? new Dictionary<string, RehearsedFile>())
        {
            if (seen.ContainsKey(name)) continue;
            findings.Add(Place(name), Whole, Difference.Nothing, "one");
            differing[name] = file.ToItem(name);
        }
        return differing;
    }

    /// <summary>The SHA-256 of a blob's bytes, in hex, and how many they are; null where it is gone.</summary>
    public static async Task<(string Sha256, long Length)?> HashAsync(BlobClient blob, CancellationToken cancellationToken)
    {
        try
        {
            var download = await blob.DownloadStreamingAsync(cancellationToken: cancellationToken);
            await using var content = download.Value.Content;
            var hash = await SHA256.HashDataAsync(content, cancellationToken);
            return (Convert.ToHexStringLower(hash), download.Value.Details.ContentLength);
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            return null;
        }
    }

    /// <returns>What a listing should tell where it tells otherwise; null where it need not be corrected.</returns>
    private async Task<BlobItem?> CompareAsync(BlobItem blob, RehearsedFile should, CancellationToken cancellationToken)
    {
        if (await HashAsync(container.GetBlobClient(blob.Name), cancellationToken) is not { } stands)
        {
            findings.Add(Place(blob.Name), Whole, Difference.Nothing, "one");
            return should.ToItem(blob.Name);
        }

        findings.FileDone(stands.Length);
        var listed = AsListed(blob);
        if (stands.Sha256 != should.Sha256)
            findings.Add(Place(blob.Name), "content", Shown(stands.Length, stands.Sha256), Shown(should.Length, should.Sha256));
        if (listed.Sha256 != should.Sha256) findings.Add(Place(blob.Name), $"metadata {BlobFile.HashKey}", listed.Sha256, should.Sha256);
        if (listed.ContentType != should.ContentType) findings.Add(Place(blob.Name), "content type", listed.ContentType, should.ContentType);
        return listed == should ? null : should.ToItem(blob.Name);
    }

    private string Place(string name) => $"{container.Name}/{name}";

    private static string Shown(long length, string sha256) => $"{length} bytes, SHA-256 {sha256}";

    private static RehearsedFile AsListed(BlobItem blob) => new(
        blob.Properties.ContentLength ?? 0, blob.Metadata.TryGetValue(BlobFile.HashKey, out var hash) ? hash : Difference.Nothing, blob.Properties.ContentType);
}
