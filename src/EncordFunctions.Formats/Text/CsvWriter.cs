using System.Buffers;

namespace EncordFunctions.Formats.Text;

/// <summary>
/// A file of comma-separated values after RFC 4180: UTF-8 without a mark, lines end in CR LF, and a field that holds a comma, a quote or a line
/// break stands in quotes. What is unknown is an empty field.
/// </summary>
internal sealed class CsvWriter(OutputFile file) : IAsyncDisposable
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");

    private bool _isFirst = true;

    public void Field(ReadOnlySpan<char> text)
    {
        Next();
        if (!text.ContainsAny(Special))
        {
            file.WriteText(text);
            return;
        }
        file.Write("\""u8);
        for (var quote = text.IndexOf('"'); quote >= 0; quote = text.IndexOf('"'))
        {
            file.WriteText(text[..quote]);
            file.Write("\"\""u8);
            text = text[(quote + 1)..];
        }
        file.WriteText(text);
        file.Write("\""u8);
    }

    public void Field(long? number)
    {
        Next();
        if (number is { } known) file.WriteDigits(known);
    }

    public void Number(double number)
    {
        Next();
        file.WriteShortest(number);
    }

    /// <summary>A number of milliseconds, in seconds.</summary>
    public void Seconds(long? milliseconds)
    {
        Next();
        if (milliseconds is { } known) file.WriteSeconds(known);
    }

    public ValueTask EndAsync(CancellationToken cancellationToken)
    {
        file.Write("\r\n"u8);
        _isFirst = true;
        return file.FlushAsync(cancellationToken);
    }

    public ValueTask CommitAsync(CancellationToken cancellationToken) => file.CommitAsync(cancellationToken);

    public ValueTask DisposeAsync() => file.DisposeAsync();

    private void Next()
    {
        if (!_isFirst) file.Write(","u8);
        _isFirst = false;
    }
}
