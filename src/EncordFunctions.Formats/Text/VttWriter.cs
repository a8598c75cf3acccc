using System.Buffers;

namespace EncordFunctions.Formats.Text;

/// <summary>
/// A WebVTT file after the W3C's grammar. Text is escaped, so that none can end its cue or look like its timing: <c>&amp;</c>, <c>&lt;</c> and
/// <c>&gt;</c> are spelled out, and blank lines are left out.
/// </summary>
internal sealed class VttWriter(OutputFile file) : IAsyncDisposable
{
    private const string Arrow = "-->";

    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\r\n\0");
    private static readonly char[] Breaks = ['\r', '\n'];

    /// <summary>The first lines, with a comment that nothing shows.</summary>
    public void Head(string comment)
    {
        file.Write("WEBVTT\n\nNOTE\n"u8);
        // Nothing is escaped in a comment, and none may hold an arrow; taking a '-' of "--->" away would leave one.
        file.WriteText(OneLine(comment).Replace(Arrow, "→", StringComparison.Ordinal));
        file.Write("\n"u8);
    }

    /// <param name="id">What identifies the cue; left out where it is empty or can't be one.</param>
    /// <param name="start">Milliseconds.</param>
    /// <param name="end">Milliseconds; the cue is over there.</param>
    /// <param name="voice">Who or what is heard.</param>
    /// <param name="text">What is said.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public ValueTask CueAsync(string id, long start, long end, string voice, ReadOnlySpan<char> text, CancellationToken cancellationToken)
    {
        file.Write("\n"u8);
        if (id.Length > 0 && id.IndexOfAny(Breaks) < 0 && !id.Contains(Arrow, StringComparison.Ordinal))
        {
            file.WriteText(id);
            file.Write("\n"u8);
        }
        Time(start);
        file.Write(" --> "u8);
        Time(end);
        file.Write("\n<v "u8);
        Escaped(OneLine(voice));
        // A class named "a--" would make an arrow of the end of its tag. Players take the space away.
        file.Write(voice.EndsWith('-') ? " >"u8 : ">"u8);
        Escaped(text.Trim(Breaks));
        file.Write("\n"u8);
        return file.FlushAsync(cancellationToken);
    }

    public ValueTask CommitAsync(CancellationToken cancellationToken) => file.CommitAsync(cancellationToken);

    public ValueTask DisposeAsync() => file.DisposeAsync();

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    private void Time(long milliseconds)
    {
        file.WriteDigits(milliseconds / 3_600_000, 2);
        file.Write(":"u8);
        file.WriteDigits(milliseconds / 60_000 % 60, 2);
        file.Write(":"u8);
        file.WriteDigits(milliseconds / 1000 % 60, 2);
        file.Write("."u8);
        file.WriteDigits(milliseconds % 1000, 3);
    }

    private void Escaped(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOfAny(Special); at >= 0; at = text.IndexOfAny(Special))
        {
            file.WriteText(text[..at]);
            file.Write(text[at] switch
            {
                '&' => "&amp;"u8,
                '<' => "&lt;"u8,
                '>' => "&gt;"u8,
                '\0' => "\uFFFD"u8,
                _ => "\n"u8,
            });
            var isBreak = text[at] is '\r' or '\n';
            text = text[(at + 1)..];
            if (isBreak) text = text.TrimStart(Breaks);
        }
        file.WriteText(text);
    }
}
