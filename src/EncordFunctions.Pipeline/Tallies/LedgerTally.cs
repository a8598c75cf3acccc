using EncordFunctions.Formats;

namespace EncordFunctions.Pipeline.Tallies;

/// <summary>Adds up the ledgers of many rows, derivative by derivative.</summary>
internal sealed class LedgerTally
{
    private readonly SortedDictionary<string, Sum> _sums = new(StringComparer.Ordinal);

    public IReadOnlyCollection<LedgerLine> Lines =>
        [.. _sums.Select(static pair => new LedgerLine(pair.Key, pair.Value.In, pair.Value.Written, pair.Value.Skipped.All))];

    public void Add(LedgerLine line)
    {
        if (!_sums.TryGetValue(line.Derivative, out var sum)) _sums.Add(line.Derivative, sum = new Sum());
        sum.In += line.In;
        sum.Written += line.Written;
        foreach (var (code, count) in line.Skipped) sum.Skipped.Add(code, count);
    }

    private sealed class Sum
    {
        public long In { get; set; }

        public long Written { get; set; }

        public Counts<string> Skipped { get; } = new();
    }
}
