using System.Globalization;

namespace EncordFunctions.Formats.Painting;

/// <summary>A colour.</summary>
internal readonly record struct Rgb(byte R, byte G, byte B)
{
    /// <summary>Reads <c>#RRGGBB</c> of any case; null where it is something else.</summary>
    public static Rgb? Read(string? text) =>
        text is ['#', ..] && text.Length == 7 && int.TryParse(text.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb)
            ? new Rgb((byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb)
            : null;

    /// <summary>
    /// A colour for each number, black for 0, neighbours far apart: its lowest three bits are the highest of red, green and blue, the next three
    /// the second highest, and so on. It is the palette that PASCAL VOC's masks have, so viewers show them as people know them.
    /// </summary>
    public static Rgb Of(int number)
    {
        int r = 0, g = 0, b = 0;
        for (var bit = 7; number > 0; number >>= 3, bit--)
        {
            r |= (number & 1) << bit;
            g |= ((number >> 1) & 1) << bit;
            b |= ((number >> 2) & 1) << bit;
        }
        return new Rgb((byte)r, (byte)g, (byte)b);
    }

    /// <inheritdoc/>
    public override string ToString() => $"#{R:X2}{G:X2}{B:X2}";
}
