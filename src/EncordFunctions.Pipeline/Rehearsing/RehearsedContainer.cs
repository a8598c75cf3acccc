using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace EncordFunctions.Pipeline.Rehearsing;

/// <summary>A container to a rehearsal. A call that is not among these reaches no storage: it ends in an exception.</summary>
internal sealed class RehearsedContainer(BlobContainerClient standing, Rehearsal rehearsal) : BlobContainerClient
{
    private const string RowsFolder = "rows/";

    /// <inheritdoc/>
    public override string Name => standing.Name;

    /// <inheritdoc/>
    public override BlobClient GetBlobClient(string blobName) =>
        Name == StorageNames.Staging && rehearsal.Find(blobName) is { } path ? new KeptBlob(path) : standing.GetBlobClient(blobName);

    /// <summary>The files of rows as they stand or were corrected, and the export's own as they were written.</summary>
    public override AsyncPageable<BlobItem> GetBlobsAsync(GetBlobsOptions options, CancellationToken cancellationToken = default) =>
        new Pages<BlobItem>(ListAsync(options, cancellationToken));

    /// <inheritdoc/>
    public override Task<Response<bool>> DeleteBlobIfExistsAsync(
        string blobName,
        DeleteSnapshotsOption snapshotsOption = DeleteSnapshotsOption.None,
        BlobRequestConditions? conditions = null,
        CancellationToken cancellationToken = default) => Task.FromResult(Response.FromValue(false, null!));

    /// <inheritdoc/>
    protected override BlockBlobClient GetBlockBlobClientCore(string blobName) => new RehearsedBlob(Name, blobName, rehearsal);

    private async IAsyncEnumerable<BlobItem> ListAsync(GetBlobsOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rows = options.Prefix + RowsFolder;
        foreach (var (name, file) in rehearsal.Files)
            if (string.CompareOrdinal(name, rows) < 0) yield return file.ToItem(name);

        using var corrected = rehearsal.RowFiles.GetEnumerator();
        var isLeft = corrected.MoveNext();
        var ofRows = new GetBlobsOptions { Prefix = rows, Traits = options.Traits };
        await foreach (var blob in standing.GetBlobsAsync(ofRows, cancellationToken))
        {
            for (; isLeft && string.CompareOrdinal(corrected.Current.Key, blob.Name) < 0; isLeft = corrected.MoveNext())
                if (corrected.Current.Value is { } missing) yield return missing;
            if (!isLeft || corrected.Current.Key != blob.Name)
            {
                yield return blob;
                continue;
            }
            if (corrected.Current.Value is { } instead) yield return instead;
            isLeft = corrected.MoveNext();
        }
        for (; isLeft; isLeft = corrected.MoveNext())
            if (corrected.Current.Value is { } missing) yield return missing;

        foreach (var (name, file) in rehearsal.Files)
            if (string.CompareOrdinal(name, rows) > 0) yield return file.ToItem(name);
    }
}
