using EncordFunctions.Pipeline.Tables;
using EncordFunctions.Pipeline.Unpacking;

namespace EncordFunctions.Pipeline.Tests.Sweeping;

public sealed class EntryGapsTests
{
    [Fact]
    public void Entries_without_a_record_account_for_the_ordinals_that_no_other_has()
    {
        EntryRow[] recorded =
        [
            new(1, "b.json", EntryState.Sent, 3, 2, true, 10), new(2, "notes.txt", EntryState.Skipped, 0, 0, false, 0),
            new(4, "e.json", EntryState.Faulty, 6, 0, false, 0), new(5, "f.json", EntryState.Sent, 6, 1, false, 10),
        ];

        Assert.Equal(
            [(0, 0, 3), (1, 3, 2), (2, 0, 0), (4, 6, 0), (3, 5, 1), (5, 6, 1), (6, 7, 4)],
            EntryGaps.Filled(recorded, 11).Select(static entry => (entry.Index, entry.FirstOrdinal, entry.Rows)));
    }

    [Fact]
    public void Where_every_entry_is_recorded_nothing_is_added()
    {
        EntryRow[] recorded = [new(0, "a.json", EntryState.Sent, 0, 2, true, 10), new(1, "b.json", EntryState.Staged, 2, 1, true, 10)];

        Assert.Equal(recorded, EntryGaps.Filled(recorded, 3));
        Assert.Empty(EntryGaps.Filled([], 0));
    }
}
