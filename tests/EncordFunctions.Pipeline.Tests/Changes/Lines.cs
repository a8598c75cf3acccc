using EncordFunctions.Formats.Changes;
using System.Text;
using System.Text.Json;

namespace EncordFunctions.Pipeline.Tests.Changes;

/// <summary>What an export says of its changes.</summary>
internal static class Lines
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>The lines of its changes.jsonl; null where there is no such file.</summary>
    public static async Task<ObjectChange[]?> OfAsync(PipelineStorage storage, ExportId export)
    {
        var blob = storage.Derivatives.GetBlobClient($"{export}/changes.jsonl");
        if (!await blob.ExistsAsync(Stop)) return null;
        var text = (await blob.DownloadContentAsync(Stop)).Value.Content.ToString();
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => ObjectChange.Read(Encoding.UTF8.GetBytes(line)))];
    }

    /// <summary>The counts of its manifest.</summary>
    public static async Task<JsonElement> CountsAsync(PipelineStorage storage, ExportId export)
    {
        var manifest = await storage.Derivatives.GetBlobClient($"{export}/manifest.json").DownloadContentAsync(Stop);
        using var json = JsonDocument.Parse(manifest.Value.Content);
        Assert.Equal("Done", json.RootElement.GetProperty("status").GetString());
        return json.RootElement.GetProperty("changes").Clone();
    }

    public static string Kinds(ObjectChange change) => string.Join('+', change.Kinds).ToLowerInvariant();
}
