using Azure.Storage.Blobs;

namespace EncordFunctions.Pipeline.Rehearsing;

/// <summary>An account's containers to a rehearsal.</summary>
internal sealed class RehearsedBlobs(BlobServiceClient standing, Rehearsal rehearsal) : BlobServiceClient
{
    /// <inheritdoc/>
    public override BlobContainerClient GetBlobContainerClient(string blobContainerName) =>
        new RehearsedContainer(standing.GetBlobContainerClient(blobContainerName), rehearsal);
}
