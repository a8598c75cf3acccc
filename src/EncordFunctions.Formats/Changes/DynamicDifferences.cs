namespace EncordFunctions.Formats.Changes;

/// <summary>The dynamic attributes of one object that differ on frames that two rows have.</summary>
internal sealed class DynamicDifferences
{
    private readonly SortedDictionary<string, AttributeChange> _all = new(StringComparer.Ordinal);

    public IReadOnlyList<AttributeChange> All => [.. _all.Values];

    public void Take(long? frame, byte[] before, byte[] now)
    {
        if (before.AsSpan().SequenceEqual(now)) return;
        foreach (var (name, was, isNow) in StoredAnswers.Read(before, onlyDynamic: true).Differences(StoredAnswers.Read(now, onlyDynamic: true)))
        {
            _all[name] = _all.TryGetValue(name, out var known)
                ? known with { Frames = known.Frames + 1 }
                : new AttributeChange(name, Dynamic: true, frame, Frames: 1, was, isNow);
        }
    }
}
