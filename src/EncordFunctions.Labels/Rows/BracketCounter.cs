using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using EncordFunctions.Labels.Json;

namespace EncordFunctions.Labels.Rows;

/// <summary>
/// Finds the end of one object or list by counting its own kind of bracket outside strings, 64 bytes at a time. The other kind isn't counted:
/// <c>{"a":[1}</c> lost a bracket but still ends at its brace, so the rows after it survive.
/// </summary>
internal struct BracketCounter
{
    private const int BlockLength = 64;

    private readonly byte _open;
    private readonly byte _close;
    private long _depth;
    private bool _inString;
    private bool _escaped;

    /// <summary>Starts before the element's first byte, <paramref name="open"/>.</summary>
    public BracketCounter(byte open)
    {
        _open = open;
        _close = open == (byte)'{' ? (byte)'}' : (byte)']';
    }

    /// <summary>Whether it counts the brackets of a list.</summary>
    public readonly bool IsList => _open == (byte)'[';

    /// <summary>The number of bytes up to and with the closing bracket, or -1 where it isn't among them.</summary>
    public int FindEnd(ReadOnlySpan<byte> bytes)
    {
        var position = 0;
        for (; bytes.Length - position >= BlockLength; position += BlockLength)
        {
            var end = FindEndInBlock(bytes.Slice(position, BlockLength), BlockLength);
            if (end >= 0)
                return position + end;
        }

        if (position == bytes.Length)
            return -1;
        // Zero bytes mean nothing to the count, so a short block is padded and there's one way of counting only.
        Span<byte> padded = stackalloc byte[BlockLength];
        padded.Clear();
        bytes[position..].CopyTo(padded);
        var last = FindEndInBlock(padded, bytes.Length - position);
        return last < 0 ? -1 : position + last;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int FindEndInBlock(ReadOnlySpan<byte> block, int length)
    {
        var low = Vector256.Create(block);
        var high = Vector256.Create(block[Vector256<byte>.Count..]);
        var quotes = Matches(low, high, (byte)'"');
        var backslashes = Matches(low, high, (byte)'\\');
        if (backslashes != 0 || _escaped)
            quotes = Unescaped(quotes, backslashes, length);

        var inString = JsonBytes.InTexts(quotes) ^ (_inString ? ulong.MaxValue : 0);
        _inString = inString >> (BlockLength - 1) != 0;
        var opens = Matches(low, high, _open) & ~inString;
        var closes = Matches(low, high, _close) & ~inString;
        var closing = BitOperations.PopCount(closes);
        if (closing < _depth)
        {
            _depth += BitOperations.PopCount(opens) - closing;
            return -1;
        }

        return Walk(opens, closes);
    }

    /// <summary>The block may hold the end: bracket by bracket.</summary>
    private int Walk(ulong opens, ulong closes)
    {
        for (var brackets = opens | closes; brackets != 0; brackets &= brackets - 1)
        {
            var lowest = brackets & (~brackets + 1);
            if ((opens & lowest) != 0)
                _depth++;
            else if (--_depth == 0)
                return BitOperations.TrailingZeroCount(brackets) + 1;
        }

        return -1;
    }

    /// <summary>Takes the quotes away that stand behind a backslash; a backslash behind a backslash takes none.</summary>
    private ulong Unescaped(ulong quotes, ulong backslashes, int length)
    {
        if (_escaped)
        {
            quotes &= ~1UL;
            backslashes &= ~1UL;
        }

        _escaped = false;
        while (backslashes != 0)
        {
            var position = BitOperations.TrailingZeroCount(backslashes);
            if (position + 1 == length)
            {
                _escaped = true;
                break;
            }

            var pair = 3UL << position;
            quotes &= ~pair;
            backslashes &= ~pair;
        }

        return quotes;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Matches(Vector256<byte> low, Vector256<byte> high, byte value)
    {
        var sought = Vector256.Create(value);
        return Vector256.Equals(low, sought).ExtractMostSignificantBits()
            | ((ulong)Vector256.Equals(high, sought).ExtractMostSignificantBits() << Vector256<byte>.Count);
    }
}
