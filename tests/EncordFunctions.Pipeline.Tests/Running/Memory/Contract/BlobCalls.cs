using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace EncordFunctions.Pipeline.Tests.Running.Memory.Contract;

/// <summary>
/// Calls to the blobs of one folder, chosen by numbers. Some blobs are put and deleted, others are committed: to Azurite a blob that only
/// blocks wait for is there, and a put leaves the blocks; the service is of another mind.
/// </summary>
internal sealed class BlobCalls(BlobContainerClient container, string folder)
{
    private readonly List<ETag> _known = [new("\"0x8D0000000000000\"")];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Makes a call.</summary>
    public Task<object?> CallAsync(int kind, int which, int value) => (kind % 9) switch
    {
        0 or 1 => PutAsync(which, value),
        2 => StageAsync(which, value),
        3 => CommitAsync(which, value),
        4 => ReadAsync(which, value),
        5 => DescribeAsync(which, value),
        6 => DeleteAsync(which, value),
        7 => ListAsync(value),
        _ => FoldersAsync(),
    };

    /// <summary>All of the folder.</summary>
    public async Task<object?> DumpAsync()
    {
        var lines = new List<string>();
        await foreach (var blob in container.GetBlobsAsync(new GetBlobsOptions { Prefix = folder, Traits = BlobTraits.Metadata }, Stop))
            lines.Add($"{blob.Name} {Text(blob)} {(await container.GetBlobClient(blob.Name).DownloadContentAsync(Stop)).Value.Content}");
        return string.Join('\n', lines);
    }

    private BlockBlobClient Blob(int which) => container.GetBlockBlobClient($"{folder}{(which % 2 == 0 ? "" : "sub/")}blob {which} ä+%#.json");

    private static string Block(int value) => Convert.ToBase64String(Encoding.ASCII.GetBytes($"block {value % 3}"));

    private BlobRequestConditions? Conditions(int value) => (value % 5) switch
    {
        0 => new BlobRequestConditions { IfNoneMatch = ETag.All },
        1 => new BlobRequestConditions { IfMatch = Known(value) },
        2 => new BlobRequestConditions { IfNoneMatch = Known(value) },
        _ => null,
    };

    private ETag Known(int value) => _known[value % _known.Count];

    private string Written(BlobContentInfo info)
    {
        _known.Add(info.ETag);
        return "written";
    }

    private async Task<object?> PutAsync(int which, int value)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(value == 9 ? "" : $"content {value}"));
        var options = new BlobUploadOptions
        {
            HttpHeaders = value % 2 == 0 ? new BlobHttpHeaders { ContentType = "text/x" } : null,
            Metadata = new Dictionary<string, string> { ["value"] = $"v {value}" },
            Conditions = Conditions(value),
        };
        return Written((await Blob(2 + which % 2).UploadAsync(content, options, Stop)).Value);
    }

    private async Task<object?> StageAsync(int which, int value)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes($"part {value} "));
        await Blob(which % 2).StageBlockAsync(Block(value), content, cancellationToken: Stop);
        return "staged";
    }

    private async Task<object?> CommitAsync(int which, int value)
    {
        var options = new CommitBlockListOptions { Metadata = new Dictionary<string, string> { ["of"] = "blocks" }, Conditions = Conditions(value) };
        string[] blocks = value % 2 == 0 ? [Block(value)] : [Block(value), Block(value + 1)];
        return Written((await Blob(which % 2).CommitBlockListAsync(blocks, options, Stop)).Value);
    }

    private async Task<object?> ReadAsync(int which, int value)
    {
        var options = new BlobDownloadOptions
        {
            // Never right at the end, where Azurite sends nothing and the service refuses.
            Range = value % 3 == 0 ? default : new HttpRange(value == 11 ? 50 : 1 + value % 5, value % 3 == 1 ? null : 4),
            Conditions = value % 4 == 0 ? new BlobRequestConditions { IfMatch = Known(value) } : null,
        };
        var download = (await Blob(which).DownloadStreamingAsync(options, Stop)).Value;
        using var reader = new StreamReader(download.Content);
        var details = download.Details;
        return $"{await reader.ReadToEndAsync(Stop)} {details.ContentType} {details.ContentLength} {details.ContentRange} {string.Join(',', details.Metadata)}";
    }

    private async Task<object?> DescribeAsync(int which, int value)
    {
        if (value % 2 == 0) return (await Blob(which).ExistsAsync(Stop)).Value;
        BlobProperties properties = await Blob(which).GetPropertiesAsync(value % 3 == 0 ? Conditions(value) : null, Stop);
        _known.Add(properties.ETag);
        return $"{properties.ContentLength} {properties.ContentType} {properties.BlobType} {string.Join(',', properties.Metadata)}";
    }

    private async Task<object?> DeleteAsync(int which, int value) => value % 2 == 0
        ? (await Blob(2 + which % 2).DeleteIfExistsAsync(cancellationToken: Stop)).Value
        : (await Blob(2 + which % 2).DeleteAsync(conditions: value % 3 == 0 ? new() { IfMatch = Known(value) } : null, cancellationToken: Stop)).Status;

    private async Task<object?> ListAsync(int value)
    {
        var names = new List<string>();
        var options = new GetBlobsOptions { Prefix = value % 2 == 0 ? folder : $"{folder}sub/", Traits = value % 3 == 0 ? BlobTraits.Metadata : BlobTraits.None };
        await foreach (var page in container.GetBlobsAsync(options, Stop).AsPages(pageSizeHint: 2)) names.AddRange(page.Values.Select(blob => $"{blob.Name} {Text(blob)}"));
        return string.Join(" | ", names);
    }

    private async Task<object?> FoldersAsync()
    {
        var names = new List<string>();
        await foreach (var item in container.GetBlobsByHierarchyAsync(new GetBlobsByHierarchyOptions { Prefix = folder, Delimiter = "/" }, Stop))
            names.Add(item.IsPrefix ? $"[{item.Prefix}]" : item.Blob.Name);
        return string.Join(" | ", names);
    }

    private static string Text(BlobItem blob) =>
        $"{blob.Properties.ContentLength} {blob.Properties.ContentType} {string.Join(',', blob.Metadata ?? new Dictionary<string, string>())}";
}
