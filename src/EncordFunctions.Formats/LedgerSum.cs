namespace EncordFunctions.Formats;

/// <summary>Adds up the ledgers of many rows, derivative by derivative.</summary>
public sealed class LedgerSum
{
    private readonly SortedDictionary<string, LedgerLine> _lines = new(StringComparer.Ordinal);

    /// <summary>One line a derivative, in the order of their names.</summary>
    public IReadOnlyCollection<LedgerLine> Lines => _lines.Values;

    /// <summary>Adds a row's line.</summary>
    public void Add(LedgerLine line)
    {
        if (!_lines.TryGetValue(line.Derivative, out var sum))
        {
            _lines.Add(line.Derivative, line);
            return;
        }
        var skipped = new SortedDictionary<string, long>(sum.Skipped.ToDictionary(), StringComparer.Ordinal);
        foreach (var (code, count) in line.Skipped) skipped[code] = skipped.GetValueOrDefault(code) + count;
        _lines[line.Derivative] = new LedgerLine(line.Derivative, sum.In + line.In, sum.Written + line.Written, skipped);
    }
}
