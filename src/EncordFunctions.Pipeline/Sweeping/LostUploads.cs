using System.Globalization;
using Azure.Storage.Blobs.Models;
using EncordFunctions.Pipeline.Storage;
using EncordFunctions.Pipeline.Tables;
using Microsoft.Extensions.Logging;

namespace EncordFunctions.Pipeline.Sweeping;

/// <summary>
/// Finds uploads whose event was lost, and has them unpacked. It looks for what the event's filter lets through: <c>.zip</c> and <c>.json</c>
/// with content, an ontology among them. What is finished costs a listing alone: an upload is known by its folder of derivatives, or as open;
/// the few that are left are looked up in the table.
/// </summary>
internal sealed class LostUploads(PipelineStorage storage, ExportsTable exports, OpenExports open, TimeProvider time, ILogger logger)
{
    // An event may take that long.
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(10);
    private static readonly string[] Kinds = [".zip", ".json"];

    // An id ends in sixteen digits of a hash, which know it well enough to leave out a look.
    private const int HashDigits = 16;

    /// <returns>How many were found.</returns>
    public async Task<int> FindAsync(IEnumerable<OpenExport> known, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var seen = known.Select(static export => Hash(export.Id)).ToHashSet();
        await foreach (var folder in storage.Derivatives.GetBlobsByHierarchyAsync(new GetBlobsByHierarchyOptions { Delimiter = "/" }, cancellationToken))
            if (folder.IsPrefix && ExportId.TryParse(folder.Prefix.TrimEnd('/'), out var export)) seen.Add(Hash(export));
        var found = 0;
        await foreach (var blob in storage.Exports.GetBlobsAsync(cancellationToken: cancellationToken))
        {
            if (!IsUpload(blob) || !(blob.Properties.LastModified < now - Settled)) continue;
            var etag = blob.Properties.ETag.ToString()!;
            var export = ExportId.Of(StorageNames.Exports, blob.Name, etag);
            if (!seen.Contains(Hash(export)) && await TrySendAsync(export, blob.Name, etag, cancellationToken)) found++;
        }
        return found;
    }

    private async Task<bool> TrySendAsync(ExportId export, string blob, string etag, CancellationToken cancellationToken)
    {
        try
        {
            if (await exports.FindAsync(export, cancellationToken) is not null) return false;
            // From here on it is open, so that the next sweep does not find it once more while its message waits.
            await open.AddAsync(export, blob, etag.Trim('"'), time.GetUtcNow(), cancellationToken);
            await storage.FoundUploads.SendUploadAsync(blob, cancellationToken);
            logger.UploadFound(export, blob);
            return true;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever it is, the other uploads are looked for all the same.
            logger.NotSwept(exception, export);
            return false;
        }
    }

    private static bool IsUpload(BlobItem blob) =>
        blob.Properties.ContentLength > 0 && Array.Exists(Kinds, kind => blob.Name.EndsWith(kind, StringComparison.OrdinalIgnoreCase));

    private static ulong Hash(ExportId export) => ulong.Parse(export.Value.AsSpan(export.Value.Length - HashDigits), NumberStyles.HexNumber);
}
