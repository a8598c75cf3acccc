using System.Buffers;
using EncordFunctions.Formats;

namespace EncordFunctions.Bench.Coco;

/// <summary>A file on disk that is written bit by bit through a buffer.</summary>
internal sealed class DiskFile(string path) : OutputFile
{
    private const int Enough = 128 * 1024;
    private const int First = 16 * 1024;

    private readonly FileStream _file = new(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(First);
    private int _used;

    public override void Advance(int count) => _used += count;

    public override Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (_buffer.Length - _used < Math.Max(sizeHint, 1)) Grow(sizeHint);
        return _buffer.AsMemory(_used);
    }

    public override Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public override ValueTask FlushAsync(CancellationToken cancellationToken) => _used < Enough ? default : SendAsync(cancellationToken);

    public override async ValueTask CommitAsync(CancellationToken cancellationToken)
    {
        await SendAsync(cancellationToken);
        // Not every writer disposes of what it has committed.
        await DisposeAsync();
    }

    public override ValueTask DisposeAsync()
    {
        if (_buffer.Length > 0) ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        return _file.DisposeAsync();
    }

    private void Grow(int sizeHint)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(2 * _buffer.Length, _used + sizeHint));
        _buffer.AsSpan(0, _used).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }

    private async ValueTask SendAsync(CancellationToken cancellationToken)
    {
        await _file.WriteAsync(_buffer.AsMemory(0, _used), cancellationToken);
        _used = 0;
    }
}
