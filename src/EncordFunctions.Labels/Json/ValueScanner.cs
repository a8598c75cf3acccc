using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace EncordFunctions.Labels.Json;

/// <summary>
/// Finds where a value ends in JSON that is already known to be valid: it counts brackets and steps over texts, and looks at nothing else.
/// Starts at the value's first byte and may be fed piece by piece.
/// </summary>
/// <remarks>
/// Sixty-four bytes at a time become bit masks of quotes and brackets. A block that can't end the value costs no look at single bytes.
/// </remarks>
internal struct ValueScanner
{
    private const int Block = 64;

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
            if (_depth > 0 && !_escaped && bytes.Length - at >= Block && TryTakeBlock(bytes.Slice(at, Block), out var end))
            {
                if (end > 0) return at + end;
                at += Block;
            }
            else if (_inText)
            {
                if (LeaveText(bytes, ref at) && _depth == 0) return at;
            }
            else
            {
                for (var stop = Math.Min(bytes.Length, at + Block); at < stop && !_inText;)
                {
                    if (bytes[at] == '"') _inText = true;
                    else if (bytes[at] is (byte)'{' or (byte)'[') _depth++;
                    else if (bytes[at] is (byte)'}' or (byte)']' && --_depth == 0) return at + 1;
                    at++;
                }
            }
        }
        return -1;
    }

    private bool LeaveText(ReadOnlySpan<byte> bytes, ref int at)
    {
        if (_escaped) at++;
        _escaped = false;
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
            _escaped = at == bytes.Length;
            at++;
        }
        at = bytes.Length;
        return false;
    }

    /// <summary>Takes a whole block; not where an escape in it makes quotes mean something else.</summary>
    /// <param name="block">The block.</param>
    /// <param name="end">How much of it still belongs to the value, or 0 where the value goes on after it.</param>
    private bool TryTakeBlock(ReadOnlySpan<byte> block, out int end)
    {
        end = 0;
        Masks(block, out var quotes, out var escapes, out var opening, out var closing);
        if (escapes != 0) return false;
        var inside = JsonBytes.InTexts(quotes) ^ (_inText ? ulong.MaxValue : 0);
        _inText = (long)inside < 0;
        opening &= ~inside;
        closing &= ~inside;
        var closed = BitOperations.PopCount(closing);
        if (closed < _depth)
        {
            _depth += BitOperations.PopCount(opening) - closed;
            return true;
        }
        for (var brackets = opening | closing; brackets != 0; brackets &= brackets - 1)
        {
            var lowest = brackets & (~brackets + 1);
            _depth += (opening & lowest) != 0 ? 1 : -1;
            if (_depth > 0) continue;
            end = BitOperations.TrailingZeroCount(lowest) + 1;
            break;
        }
        return true;
    }

    private static void Masks(ReadOnlySpan<byte> block, out ulong quotes, out ulong escapes, out ulong opening, out ulong closing)
    {
        quotes = escapes = opening = closing = 0;
        ref var first = ref MemoryMarshal.GetReference(block);
        for (var i = 0; i < Block; i += Vector256<byte>.Count)
        {
            var bytes = Vector256.LoadUnsafe(ref first, (nuint)i);
            // '[' and '{' differ in one bit, and so do ']' and '}'; so do '"' and nothing else of JSON's own.
            var folded = bytes | Vector256.Create((byte)0x20);
            quotes |= (ulong)Vector256.Equals(bytes, Vector256.Create((byte)'"')).ExtractMostSignificantBits() << i;
            escapes |= (ulong)Vector256.Equals(bytes, Vector256.Create((byte)'\\')).ExtractMostSignificantBits() << i;
            opening |= (ulong)Vector256.Equals(folded, Vector256.Create((byte)'{')).ExtractMostSignificantBits() << i;
            closing |= (ulong)Vector256.Equals(folded, Vector256.Create((byte)'}')).ExtractMostSignificantBits() << i;
        }
    }
}
