using EncordFunctions.Formats.Ledger;

namespace EncordFunctions.Pipeline.Tallies;

/// <summary>Adds up the ledgers of many rows, derivative by derivative.</summary>
internal sealed class LedgerTally
{
    private readonly SortedDictionary<string, Sum> _sums = new(StringComparer.Ordinal);

    public IReadOnlyCollection<LedgerLine> Lines =>
        [.. _sums.Select(static pair => pair.Value.ToLine(pair.Key))];

    public void Add(LedgerLine line)
    {
        if (!_sums.TryGetValue(line.Derivative, out var sum)) _sums.Add(line.Derivative, sum = new Sum(line.Of));
        sum.In += line.In;
        sum.Written += line.Written;
        Sum.Add(sum.Skipped, line.Skipped);
        Sum.Add(sum.Losses, line.Losses);
    }

    private sealed class Sum(LedgerUnit of)
    {
        public long In { get; set; }

        public long Written { get; set; }

        public SortedDictionary<string, LedgerEntry> Skipped { get; } = new(StringComparer.Ordinal);

        public SortedDictionary<string, LedgerEntry> Losses { get; } = new(StringComparer.Ordinal);

        // The first row's example stays, so rows must come in order.
        public static void Add(SortedDictionary<string, LedgerEntry> sums, IReadOnlyList<LedgerEntry> entries)
        {
            foreach (var entry in entries)
                sums[entry.Reason] = sums.TryGetValue(entry.Reason, out var sum) ? sum with { Count = sum.Count + entry.Count } : entry;
        }

        public LedgerLine ToLine(string derivative) => new(derivative, of, In, Written, [.. Skipped.Values]) { Losses = [.. Losses.Values] };
    }
}
