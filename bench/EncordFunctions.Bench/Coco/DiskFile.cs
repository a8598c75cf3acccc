using EncordFunctions.Formats;

namespace EncordFunctions.Bench.Coco;

/// <summary>A file on disk that is written bit by bit through a buffer.</summary>
internal sealed class DiskFile(string path) : OutputFile
{
    private const int Enough = 128 * 1024;

    private readonly FileStream _file = new(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
    private byte[] _buffer = new byte[2 * Enough];
    private int _used;

    public override void Advance(int count) => _used += count;

    public override Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (_buffer.Length - _used < Math.Max(sizeHint, 1)) Array.Resize(ref _buffer, Math.Max(2 * _buffer.Length, _used + sizeHint));
        return _buffer.AsMemory(_used);
    }

    public override Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public override ValueTask FlushAsync(CancellationToken cancellationToken) => _used < Enough ? default : SendAsync(cancellationToken);

    public override async ValueTask CommitAsync(CancellationToken cancellationToken)
    {
        await SendAsync(cancellationToken);
        await _file.DisposeAsync();
    }

    public override ValueTask DisposeAsync() => _file.DisposeAsync();

    private async ValueTask SendAsync(CancellationToken cancellationToken)
    {
        await _file.WriteAsync(_buffer.AsMemory(0, _used), cancellationToken);
        _used = 0;
    }
}
