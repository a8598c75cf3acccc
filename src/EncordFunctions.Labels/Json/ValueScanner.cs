using System.Buffers;

namespace EncordFunctions.Labels.Json;

/// <summary>
/// Finds where a value ends in JSON that is already known to be valid: it counts brackets and steps over texts, and looks at nothing else.
/// Starts at the value's first byte and may be fed piece by piece.
/// </summary>
internal struct ValueScanner
{
    private static readonly SearchValues<byte> Brackets = SearchValues.Create("\"{}[]"u8);

    private int _depth;
    private bool _started;
    private bool _scalar;
    private bool _inText;
    private bool _escaped;

    /// <summary>The number of bytes of <paramref name="bytes"/> that still belong to the value, or -1 where it goes on after them.</summary>
    /// <remarks>A number at the very end of all bytes has no end of its own: whoever feeds the scanner knows that it ended.</remarks>
    public int Push(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        if (!_started && bytes.Length > 0)
        {
            _started = true;
            _inText = bytes[0] == '"';
            _scalar = !_inText && bytes[0] is not ((byte)'{' or (byte)'[');
            _depth = _scalar || _inText ? 0 : 1;
            at = 1;
        }
        return _scalar ? EndOfScalar(bytes, at) : EndOfRest(bytes, at);
    }

    private static int EndOfScalar(ReadOnlySpan<byte> bytes, int at)
    {
        for (; at < bytes.Length; at++)
        {
            if (bytes[at] is (byte)',' or (byte)']' or (byte)'}' || JsonBytes.IsWhitespace(bytes[at])) return at;
        }
        return -1;
    }

    private int EndOfRest(ReadOnlySpan<byte> bytes, int at)
    {
        while (at < bytes.Length)
        {
            if (_inText)
            {
                if (!LeaveText(bytes, ref at)) return -1;
                if (_depth == 0) return at;
                continue;
            }
            var run = bytes[at..].IndexOfAny(Brackets);
            if (run < 0) return -1;
            at += run;
            var bracket = bytes[at++];
            if (bracket == '"') _inText = true;
            else if (bracket is (byte)'{' or (byte)'[') _depth++;
            else if (--_depth == 0) return at;
        }
        return -1;
    }

    private bool LeaveText(ReadOnlySpan<byte> bytes, ref int at)
    {
        if (_escaped)
        {
            _escaped = false;
            at++;
        }
        while (at < bytes.Length)
        {
            var run = bytes[at..].IndexOfAny((byte)'"', (byte)'\\');
            if (run < 0) break;
            at += run + 1;
            if (bytes[at - 1] == '"')
            {
                _inText = false;
                return true;
            }
            if (at == bytes.Length)
            {
                _escaped = true;
                break;
            }
            at++;
        }
        at = bytes.Length;
        return false;
    }
}
