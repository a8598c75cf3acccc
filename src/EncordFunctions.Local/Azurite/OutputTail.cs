namespace EncordFunctions.Local.Azurite;

/// <summary>The last lines a program wrote, for the message when it fails.</summary>
internal sealed class OutputTail
{
    private const int Lines = 6;
    private readonly Queue<string> _lines = new();

    /// <summary>Reads to the end, so that the program never waits for its reader.</summary>
    public async Task DrainAsync(TextReader reader, Action<string>? seen = null)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line)) Keep(line.Trim());
            seen?.Invoke(line);
        }
    }

    /// <summary>The lines, joined to one.</summary>
    public override string ToString()
    {
        lock (_lines) return string.Join(" | ", _lines);
    }

    private void Keep(string line)
    {
        lock (_lines)
        {
            _lines.Enqueue(line);
            if (_lines.Count > Lines) _lines.Dequeue();
        }
    }
}
