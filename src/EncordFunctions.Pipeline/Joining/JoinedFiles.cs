using Azure.Storage.Blobs.Specialized;
using EncordFunctions.Formats;
using EncordFunctions.Pipeline.Rows;
using EncordFunctions.Pipeline.Storage;

namespace EncordFunctions.Pipeline.Joining;

/// <summary>An export's folder of derivatives, and its scratch files in the staging container.</summary>
internal sealed class JoinedFiles(PipelineStorage storage, ExportId export) : IExportFiles, IAsyncDisposable
{
    private readonly DerivativeFiles _files = new(storage.Derivatives, $"{export}/");
    private readonly List<BlobFile> _scratch = [];

    /// <summary>How many files have appeared. Complete after <see cref="SettleAsync"/>.</summary>
    public int Count => _files.Count;

    /// <inheritdoc/>
    public OutputFile Create(string path, string contentType) => _files.Create(path, contentType);

    /// <inheritdoc/>
    public ValueTask PutAsync(string path, string contentType, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        _files.PutAsync(path, contentType, content, cancellationToken);

    /// <inheritdoc/>
    public OutputFile CreateScratch(string name)
    {
        var file = new BlobFile(storage.Staging.GetBlockBlobClient(NameOf(name)), "application/octet-stream");
        _scratch.Add(file);
        return file;
    }

    /// <inheritdoc/>
    public async ValueTask<Stream> OpenScratchAsync(string name, CancellationToken cancellationToken) =>
        (await storage.Staging.GetBlobClient(NameOf(name)).DownloadStreamingAsync(cancellationToken: cancellationToken)).Value.Content;

    /// <summary>Waits until every small file is there.</summary>
    public Task SettleAsync() => _files.SettleAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _files.DisposeAsync();
        foreach (var file in _scratch) await file.DisposeAsync();
    }

    private string NameOf(string name) => $"{export}/scratch/{name}";
}
