using System.Buffers;
using System.Security.Cryptography;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using EncordFunctions.Formats;
using EncordFunctions.Pipeline.Storage;

namespace EncordFunctions.Pipeline.Rows;

/// <summary>
/// A row's folder of derivatives as blobs. Small files are put while the row is read on, a few at a time; <see cref="SettleAsync"/> waits
/// for them, and the row's verdict must wait for it. Several writers may use it at once.
/// </summary>
/// <param name="container">Where the folder is.</param>
/// <param name="folder">Its path, with a slash at its end.</param>
/// <param name="first">Who lets the first of the files be created, not overwritten; null where all may be overwritten.</param>
internal sealed class DerivativeFiles(BlobContainerClient container, string folder, FirstFile? first = null) : IOutputFiles, IAsyncDisposable
{
    private const int Concurrency = 8;

    private readonly SemaphoreSlim _room = new(Concurrency);
    private readonly Lock _gate = new();
    private readonly List<BlobFile> _growing = [];
    private List<Task> _puts = [];
    private int _put;

    /// <summary>Ends when the first of them stands; never where it could not be written.</summary>
    public Task Begun => first?.Standing ?? Task.CompletedTask;

    /// <summary>How many files have appeared. Complete after <see cref="SettleAsync"/>.</summary>
    public int Count => _put + _growing.Count(static file => file.IsCommitted);

    /// <inheritdoc/>
    public OutputFile Create(string path, string contentType)
    {
        var file = new BlobFile(Blob(path), contentType, commit: first is null ? null : first.WriteAsync);
        lock (_gate) _growing.Add(file);
        return file;
    }

    /// <inheritdoc/>
    public async ValueTask PutAsync(string path, string contentType, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var blob = Blob(path);
        await _room.WaitAsync(cancellationToken);
        var copy = ArrayPool<byte>.Shared.Rent(content.Length);
        content.CopyTo(copy);
        var put = PutAsync(blob, contentType, copy, content.Length, cancellationToken);
        Task[] over;
        lock (_gate)
        {
            // What is over is looked at here, so that a fault shows soon and the list stays short.
            over = [.. _puts.Where(static task => task.IsCompleted)];
            _puts = [.. _puts.Where(static task => !task.IsCompleted), put];
            _put++;
        }
        await Task.WhenAll(over);
    }

    /// <summary>Waits until every small file is there.</summary>
    public async Task SettleAsync()
    {
        await Task.WhenAll(_puts);
        _puts = [];
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_puts).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var file in _growing) await file.DisposeAsync();
        _room.Dispose();
    }

    private async Task PutAsync(BlockBlobClient blob, string contentType, byte[] content, int length, CancellationToken cancellationToken)
    {
        try
        {
            var metadata = BlobFile.Metadata(SHA256.HashData(content.AsSpan(0, length)));
            if (first is null) await AppearAsync(null);
            else await first.WriteAsync(AppearAsync, cancellationToken);

            async Task AppearAsync(BlobRequestConditions? conditions)
            {
                var options = new BlobUploadOptions
                {
                    HttpHeaders = new BlobHttpHeaders { ContentType = contentType },
                    Metadata = metadata,
                    Conditions = conditions,
                };
                using var stream = new MemoryStream(content, 0, length, writable: false);
                await blob.UploadAsync(stream, options, cancellationToken);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(content);
            _room.Release();
        }
    }

    private BlockBlobClient Blob(string path) => container.GetBlockBlobClient(StorageLimits.CheckBlobName($"{folder}{path}"));
}
