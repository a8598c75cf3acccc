using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;

namespace EncordFunctions.Pipeline.Tests.Running;

/// <summary>What stands in a storage.</summary>
internal static class Stored
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<List<TableEntity>> EntitiesAsync(TableClient table, string filter)
    {
        var found = new List<TableEntity>();
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, cancellationToken: Stop)) found.Add(entity);
        return found;
    }

    /// <summary>What is wrong with a part of an export: its entries, or its rows together.</summary>
    public static Task<List<TableEntity>> IssuesAsync(PipelineStorage storage, ExportId export, string part) =>
        EntitiesAsync(storage.IssuesTable, $"PartitionKey eq '{export}-{part}'");

    public static async Task<byte[]> FileAsync(PipelineStorage storage, ExportId export, string path) =>
        (await storage.Derivatives.GetBlobClient($"{export}/{path}").DownloadContentAsync(Stop)).Value.Content.ToArray();

    /// <summary>The paths of all files of an export.</summary>
    public static async Task<List<string>> FilesAsync(PipelineStorage storage, ExportId export)
    {
        var paths = new List<string>();
        var options = new GetBlobsOptions { Prefix = $"{export}/" };
        await foreach (var blob in storage.Derivatives.GetBlobsAsync(options, Stop)) paths.Add(blob.Name[options.Prefix.Length..]);
        return paths;
    }
}
