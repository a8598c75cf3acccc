using EncordFunctions.Labels.Issues;

namespace EncordFunctions.Formats;

/// <summary>Keeps a derivative's ledger while a row is written.</summary>
internal sealed class LedgerCount(string derivative)
{
    private readonly SortedDictionary<string, long> _skipped = new(StringComparer.Ordinal);
    private long _in;
    private long _written;

    /// <summary>One came in. Whatever happens to it is counted when it has happened.</summary>
    public void Take() => _in++;

    public void Wrote() => _written++;

    public void Skip(IssueCode reason) => _skipped[reason.Id] = _skipped.GetValueOrDefault(reason.Id) + 1;

    public LedgerLine ToLine() => new(derivative, _in, _written, _skipped);
}
