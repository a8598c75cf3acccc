using Azure.Storage.Blobs.Models;
using EncordFunctions.Pipeline.Storage;

namespace EncordFunctions.Pipeline.Rehearsing;

/// <summary>A derivative that was written.</summary>
/// <param name="Length">Its bytes.</param>
/// <param name="Sha256">Their SHA-256, in hex.</param>
/// <param name="ContentType">Its media type.</param>
internal sealed record RehearsedFile(long Length, string Sha256, string ContentType)
{
    public static RehearsedFile Of(long length, BlobHttpHeaders headers, IDictionary<string, string> metadata) =>
        new(length, metadata[BlobFile.HashKey], headers.ContentType);

    /// <summary>As a listing of the container has it.</summary>
    public BlobItem ToItem(string name) => BlobsModelFactory.BlobItem(
        name,
        false,
        BlobsModelFactory.BlobItemProperties(accessTierInferred: false, contentLength: Length, contentType: ContentType),
        metadata: new Dictionary<string, string> { [BlobFile.HashKey] = Sha256 });
}
