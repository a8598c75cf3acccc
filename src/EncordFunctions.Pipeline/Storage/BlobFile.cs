using System.Buffers;
using System.Buffers.Binary;
using System.IO.Hashing;
using System.Security.Cryptography;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using EncordFunctions.Formats;

namespace EncordFunctions.Pipeline.Storage;

/// <summary>
/// A blob that is written bit by bit. A small one is put at once; a growing one is staged in blocks while it grows and appears when it is
/// committed. Blocks are named by position and content, so that two runs that write the same file can't mix.
/// </summary>
internal sealed class BlobFile : OutputFile
{
    /// <summary>Where its SHA-256 stands in the blob's metadata, in hex.</summary>
    public const string HashKey = "sha256";

    private const int FirstBlocks = 1024 * 1024;
    private const int LastBlocks = 4 * FirstBlocks;
    private const int BlocksOfASize = 10_000;
    private const int FirstBuffer = 16 * 1024;
    private const int BlockIdBytes = 20;

    private readonly BlockBlobClient _blob;
    private readonly string _contentType;
    private readonly int _concurrency;
    private readonly Func<Func<BlobRequestConditions?, Task>, CancellationToken, Task>? _commit;
    private readonly List<string> _blocks = [];
    private readonly Queue<Task> _staging = [];
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
    private int _used;

    /// <param name="blob">What to write.</param>
    /// <param name="contentType">Its media type.</param>
    /// <param name="concurrency">How many blocks may be on their way at a time, each of them a buffer.</param>
    /// <param name="commit">Makes the commit, under the conditions it chooses; without it, whatever stands is overwritten.</param>
    public BlobFile(
        BlockBlobClient blob,
        string contentType,
        int concurrency = 1,
        Func<Func<BlobRequestConditions?, Task>, CancellationToken, Task>? commit = null)
    {
        StorageLimits.CheckBlobName(blob.Name);
        (_blob, _contentType, _concurrency, _commit) = (blob, contentType, concurrency, commit);
    }

    /// <summary>How many bytes have been written.</summary>
    public long Length { get; private set; }

    /// <summary>Whether it appeared under its name.</summary>
    public bool IsCommitted { get; private set; }

    // A blob has at most 50,000 blocks: they grow with it, to some 150 GB in all, and a few buffers stay small beside a row that is not.
    private int BlockBytes => Math.Min(FirstBlocks << (_blocks.Count / BlocksOfASize), LastBlocks);

    /// <inheritdoc/>
    public override void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _buffer.Length - _used);
        _used += count;
        Length += count;
    }

    /// <inheritdoc/>
    public override Memory<byte> GetMemory(int sizeHint = 0)
    {
        Grow(Math.Max(sizeHint, 1));
        return _buffer.AsMemory(_used);
    }

    /// <inheritdoc/>
    public override Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    /// <inheritdoc/>
    public override ValueTask FlushAsync(CancellationToken cancellationToken) =>
        _used < BlockBytes ? ValueTask.CompletedTask : StageAsync(cancellationToken);

    /// <summary>All that was written, where none of it had to be sent yet; null where the blob has begun to grow.</summary>
    public ReadOnlyMemory<byte>? Whole => _blocks.Count == 0 ? _buffer.AsMemory(0, _used) : null;

    /// <inheritdoc/>
    public override async ValueTask CommitAsync(CancellationToken cancellationToken)
    {
        if (_blocks.Count == 0) _hash.AppendData(_buffer, 0, _used);
        else if (_used > 0) await StageAsync(cancellationToken);
        await Task.WhenAll(_staging);
        var headers = new BlobHttpHeaders { ContentType = _contentType };
        var metadata = Metadata(_hash.GetHashAndReset());
        if (_commit is null) await AppearAsync(null);
        else await _commit(AppearAsync, cancellationToken);
        IsCommitted = true;

        async Task AppearAsync(BlobRequestConditions? conditions)
        {
            if (_blocks.Count > 0)
            {
                var options = new CommitBlockListOptions { HttpHeaders = headers, Metadata = metadata, Conditions = conditions };
                await _blob.CommitBlockListAsync(_blocks, options, cancellationToken);
                return;
            }
            using var content = new MemoryStream(_buffer, 0, _used, writable: false);
            await _blob.UploadAsync(
                content, new BlobUploadOptions { HttpHeaders = headers, Metadata = metadata, Conditions = conditions }, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        // Blocks under way read their buffers; what became of them matters to a commit only.
        await Task.WhenAll(_staging).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _hash.Dispose();
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _used = 0;
    }

    /// <summary>The metadata that a derivative carries, so that the manifest need not read it again.</summary>
    public static Dictionary<string, string> Metadata(ReadOnlySpan<byte> hash) => new() { [HashKey] = Convert.ToHexStringLower(hash) };

    private async ValueTask StageAsync(CancellationToken cancellationToken)
    {
        while (_staging.Count >= _concurrency) await _staging.Dequeue();
        var (buffer, used) = (_buffer, _used);
        _hash.AppendData(buffer, 0, used);
        var id = BlockId(_blocks.Count, buffer.AsSpan(0, used));
        _blocks.Add(id);
        _staging.Enqueue(PutBlockAsync(id, buffer, used, cancellationToken));
        _buffer = ArrayPool<byte>.Shared.Rent(BlockBytes);
        _used = 0;
    }

    private async Task PutBlockAsync(string id, byte[] buffer, int used, CancellationToken cancellationToken)
    {
        try
        {
            using var content = new MemoryStream(buffer, 0, used, writable: false);
            await _blob.StageBlockAsync(id, content, cancellationToken: cancellationToken);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static string BlockId(int index, ReadOnlySpan<byte> block)
    {
        Span<byte> id = stackalloc byte[BlockIdBytes];
        BinaryPrimitives.WriteInt32BigEndian(id, index);
        XxHash128.Hash(block, id[sizeof(int)..]);
        return Convert.ToBase64String(id);
    }

    private void Grow(int room)
    {
        if (_buffer.Length - _used >= room) return;
        var larger = ArrayPool<byte>.Shared.Rent(checked(Math.Max(_used + room, Math.Min(_buffer.Length * 2, BlockBytes))));
        _buffer.AsSpan(0, _used).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
