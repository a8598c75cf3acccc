using System.Buffers;
using System.Globalization;
using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace EncordFunctions.Formats.Markup;

/// <summary>The colours that classes are shown in.</summary>
internal static class Colours
{
    // Of middling lightness, so that they stand out on light and on dark alike.
    private static readonly string[] Own =
    [
        "#4e79a7", "#f28e2b", "#e15759", "#3f9c95", "#59a14f", "#c79a00", "#b07aa1", "#e66a86", "#9c755f", "#6b7fd7", "#2f9fd0", "#8a9a2f",
    ];

    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>The colour of a class: the stated one, <c>#RRGGBB</c>, or else one that follows from its hash or name alone.</summary>
    public static string Of(string? stated, string? featureHash, string? name) =>
        IsColour(stated) ? stated! : Own[XxHash3.HashToUInt64(MemoryMarshal.AsBytes((featureHash ?? name ?? "").AsSpan())) % (ulong)Own.Length];

    /// <summary>Black or white, whichever can be read on a colour.</summary>
    public static string On(string colour) => Lightness(colour) > 0.18 ? "#000" : "#fff";

    private static bool IsColour(string? text) => text is ['#', _, _, _, _, _, _] && text.AsSpan(1).IndexOfAnyExcept(Hex) < 0;

    // Relative luminance as WCAG 2 defines it; at 0.18 black and white have the same contrast.
    private static double Lightness(string colour)
    {
        double Part(int at)
        {
            var part = byte.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
        }
        return (0.2126 * Part(1)) + (0.7152 * Part(3)) + (0.0722 * Part(5));
    }
}
