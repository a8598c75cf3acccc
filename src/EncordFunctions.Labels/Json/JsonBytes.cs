using System.Runtime.CompilerServices;

namespace EncordFunctions.Labels.Json;

/// <summary>What single bytes mean in JSON.</summary>
internal static class JsonBytes
{
    public static bool IsWhitespace(byte value) => value is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t';

    public static int SkipWhitespace(ReadOnlySpan<byte> bytes, int at)
    {
        while (at < bytes.Length && IsWhitespace(bytes[at])) at++;
        return at;
    }

    public static JsonKind KindOf(byte first) => first switch
    {
        (byte)'{' => JsonKind.Object,
        (byte)'[' => JsonKind.List,
        (byte)'"' => JsonKind.Text,
        (byte)'t' => JsonKind.True,
        (byte)'f' => JsonKind.False,
        (byte)'n' => JsonKind.Null,
        0 => JsonKind.End,
        _ => JsonKind.Number,
    };

    /// <summary>The kind in a user's words, for messages.</summary>
    public static string NameOf(JsonKind kind) => kind switch
    {
        JsonKind.Object => "an object",
        JsonKind.List => "a list",
        JsonKind.Text => "a text",
        JsonKind.Number => "a number",
        JsonKind.True or JsonKind.False => "a boolean",
        JsonKind.Null => "null",
        _ => "nothing",
    };

    /// <summary>From a bit for each quote, a bit for each byte of a text: from an opening quote up to before its closing one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong InTexts(ulong quotes)
    {
        // Each bit becomes the parity of itself and all below it.
        quotes ^= quotes << 1;
        quotes ^= quotes << 2;
        quotes ^= quotes << 4;
        quotes ^= quotes << 8;
        quotes ^= quotes << 16;
        return quotes ^ (quotes << 32);
    }
}
