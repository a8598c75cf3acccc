using System.Buffers;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using EncordFunctions.Pipeline.Messages;

namespace EncordFunctions.Pipeline.Rows;

/// <summary>The staged bytes of a row, to be read more than once: held where they are few, downloaded anew where they are many.</summary>
internal sealed class StagedRow : IDisposable
{
    private const int MostHeld = 4 * 1024 * 1024;

    private readonly BlobClient _entry;
    private readonly HttpRange _range;
    private byte[]? _held;

    private StagedRow(BlobClient entry, HttpRange range, byte[]? held) => (_entry, _range, _held) = (entry, range, held);

    /// <exception cref="StagedRowMissingException">The staged entry is gone.</exception>
    public static async Task<StagedRow> FetchAsync(BlobContainerClient staging, RowMessage row, CancellationToken cancellationToken)
    {
        var entry = staging.GetBlobClient($"{row.Export}/{row.Entry:D5}");
        var range = new HttpRange(row.Offset, row.Length);
        if (row.Length > MostHeld) return new StagedRow(entry, range, null);

        var held = ArrayPool<byte>.Shared.Rent((int)row.Length);
        try
        {
            await using var content = await DownloadAsync(entry, range, cancellationToken);
            await content.ReadExactlyAsync(held.AsMemory(0, (int)row.Length), cancellationToken);
            return new StagedRow(entry, range, held);
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(held);
            throw;
        }
    }

    /// <summary>The bytes from the first to the last.</summary>
    public async ValueTask<Stream> OpenAsync(CancellationToken cancellationToken) => _held is not null
        ? new MemoryStream(_held, 0, (int)_range.Length!.Value, writable: false)
        : await DownloadAsync(_entry, _range, cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_held is not null) ArrayPool<byte>.Shared.Return(_held);
        _held = null;
    }

    private static async Task<Stream> DownloadAsync(BlobClient entry, HttpRange range, CancellationToken cancellationToken)
    {
        try
        {
            var download = await entry.DownloadStreamingAsync(new BlobDownloadOptions { Range = range }, cancellationToken);
            return download.Value.Content;
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            throw new StagedRowMissingException(
                $"The staged entry {entry.Name} is gone, so the row can't be read; upload the export again.", exception);
        }
    }
}
