using Azure.Core;
using Azure.Storage.Blobs;

namespace EncordFunctions.Pipeline.Tests.Running;

/// <summary>Steps whose process ended in the middle.</summary>
public static class BrokenOff
{
    /// <summary>Unpacks all of an upload, and ends before it is recorded how many rows there are.</summary>
    /// <returns>The export, which is Unpacking.</returns>
    public static async Task<ExportId> UnpackAsync(StorageAccount account, BlobClient upload)
    {
        await Assert.ThrowsAsync<CrashException>(() => EndingAt(account, "RowKey='export'").UnpackAsync(upload));
        var etag = (await upload.GetPropertiesAsync(cancellationToken: TestContext.Current.CancellationToken)).Value.ETag;
        return ExportId.Of(upload.BlobContainerName, upload.Name, etag.ToString());
    }

    /// <summary>Steps that end once, at the first write to something.</summary>
    public static Pipe EndingAt(StorageAccount account, string writeTo)
    {
        var policy = new BeforeFirst(
            request => request.Method != RequestMethod.Get && Uri.UnescapeDataString(request.Uri.Path).Contains(writeTo, StringComparison.Ordinal),
            static () => throw new CrashException());
        return new Pipe(account, options => options.AddPolicy(policy, HttpPipelinePosition.PerCall));
    }
}
