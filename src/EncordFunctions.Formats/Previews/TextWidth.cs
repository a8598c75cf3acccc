using System.Globalization;
using System.Text;

namespace EncordFunctions.Formats.Previews;

/// <summary>How wide a text is, about, in the height of its letters: enough to lay labels beside each other without a font.</summary>
internal static class TextWidth
{
    /// <summary>The width in em.</summary>
    public static double Of(string text)
    {
        var width = 0.0;
        foreach (var letter in text.EnumerateRunes()) width += Of(letter);
        return width;
    }

    private static double Of(Rune letter) => letter.Value switch
    {
        'i' or 'j' or 'l' or 't' or 'f' or 'I' or '.' or ',' or ':' or '\'' or ' ' => 0.32,
        'm' or 'w' or 'M' or 'W' => 0.84,
        < 0x1100 when Rune.IsUpper(letter) => 0.68,
        < 0x1100 => 0.56,
        _ => Rune.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format ? 0 : 1,
    };
}
