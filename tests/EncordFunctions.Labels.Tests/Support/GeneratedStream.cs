using System.Text;

namespace EncordFunctions.Labels.Tests.Support;

/// <summary>Text of any length that is made while it is read: parts one behind the other, each repeated, so that nobody holds it.</summary>
public sealed class GeneratedStream(params (Func<long, string> Part, long Times)[] parts) : Stream
{
    private byte[] _current = [];
    private string? _text;
    private int _at;
    private int _part;
    private long _time;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Parts that are the same each time are given as they are.</summary>
    public static (Func<long, string> Part, long Times) Same(string part, long times = 1) => (_ => part, times);

    public override int Read(Span<byte> buffer)
    {
        var read = 0;
        while (read < buffer.Length && Next())
        {
            var count = Math.Min(_current.Length - _at, buffer.Length - read);
            _current.AsSpan(_at, count).CopyTo(buffer[read..]);
            (_at, read) = (_at + count, read + count);
        }
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>Whether a byte is at hand, made first where it isn't.</summary>
    private bool Next()
    {
        while (_at == _current.Length)
        {
            while (_part < parts.Length && _time == parts[_part].Times) (_part, _time) = (_part + 1, 0);
            if (_part == parts.Length) return false;
            // A part that is the same each time costs nothing, so that a test can tell what its reader allocates.
            var text = parts[_part].Part(_time++);
            if (!ReferenceEquals(text, _text)) (_text, _current) = (text, Encoding.UTF8.GetBytes(text));
            _at = 0;
        }
        return true;
    }
}
