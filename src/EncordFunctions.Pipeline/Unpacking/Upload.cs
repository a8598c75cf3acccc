using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using EncordFunctions.Pipeline.Zip;

namespace EncordFunctions.Pipeline.Unpacking;

/// <summary>An upload as it was when its unpacking began: every read is pinned to its ETag, so that all of them see one content.</summary>
internal sealed class Upload : RandomAccessSource
{
    private readonly BlobClient _blob;
    private readonly ETag _etag;

    private Upload(BlobClient blob, BlobProperties properties)
    {
        (_blob, _etag, Length, Metadata) = (blob, properties.ETag, properties.ContentLength, properties.Metadata);
        Export = ExportId.Of(blob.BlobContainerName, blob.Name, ETag);
    }

    public ExportId Export { get; }

    public string Name => _blob.Name;

    /// <summary>Its name without its virtual folders.</summary>
    public string FileName => Name[(Name.LastIndexOf('/') + 1)..];

    /// <summary>Which content of that name it is.</summary>
    public string ETag => _etag.ToString().Trim('"');

    /// <summary>What the uploader set as its metadata, and the platform.</summary>
    public IDictionary<string, string> Metadata { get; }

    /// <summary>Whether it is itself what an archive would hold.</summary>
    public bool IsJson => Name.EndsWith(".json", StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override long Length { get; }

    public static async Task<Upload> FindAsync(BlobClient blob, CancellationToken cancellationToken) =>
        new(blob, await blob.GetPropertiesAsync(cancellationToken: cancellationToken));

    /// <inheritdoc/>
    public override async ValueTask ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        if (buffer.IsEmpty) return;
        try
        {
            await using var content = await DownloadAsync(new HttpRange(offset, buffer.Length), cancellationToken);
            await content.ReadExactlyAsync(buffer, cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.Status is 404 or 412)
        {
            throw new UploadChangedException(Name, exception);
        }
    }

    /// <summary>The whole of it, from the first byte to the last.</summary>
    public async ValueTask<Stream> OpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            return Length == 0 ? Stream.Null : await DownloadAsync(default, cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.Status is 404 or 412)
        {
            throw new UploadChangedException(Name, exception);
        }
    }

    private async ValueTask<Stream> DownloadAsync(HttpRange range, CancellationToken cancellationToken)
    {
        var options = new BlobDownloadOptions { Range = range, Conditions = new BlobRequestConditions { IfMatch = _etag } };
        return (await _blob.DownloadStreamingAsync(options, cancellationToken)).Value.Content;
    }
}
