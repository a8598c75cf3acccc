using System.Buffers;

namespace EncordFunctions.Labels.Json;

/// <summary>A stream of JSON behind a pooled window that refills. With a validator, nothing reaches the reader that was not validated.</summary>
/// <remarks>A fault ends the source at the last valid byte, so that readers simply run out; they need no case for it.</remarks>
internal sealed class JsonSource : IDisposable
{
    private const int WindowBytes = 128 * 1024;

    private readonly Stream _stream;
    private readonly JsonValidator? _validator;
    private byte[] _window = ArrayPool<byte>.Shared.Rent(WindowBytes);
    private int _at;
    private int _end;
    private long _windowOffset;
    private bool _ended;

    public JsonSource(Stream stream, JsonValidator? validator)
    {
        _stream = stream;
        _validator = validator;
    }

    /// <summary>Why the bytes are not JSON, once the reading has come to it.</summary>
    public JsonFault? Fault { get; private set; }

    /// <summary>The first members whose names stood in their object before, of those that have been read.</summary>
    public IReadOnlyList<JsonRepeat> Repeats => _validator?.Repeats ?? [];

    /// <summary>How many there are in all.</summary>
    public long RepeatCount => _validator?.RepeatCount ?? 0;

    /// <summary>The bytes at hand.</summary>
    public ReadOnlySpan<byte> Unread => _window.AsSpan(_at, _end - _at);

    /// <summary>Offset of the first unread byte.</summary>
    public long Offset => _windowOffset + _at;

    /// <summary>Drops the next <paramref name="count"/> unread bytes.</summary>
    public void Advance(int count) => _at += count;

    /// <summary>Adds to <see cref="Unread"/>, which moves. False at the end.</summary>
    public async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (_ended) return false;
        MakeRoom();
        var read = await _stream.ReadAsync(_window.AsMemory(_end), cancellationToken).ConfigureAwait(false);
        if (read == 0)
        {
            _ended = true;
            Fault = _validator?.Complete();
            return false;
        }
        Fault = _validator?.Push(_window.AsSpan(_end, read));
        if (Fault is null)
        {
            _end += read;
            return true;
        }
        _ended = true;
        var valid = (int)(Fault.Offset - _windowOffset) - _end;
        _end += valid;
        return valid > 0;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_window);
        _window = [];
        _at = _end = 0;
        _ended = true;
    }

    private void MakeRoom()
    {
        var unread = Unread;
        if (unread.Length == _window.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(_window.Length * 2);
            unread.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_window);
            _window = larger;
        }
        else if (_at > 0)
            unread.CopyTo(_window);
        _windowOffset += _at;
        _end -= _at;
        _at = 0;
    }
}
