using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

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
    private sealed class Part(FileStream file, long length) : Stream
    {
        private long _left = length;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await file.ReadAsync(buffer[..(int)Math.Min(buffer.Length, _left)], cancellationToken);
            _left -= read;
            return read;
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("A row is read asynchronously.");

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush()
        {
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing) file.Dispose();
            base.Dispose(disposing);
        }
    }
}
