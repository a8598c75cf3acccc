using System.Buffers;
using System.Buffers.Text;
using EncordFunctions.Labels.Json;

namespace EncordFunctions.Labels.Rows;

/// <summary>
/// What a key of <c>labels</c> says: a frame number of up to 64 bits (scenes count in nanoseconds); in scenes also
/// <c>stream@nanoseconds</c>, <c>stream#first-frame</c>, or the name of a file, which is then the stream.
/// </summary>
internal readonly record struct FrameKey(long Number, string? Stream)
{
    private static readonly SearchValues<byte> PartsOfNumbers = SearchValues.Create("0123456789+-.eE"u8);

    /// <summary>Reads a key; null where it is none.</summary>
    /// <param name="key">The key.</param>
    /// <param name="streams">Whether the row's data type has streams.</param>
    /// <param name="strings">Where streams are pooled.</param>
    public static FrameKey? Read(ReadOnlySpan<byte> key, bool streams, Utf8Strings strings)
    {
        if (TryNumber(key, out var number)) return new FrameKey(number, null);
        if (!streams || !key.ContainsAnyExcept(PartsOfNumbers)) return null;
        var mark = key.LastIndexOfAny((byte)'@', (byte)'#');
        return mark > 0 && TryNumber(key[(mark + 1)..], out number) ? new FrameKey(number, strings.Get(key[..mark])) : new FrameKey(0, strings.Get(key));
    }

    private static bool TryNumber(ReadOnlySpan<byte> text, out long number) =>
        Utf8Parser.TryParse(text, out number, out var used) && used == text.Length && text[0] is >= (byte)'0' and <= (byte)'9';
}
