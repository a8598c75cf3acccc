using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using EncordFunctions.Pipeline.Tables;

namespace EncordFunctions.Pipeline.Tests.Running;

/// <summary>
/// All that stands of an export, as lines of text that two runs can be compared by. Left out: the service's own properties, the export's
/// id and ETag (each run has its own upload), the notes on tries that ended with an error, and which row recorded its shard as full: these tell
/// the history of a run.
/// </summary>
public static class StorageDump
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<string> OfAsync(PipelineStorage storage, ExportId export)
    {
        var lines = new List<string>();
        var parts = $"PartitionKey ge '{export}-' and PartitionKey lt '{export}.'";
        await AddAsync(lines, storage.ExportsTable, $"PartitionKey eq '{export}'");
        await AddAsync(lines, storage.ExportsTable, $"PartitionKey eq 'open' and RowKey eq '{export}'");
        await AddAsync(lines, storage.LabelRowsTable, parts, export.Owns);
        await AddAsync(lines, storage.ObjectsTable, parts, export.Owns);
        await AddAsync(lines, storage.IssuesTable, parts, export.Owns);
        await AddAsync(lines, storage.LabelsTable, $"Export eq '{export}'");
        var etag = (await storage.ExportsTable.GetEntityAsync<TableEntity>(export.Value, "export", cancellationToken: Stop)).Value.GetString("BlobETag");
        await AddAsync(lines, storage.Staging, export, etag);
        await AddAsync(lines, storage.Derivatives, export, etag);
        return Neutral(string.Join('\n', lines), export, etag);
    }

    private static async Task AddAsync(List<string> lines, TableClient table, string filter, Func<string, bool>? isOwn = null)
    {
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, cancellationToken: Stop))
        {
            if (entity.RowKey.StartsWith("error-", StringComparison.Ordinal) || isOwn?.Invoke(entity.PartitionKey) == false) continue;
            var properties = entity.Where(static pair => pair.Key is not ("odata.etag" or "Timestamp" or ExportsTable.RecordedBy))
                .OrderBy(static pair => pair.Key, StringComparer.Ordinal)
                .Select(static pair => $"{pair.Key}={JsonSerializer.Serialize(pair.Value)}");
            lines.Add($"{table.Name}: {string.Join(' ', properties)}");
        }
    }

    private static async Task AddAsync(List<string> lines, BlobContainerClient container, ExportId export, string etag)
    {
        var options = new GetBlobsOptions { Prefix = $"{export}/", Traits = BlobTraits.Metadata };
        await foreach (var blob in container.GetBlobsAsync(options, Stop))
        {
            var content = (await container.GetBlobClient(blob.Name).DownloadContentAsync(Stop)).Value.Content.ToArray();
            var hash = Convert.ToHexStringLower(SHA256.HashData(content));
            Assert.Equal(hash, blob.Metadata["sha256"]);
            if (blob.Name.EndsWith(".json", StringComparison.Ordinal) || blob.Name.EndsWith(".jsonl", StringComparison.Ordinal))
                hash = Neutral(Encoding.UTF8.GetString(content), export, etag);
            lines.Add($"{container.Name}: {blob.Name} {blob.Properties.ContentType} {hash}");
        }
    }

    private static string Neutral(string text, ExportId export, string etag) =>
        text.Replace(export.Value, "{export}", StringComparison.Ordinal).Replace(etag, "{etag}", StringComparison.Ordinal);
}
