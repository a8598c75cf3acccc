using System.Globalization;
using System.Runtime.CompilerServices;

namespace EncordFunctions.Formats.Markup;

/// <summary>Markup with text between braces: <c>$"&lt;b&gt;{name}&lt;/b&gt;"</c>. The markup goes through as it is, the text is escaped.</summary>
[InterpolatedStringHandler]
internal readonly ref struct MarkupText
{
    private readonly MarkupWriter _to;

    public MarkupText(int literalLength, int formattedCount, MarkupWriter to)
    {
        _ = literalLength + formattedCount;
        _to = to;
    }

    public void AppendLiteral(string markup) => _to.Raw(markup);

    public void AppendFormatted(string? text) => _to.Text(text);

    public void AppendFormatted(ReadOnlySpan<char> text) => _to.Text(text);

    public void AppendFormatted(long number) => AppendFormatted(number, "D");

    public void AppendFormatted(long number, string format)
    {
        Span<char> digits = stackalloc char[40];
        number.TryFormat(digits, out var used, format, CultureInfo.InvariantCulture);
        _to.Raw(digits[..used]);
    }

    public void AppendFormatted(double number) => _to.Number(number, 2);
}
