using EncordFunctions.Pipeline.Tables;

namespace EncordFunctions.Pipeline.Unpacking;

/// <summary>
/// Entries whose record is missing. Several entries are staged at once, so where an unpacking broke off, one may be recorded and the one before
/// it may not; when the upload is gone nobody records it any more. What it was called is not known then, but which ordinals its rows have is.
/// </summary>
internal static class EntryGaps
{
    /// <summary>The entries that account for the first <paramref name="rows"/> ordinals, in order.</summary>
    /// <param name="recorded">Those that are recorded, in order.</param>
    /// <param name="rows">How many label rows there are.</param>
    public static IEnumerable<EntryRow> Filled(IReadOnlyList<EntryRow> recorded, int rows)
    {
        var (index, ordinal) = (0, 0);
        foreach (var entry in recorded)
        {
            if (entry.Rows > 0 && entry.FirstOrdinal > ordinal) yield return Unrecorded(index, ordinal, entry.FirstOrdinal);
            yield return entry;
            (index, ordinal) = (entry.Index + 1, Math.Max(ordinal, entry.FirstOrdinal + entry.Rows));
        }
        if (ordinal < rows) yield return Unrecorded(index, ordinal, rows);
    }

    private static EntryRow Unrecorded(int index, int from, int to) =>
        new(index, $"entry {index}", EntryState.Sent, from, to - from, to - from > 1, 0);
}
