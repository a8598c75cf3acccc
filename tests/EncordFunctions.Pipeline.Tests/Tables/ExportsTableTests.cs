using Azure;
using EncordFunctions.Formats.Changes;
using EncordFunctions.Pipeline.Changes;
using EncordFunctions.Pipeline.Storage;
using EncordFunctions.Pipeline.Tables;
using EncordFunctions.Pipeline.Tests.Running.Memory;

namespace EncordFunctions.Pipeline.Tests.Tables;

/// <summary>What stands of an export beside its rows.</summary>
public sealed class ExportsTableTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly ExportId Id = ExportId.Of("exports", "a.zip", "1");
    private static readonly ExportId Other = ExportId.Of("exports", "b.zip", "1");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_row_that_recorded_its_shard_is_known_again_and_no_other_is()
    {
        var exports = await ExportsAsync();

        Assert.True(await exports.TryAddShardAsync(Id, 1, 100, Stop));
        Assert.True(await exports.TryAddShardAsync(Id, 1, 100, Stop));
        Assert.False(await exports.TryAddShardAsync(Id, 1, 101, Stop));
        Assert.True(await exports.TryAddShardAsync(Id, 0, 3, Stop));
        Assert.Equal(2, await exports.CountShardsAsync(Id, Stop));
    }

    [Fact]
    public async Task A_shard_that_a_retry_recorded_is_no_rows_own()
    {
        var exports = await ExportsAsync();

        await exports.PutShardsAsync(Id, Shards.Size + 1, Stop);

        Assert.Equal((2, 0), (await exports.CountShardsAsync(Id, Stop), await exports.CountShardsAsync(Other, Stop)));
        Assert.False(await exports.TryAddShardAsync(Id, 0, 0, Stop));
    }

    [Fact]
    public async Task Shards_entries_errors_and_the_notice_are_told_apart()
    {
        var exports = await ExportsAsync();
        var entries = Enumerable.Range(0, 120).Select(static i => new EntryRow(i, $"{i}.json", EntryState.Sent, i, 1, false, 9)).ToList();
        await exports.AddOrFindAsync(Summary(Id), Stop);
        await exports.PutEntriesAsync(Id, entries.Skip(1), Stop);
        await exports.PutEntryAsync(Id, entries[0], Stop);
        await exports.TryAddShardAsync(Id, 0, 1, Stop);
        await exports.PutErrorAsync(Id, "finish", "It broke.", Stop);
        Assert.False(await exports.IsNoticeSentAsync(Id, Stop));
        await exports.MarkNoticeSentAsync(Id, Stop);

        Assert.Equal(entries, await exports.EntriesAsync(Id, Stop).ToListAsync(Stop));
        Assert.Equal(1, await exports.CountShardsAsync(Id, Stop));
        Assert.Equal(("It broke.", null), (await exports.FindErrorAsync(Id, "finish", Stop), await exports.FindErrorAsync(Id, "unpack", Stop)));
        Assert.Equal((true, false), (await exports.IsNoticeSentAsync(Id, Stop), await exports.IsNoticeSentAsync(Other, Stop)));
        Assert.Equal(Id, Assert.Single(await exports.ListAsync(Stop).ToListAsync(Stop)).Id);
    }

    [Fact]
    public async Task The_last_error_of_a_step_is_kept_as_far_as_it_fits()
    {
        var exports = await ExportsAsync();

        await exports.PutErrorAsync(Id, "finish", new string('x', 9_000), Stop);
        Assert.InRange((await exports.FindErrorAsync(Id, "finish", Stop))!.Length, 7_900, 8_000);

        await exports.PutErrorAsync(Id, "finish", "Later.", Stop);
        Assert.Equal("Later.", await exports.FindErrorAsync(Id, "finish", Stop));
    }

    [Fact]
    public async Task An_export_that_is_unpacked_twice_has_the_first_summary()
    {
        var exports = await ExportsAsync();

        var first = await exports.AddOrFindAsync(Summary(Id), Stop);

        Assert.Equal(first, await exports.AddOrFindAsync(Summary(Id) with { StartedAt = Noon.AddHours(1) }, Stop));
        Assert.Equal(Noon, first.StartedAt);
    }

    [Fact]
    public async Task A_summary_is_replaced_only_as_it_was_read()
    {
        var exports = await ExportsAsync();
        var read = await exports.AddOrFindAsync(Summary(Id), Stop);

        Assert.True(await exports.TryReplaceAsync(read with { Status = ExportStatus.Processing }, Stop));
        Assert.False(await exports.TryReplaceAsync(read with { Status = ExportStatus.Failed }, Stop));

        Assert.Equal(ExportStatus.Processing, (await exports.FindAsync(Id, Stop))!.Status);
        await Assert.ThrowsAsync<RequestFailedException>(() => exports.TryReplaceAsync(Summary(Other) with { ETag = read.ETag }, Stop));
    }

    [Fact]
    public async Task An_entity_the_service_would_not_take_is_refused_before_it_is_sent()
    {
        var exports = await ExportsAsync();
        var read = await exports.AddOrFindAsync(Summary(Id), Stop);
        var longer = new string('x', StorageLimits.TextChars + 1);

        await Assert.ThrowsAsync<StorageLimitException>(() => exports.AddOrFindAsync(Summary(Other) with { Formats = longer }, Stop));
        await Assert.ThrowsAsync<StorageLimitException>(() => exports.TryReplaceAsync(read with { Formats = longer }, Stop));

        Assert.Equal(read, Assert.Single(await exports.ListAsync(Stop).ToListAsync(Stop)));
    }

    [Fact]
    public async Task When_an_export_began_is_asked_for_once()
    {
        var storage = (await MemoryStorage.CreateAsync()).Connect();
        var exports = new ExportsTable(storage.ExportsTable);
        Assert.Null(await exports.StartedAtAsync(Id.Value, Stop));
        Assert.Null(await exports.StartedAtAsync("no id", Stop));
        await exports.AddOrFindAsync(Summary(Id), Stop);
        await exports.AddOrFindAsync(Summary(Other), Stop);

        Assert.Equal(Noon, await exports.StartedAtAsync(Id.Value, Stop));
        Assert.Equal(Noon, await exports.StartedAtAsync(Other.Value, Stop));
        await storage.ExportsTable.DeleteEntityAsync(Id.Value, ExportRow.Key, cancellationToken: Stop);
        Assert.Equal(Noon, await exports.StartedAtAsync(Id.Value, Stop));
        Assert.Null(await new ExportsTable(storage.ExportsTable).StartedAtAsync(Id.Value, Stop));
    }

    [Fact]
    public async Task Summaries_are_read_page_by_page_and_by_their_status()
    {
        var exports = await ExportsAsync();
        await exports.AddOrFindAsync(Summary(Id), Stop);
        await exports.AddOrFindAsync(Summary(Other) with { Status = ExportStatus.Failed }, Stop);
        await exports.MarkNoticeSentAsync(Id, Stop);

        var first = await exports.ReadPageAsync(null, 1, null, Stop);
        var second = await exports.ReadPageAsync(null, 1, first.Next, Stop);

        Assert.Equal([Id, Other], first.Items.Concat(second.Items).Select(static row => row.Id));
        Assert.Equal(Other, Assert.Single((await exports.ReadPageAsync(ExportStatus.Failed, 9, null, Stop)).Items).Id);
        Assert.Empty((await exports.ReadPageAsync(ExportStatus.Done, 9, null, Stop)).Items);
    }

    [Fact]
    public async Task What_a_row_is_compared_with_is_kept_once()
    {
        var exports = await ExportsAsync();
        var earlier = new EarlierRow(new EarlierPlace("before", 3), "hash", 2, null, null);
        Assert.Null(await exports.FindBaseAsync(Id, "base-r1", Stop));

        Assert.Equal(earlier, await exports.AddOrFindBaseAsync(Id, "base-r1", earlier, Stop));
        Assert.Equal(earlier, await exports.AddOrFindBaseAsync(Id, "base-r1", earlier with { Objects = 7 }, Stop));
        Assert.Equal(earlier, await exports.FindBaseAsync(Id, "base-r1", Stop));
    }

    private static ExportRow Summary(ExportId id) => new() { Id = id, Blob = "a.zip", BlobETag = "1", Formats = "coco", StartedAt = Noon };

    private static async Task<ExportsTable> ExportsAsync() => new((await MemoryStorage.CreateAsync()).Connect().ExportsTable);
}
