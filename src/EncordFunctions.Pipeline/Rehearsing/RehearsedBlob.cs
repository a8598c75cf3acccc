using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace EncordFunctions.Pipeline.Rehearsing;

/// <summary>A blob that is written to a rehearsal. Its blocks come one after the other.</summary>
internal sealed class RehearsedBlob(string container, string name, Rehearsal rehearsal) : BlockBlobClient
{
    private readonly bool _isKept = container == StorageNames.Staging;
    private long _length;
    private string? _path;

    /// <inheritdoc/>
    public override string Name => name;

    /// <inheritdoc/>
    public override async Task<Response<BlockInfo>> StageBlockAsync(
        string base64BlockId, Stream content, BlockBlobStageBlockOptions? options = null, CancellationToken cancellationToken = default)
    {
        await TakeAsync(content, cancellationToken);
        return null!;
    }

    /// <inheritdoc/>
    public override Task<Response<BlobContentInfo>> CommitBlockListAsync(
        IEnumerable<string> base64BlockIds, CommitBlockListOptions options, CancellationToken cancellationToken = default)
    {
        Appear(options.HttpHeaders, options.Metadata);
        return Task.FromResult<Response<BlobContentInfo>>(null!);
    }

    /// <inheritdoc/>
    public override async Task<Response<BlobContentInfo>> UploadAsync(
        Stream content, BlobUploadOptions options, CancellationToken cancellationToken = default)
    {
        await TakeAsync(content, cancellationToken);
        Appear(options.HttpHeaders, options.Metadata);
        return null!;
    }

    private async Task TakeAsync(Stream content, CancellationToken cancellationToken)
    {
        _length += content.Length;
        if (!_isKept) return;
        _path ??= rehearsal.Room();
        await using var file = new FileStream(_path, FileMode.Append);
        await content.CopyToAsync(file, cancellationToken);
    }

    private void Appear(BlobHttpHeaders headers, IDictionary<string, string> metadata)
    {
        if (_isKept) rehearsal.Keep(name, _path!);
        else rehearsal.Put(name, RehearsedFile.Of(_length, headers, metadata));
    }
}
