using System.Runtime.InteropServices;

namespace EncordFunctions.Pipeline.Tallies;

/// <summary>How many of each kind, of kinds that are few.</summary>
internal sealed class Counts<TKind>
    where TKind : notnull
{
    private readonly Dictionary<TKind, long> _counts = [];

    public IReadOnlyDictionary<TKind, long> All => _counts;

    public void Add(TKind kind, long count = 1) => CollectionsMarshal.GetValueRefOrAddDefault(_counts, kind, out _) += count;
}
