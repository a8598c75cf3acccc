using EncordFunctions.Formats;

namespace EncordFunctions.Bench.Rows;

/// <summary>A file that takes bytes through a buffer, and keeps none.</summary>
internal sealed class NoFile : OutputFile
{
    private const int Enough = 1024 * 1024;

    private byte[] _buffer = new byte[16 * 1024];
    private int _used;

    public long Length { get; private set; }

    public override void Advance(int count) => (_used, Length) = (_used + count, Length + count);

    public override Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (_buffer.Length - _used < Math.Max(sizeHint, 1)) Array.Resize(ref _buffer, Math.Max(2 * _buffer.Length, _used + sizeHint));
        return _buffer.AsMemory(_used);
    }

    public override Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public override ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        if (_used >= Enough) _used = 0;
        return default;
    }

    public override ValueTask CommitAsync(CancellationToken cancellationToken)
    {
        _used = 0;
        return default;
    }

    public override ValueTask DisposeAsync()
    {
        _used = 0;
        return default;
    }
}
