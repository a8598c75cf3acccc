using EncordFunctions.Pipeline.Tables;

namespace EncordFunctions.Pipeline.Unpacking;

/// <summary>
/// Entries whose record is missing. Several entries are staged at once, so where an unpacking broke off, one may be recorded and the one before
/// it may not; when the upload is gone nobody records it any more. What it was called is not known then, but which ordinals its rows have is.
/// </summary>
internal static class EntryGaps
{
    /// <summary>The entries that account for the first <paramref name="rows"/> ordinals, in the order of these.</summary>
    /// <param name="recorded">Those that are recorded, in order.</param>
    /// <param name="rows">How many label rows there are.</param>
    public static IEnumerable<EntryRow> Filled(IReadOnlyList<EntryRow> recorded, int rows)
    {
        var taken = recorded.Select(static entry => entry.Index).ToHashSet();
        var (index, ordinal) = (0, 0);
        foreach (var entry in recorded)
        {
            if (entry.Rows > 0)
            {
                if (entry.FirstOrdinal > ordinal) yield return Unrecorded(entry.FirstOrdinal);
                (index, ordinal) = (entry.Index + 1, entry.FirstOrdinal + entry.Rows);
            }
            yield return entry;
        }
        if (ordinal < rows) yield return Unrecorded(rows);

        EntryRow Unrecorded(int to)
        {
            while (taken.Contains(index)) index++;
            return new(index, $"entry {index}", EntryState.Sent, ordinal, to - ordinal, to - ordinal > 1, 0);
        }
    }
}
