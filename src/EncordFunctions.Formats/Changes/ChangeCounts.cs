namespace EncordFunctions.Formats.Changes;

/// <summary>What the comparison of label rows with earlier exports came to.</summary>
/// <remarks>A row that can be read is new, older, not compared or compared. An object that was moved and relabelled counts as both.</remarks>
public sealed record ChangeCounts
{
    /// <summary>Rows that no earlier export had.</summary>
    public long New { get; init; }

    /// <summary>Rows that are older than what was known of them, so that a comparison would tell the changes backwards.</summary>
    public long Older { get; init; }

    /// <summary>Rows that could not be compared: they have no identity, or what was known of them is gone or has no content hashes.</summary>
    public long NotCompared { get; init; }

    /// <summary>Rows that were compared.</summary>
    public long Compared { get; init; }

    /// <summary>Rows of those with the same objects as before.</summary>
    public long Unchanged { get; init; }

    /// <summary>Objects that differ, each once: the lines of <c>changes.jsonl</c>.</summary>
    public long Objects { get; init; }

    /// <summary>Objects that were not there before.</summary>
    public long Added { get; init; }

    /// <summary>Objects that are not there any more.</summary>
    public long Removed { get; init; }

    /// <summary>Objects whose geometry, frames or shape differ.</summary>
    public long Moved { get; init; }

    /// <summary>Objects whose class differs.</summary>
    public long Relabelled { get; init; }

    /// <summary>Objects whose attributes differ.</summary>
    public long Reattributed { get; init; }

    /// <summary>The sum of both.</summary>
    public ChangeCounts Plus(ChangeCounts other) => new()
    {
        New = New + other.New,
        Older = Older + other.Older,
        NotCompared = NotCompared + other.NotCompared,
        Compared = Compared + other.Compared,
        Unchanged = Unchanged + other.Unchanged,
        Objects = Objects + other.Objects,
        Added = Added + other.Added,
        Removed = Removed + other.Removed,
        Moved = Moved + other.Moved,
        Relabelled = Relabelled + other.Relabelled,
        Reattributed = Reattributed + other.Reattributed,
    };

    /// <summary>With one more object that differs.</summary>
    public ChangeCounts Plus(IReadOnlyList<ChangeKind> kinds) => this with
    {
        Objects = Objects + 1,
        Added = Added + One(kinds, ChangeKind.Added),
        Removed = Removed + One(kinds, ChangeKind.Removed),
        Moved = Moved + One(kinds, ChangeKind.Moved),
        Relabelled = Relabelled + One(kinds, ChangeKind.Relabelled),
        Reattributed = Reattributed + One(kinds, ChangeKind.Reattributed),
    };

    private static long One(IReadOnlyList<ChangeKind> kinds, ChangeKind kind) => kinds.Contains(kind) ? 1 : 0;
}
