using System.Collections.Concurrent;
using System.Text.Json;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using EncordFunctions.Pipeline;

namespace EncordFunctions.Bench.WholePipeline;

/// <summary>Reads back what a run wrote, under another name, so that it can be written a second time beside the first.</summary>
internal static class WrittenRows
{
    private const string Other = "again-";
    private const int ReadsAtOnce = 16;

    public static async Task<List<RowCalls>> ReadAsync(PipelineStorage storage, ExportId export, CancellationToken cancellationToken)
    {
        var rows = new List<RowCalls>();
        var files = new ConcurrentBag<(string Path, BinaryData Content, IDictionary<string, string> Metadata)>();
        await Parallel.ForEachAsync(
            storage.Derivatives.GetBlobsAsync(new GetBlobsOptions { Traits = BlobTraits.Metadata, Prefix = $"{export}/rows/" }, cancellationToken),
            new ParallelOptions { MaxDegreeOfParallelism = ReadsAtOnce, CancellationToken = cancellationToken },
            async (blob, token) =>
            {
                var content = await storage.Derivatives.GetBlobClient(blob.Name).DownloadContentAsync(token);
                files.Add((Other + blob.Name, content.Value.Content, blob.Metadata));
            });
        var byRow = files.ToLookup(static file => file.Path.Split('/')[2]);
        var objects = (await ReadAsync(storage.ObjectsTable, cancellationToken)).ToLookup(static entity => entity.PartitionKey[^8..]);
        var labels = (await ReadAsync(storage.LabelsTable, cancellationToken)).ToDictionary(static entity => entity.GetInt32("Ordinal")!.Value);
        foreach (var verdict in await ReadAsync(storage.LabelRowsTable, cancellationToken))
        {
            var message = BinaryData.FromString(JsonSerializer.Serialize(new
            {
                export = Other + export, ordinal = verdict.RowKey, name = "labels.json", verdict.PartitionKey, padding = new string('-', 60),
            }));
            rows.Add(new RowCalls(
                message,
                verdict.GetInt64("Offset")!.Value,
                verdict.GetInt64("Length")!.Value,
                [.. byRow[verdict.RowKey]],
                [.. objects[verdict.RowKey].Select(Renamed)],
                Renamed(labels[int.Parse(verdict.RowKey, null)]),
                Renamed(verdict)));
        }
        return rows;
    }

    private static async Task<List<TableEntity>> ReadAsync(TableClient table, CancellationToken cancellationToken)
    {
        var all = new List<TableEntity>();
        await foreach (var entity in table.QueryAsync<TableEntity>(cancellationToken: cancellationToken)) all.Add(entity);
        return all;
    }

    private static TableEntity Renamed(TableEntity entity)
    {
        var renamed = new TableEntity(Other + entity.PartitionKey, entity.RowKey);
        foreach (var (name, value) in entity)
        {
            if (name is not ("PartitionKey" or "RowKey" or "Timestamp" or "odata.etag")) renamed[name] = value;
        }
        return renamed;
    }
}
