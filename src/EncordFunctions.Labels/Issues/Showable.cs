using System.Buffers;

namespace EncordFunctions.Labels.Issues;

/// <summary>Texts that content brings, so that they do no harm where people read them: in a terminal, a log, a table.</summary>
public static class Showable
{
    /// <summary>Characters that would break a line, a terminal or the direction of reading.</summary>
    private static readonly SearchValues<char> Harmful = SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(char.IsControl), '\u2028', '\u2029', .. "\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069"]);

    /// <summary>The text with a replacement character for each harmful one; itself where it has none.</summary>
    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAny(Harmful)) return text;
        return string.Create(text.Length, text, static (shown, text) =>
        {
            text.CopyTo(shown);
            shown.ReplaceAny(Harmful, '\uFFFD');
        });
    }
}
