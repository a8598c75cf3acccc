using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;

namespace EncordFunctions.Formats.Markup;

/// <summary>
/// Writes XML and HTML as UTF-8. What stands between the braces of a written text is escaped, so that no name of an export, however hostile,
/// can become markup.
/// </summary>
internal sealed class MarkupWriter(IBufferWriter<byte> to)
{
    private const double Farthest = 1e9;

    // Beside the five of XML: characters that XML has no place for, and those that turn the direction of all text behind them.
    private static readonly SearchValues<char> Special = SearchValues.Create(
        "&<>\"'\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufffe\uffff" + string.Concat(Enumerable.Range(0, 32).Select(static one => (char)one)));

    /// <summary>Writes markup with text in it.</summary>
    [SuppressMessage("Performance", "CA1822", Justification = "The compiler hands this writer to the text, which has written itself by then.")]
    public void Write([InterpolatedStringHandlerArgument("")] MarkupText markup) => _ = markup;

    /// <summary>Writes markup as it is.</summary>
    public void Raw(ReadOnlySpan<byte> utf8) => to.Write(utf8);

    /// <summary>Writes markup as it is.</summary>
    public void Raw(ReadOnlySpan<char> markup) => Encoding.UTF8.GetBytes(markup, to);

    /// <summary>Writes text, escaped for content and for attributes in quotes.</summary>
    public void Text(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny(Special) is >= 0 and var at)
        {
            Raw(text[..at]);
            Raw(text[at] switch
            {
                '&' => "&amp;"u8,
                '<' => "&lt;"u8,
                '>' => "&gt;"u8,
                '"' => "&quot;"u8,
                '\'' => "&#39;"u8,
                '\t' or '\n' or '\r' => " "u8,
                _ => "\ufffd"u8,
            });
            text = text[(at + 1)..];
        }
        Raw(text);
    }

    /// <summary>Writes a number with at most so many digits behind the point; one that no picture reaches is written as far as it goes.</summary>
    public void Number(double value, int decimals)
    {
        var factor = decimals switch { 0 => 1, 1 => 10, 2 => 100, _ => 1000 };
        var whole = (long)Math.Round(Math.Clamp(double.IsNaN(value) ? 0 : value, -Farthest, Farthest) * factor);
        var digits = to.GetSpan(24);
        var used = 0;
        if (whole < 0) digits[used++] = (byte)'-';
        var (integer, fraction) = Math.DivRem(Math.Abs(whole), factor);
        integer.TryFormat(digits[used..], out var written);
        used += written;
        if (fraction > 0)
        {
            digits[used++] = (byte)'.';
            for (var place = factor / 10; fraction > 0; place /= 10)
            {
                (var digit, fraction) = Math.DivRem(fraction, place);
                digits[used++] = (byte)('0' + digit);
            }
        }
        to.Advance(used);
    }
}
