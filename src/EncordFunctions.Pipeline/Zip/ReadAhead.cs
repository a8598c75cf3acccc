using System.Buffers;

namespace EncordFunctions.Pipeline.Zip;

/// <summary>
/// Reads the content of an archive in large ranges, and the next range while this one is used. Small entries that lie side by side share a range.
/// Holds two windows, whatever the archive's size. For one reader at a time.
/// </summary>
internal sealed class ReadAhead : IAsyncDisposable
{
    /// <summary>Large enough that the time to the first byte of a ranged read doesn't count.</summary>
    public const int WindowLength = 2 << 20;

    private readonly RandomAccessSource _source;
    private readonly long _end;
    private readonly CancellationTokenSource _disposing = new();
    private Window _current;
    private Window _next;
    private Task? _nextRead;

    /// <summary>Reads <paramref name="source"/> up to <paramref name="end"/>.</summary>
    public ReadAhead(RandomAccessSource source, long end)
    {
        (_source, _end) = (source, end);
        var length = (int)Math.Min(WindowLength, end);
        _current = new Window(ArrayPool<byte>.Shared.Rent(length), 0, 0);
        _next = new Window(end > length ? ArrayPool<byte>.Shared.Rent(length) : [], 0, 0);
    }

    /// <summary>The bytes from <paramref name="offset"/> on, at least one and as many as are at hand. Valid until the next call.</summary>
    public ValueTask<ReadOnlyMemory<byte>> GetAsync(long offset, CancellationToken cancellationToken) =>
        _current.Holds(offset) ? new(_current.From(offset)) : LoadAsync(offset, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _disposing.CancelAsync();
        await SettleAsync();
        ArrayPool<byte>.Shared.Return(_current.Bytes);
        if (_next.Bytes.Length > 0)
            ArrayPool<byte>.Shared.Return(_next.Bytes);
        (_current, _next) = (default, default);
        _disposing.Dispose();
    }

    private async ValueTask<ReadOnlyMemory<byte>> LoadAsync(long offset, CancellationToken cancellationToken)
    {
        if (_nextRead is not null && _next.Holds(offset))
        {
            await _nextRead.WaitAsync(cancellationToken);
            _nextRead = null;
            (_current, _next) = (_next, _current);
        }
        else
        {
            await SettleAsync();
            _current = _current.At(offset, _end, 0);
            var loading = _current.At(offset, _end, WindowLength);
            await _source.ReadAsync(offset, loading.Memory, cancellationToken);
            _current = loading;
        }

        if (_current.End < _end)
        {
            _next = _next.At(_current.End, _end, WindowLength);
            _nextRead = _source.ReadAsync(_next.Start, _next.Memory, _disposing.Token).AsTask();
        }

        return _current.From(offset);
    }

    /// <summary>Waits for a read that nobody needs any more: its window must not be used before it's done, and its failure says nothing.</summary>
    private async ValueTask SettleAsync()
    {
        if (_nextRead is not null)
            await _nextRead.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _nextRead = null;
    }

    private readonly record struct Window(byte[] Bytes, long Start, int Length)
    {
        public long End => Start + Length;

        public Memory<byte> Memory => Bytes.AsMemory(0, Length);

        public bool Holds(long offset) => offset >= Start && offset < End;

        public ReadOnlyMemory<byte> From(long offset) => Bytes.AsMemory((int)(offset - Start), (int)(End - offset));

        public Window At(long start, long end, int length) => new(Bytes, start, (int)Math.Min(Math.Min(length, Bytes.Length), end - start));
    }
}
