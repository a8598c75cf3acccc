using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using EncordFunctions.Pipeline.Storage;

namespace EncordFunctions.Pipeline.Rehearsing;

/// <summary>A blob of the staging container that lies in a file.</summary>
internal sealed class KeptBlob(string path) : BlobClient
{
    /// <inheritdoc/>
    public override Task<Response<BlobDownloadStreamingResult>> DownloadStreamingAsync(
        BlobDownloadOptions? options = null, CancellationToken cancellationToken = default)
    {
        var file = File.OpenRead(path);
        file.Position = options?.Range.Offset ?? 0;
        Stream content = options?.Range.Length is { } length ? new Part(file, length) : file;
        return Task.FromResult(Response.FromValue(BlobsModelFactory.BlobDownloadStreamingResult(content, null), null!));
    }

    /// <summary>So many of the next bytes of a file.</summary>
    private sealed class Part(FileStream file, long length) : ForwardStream
    {
        private long _left = length;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await file.ReadAsync(buffer[..(int)Math.Min(buffer.Length, _left)], cancellationToken);
            _left -= read;
            return read;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing) file.Dispose();
            base.Dispose(disposing);
        }
    }
}
