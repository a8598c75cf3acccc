using EncordFunctions.Pipeline.Tables;
using EncordFunctions.Pipeline.Tests.Running.Memory;

namespace EncordFunctions.Pipeline.Tests.Tables;

/// <summary>What is known of the exports that are not finished, and who may say that one is.</summary>
public sealed class OpenExportsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly ExportId Id = ExportId.Of("exports", "a.zip", "1");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_export_that_begins_again_is_open_since_it_began()
    {
        var open = await OpenAsync();

        await open.AddAsync(Id, "a.zip", "1", Noon, Stop);
        await open.AddAsync(Id, "a.zip", "1", Noon.AddHours(1), Stop);

        var entry = await open.FindAsync(Id, Stop);
        Assert.Equal(new OpenExport(Id, "a.zip", "1", Noon, null, null, entry!.ETag), entry);
        Assert.Equal(entry, Assert.Single(await open.ListAsync(Stop).ToListAsync(Stop)));
    }

    [Fact]
    public async Task Summaries_are_no_open_exports()
    {
        var storage = (await MemoryStorage.CreateAsync()).Connect();
        await new ExportsTable(storage.ExportsTable).AddOrFindAsync(Summary(ExportStatus.Done), Stop);

        Assert.Empty(await new OpenExports(storage.ExportsTable).ListAsync(Stop).ToListAsync(Stop));
        Assert.Null(await new OpenExports(storage.ExportsTable).FindAsync(Id, Stop));
    }

    [Fact]
    public async Task One_of_two_sweeps_takes_an_export_up()
    {
        var open = await OpenAsync();
        await open.AddAsync(Id, "a.zip", "1", Noon, Stop);
        var read = await open.FindAsync(Id, Stop);

        Assert.True(await open.TryClaimAsync(read!, Noon.AddHours(2), Stop));
        Assert.False(await open.TryClaimAsync(read!, Noon.AddHours(3), Stop));

        var claimed = await open.FindAsync(Id, Stop);
        Assert.Equal((Noon, Noon.AddHours(2)), (claimed!.Since, claimed.SweptAt));
        await open.RemoveAsync(claimed, Stop);
        Assert.False(await open.TryClaimAsync(claimed, Noon.AddHours(4), Stop));
    }

    [Theory]
    [InlineData(ExportStatus.Unpacking, false)]
    [InlineData(ExportStatus.Processing, false)]
    [InlineData(ExportStatus.Done, true)]
    [InlineData(ExportStatus.Failed, true)]
    public async Task An_export_is_closed_when_it_has_ended(ExportStatus status, bool isClosed)
    {
        var open = await OpenAsync();
        await open.AddAsync(Id, "a.zip", "1", Noon, Stop);

        await open.CloseAsync(await open.FindAsync(Id, Stop), Summary(status), Stop);

        Assert.Equal(isClosed, await open.FindAsync(Id, Stop) is null);
    }

    [Fact]
    public async Task An_export_that_is_put_back_is_closed_by_nobody_who_read_it_as_it_ended()
    {
        var open = await OpenAsync();
        var ended = Summary(ExportStatus.Failed) with { ETag = new("W/\"7\"") };
        await open.PutBackAsync(ended, Noon, Stop);
        var entry = await open.FindAsync(Id, Stop);
        Assert.Equal(new OpenExport(Id, "a.zip", "1", Noon, null, "W/\"7\"", entry!.ETag), entry);

        await open.CloseAsync(entry, ended, Stop);
        Assert.Equal(entry, await open.FindAsync(Id, Stop));

        await open.CloseAsync(entry, ended with { ETag = new("W/\"8\"") }, Stop);
        Assert.Null(await open.FindAsync(Id, Stop));
    }

    [Fact]
    public async Task What_was_put_there_since_it_was_read_stays()
    {
        var open = await OpenAsync();
        await open.AddAsync(Id, "a.zip", "1", Noon, Stop);
        var read = await open.FindAsync(Id, Stop);
        await open.PutBackAsync(Summary(ExportStatus.Failed), Noon.AddHours(1), Stop);

        await open.CloseAsync(null, Summary(ExportStatus.Done), Stop);
        await open.CloseAsync(read, Summary(ExportStatus.Done), Stop);
        Assert.Equal(Noon.AddHours(1), (await open.FindAsync(Id, Stop))!.Since);

        await open.RemoveAsync((await open.FindAsync(Id, Stop))!, Stop);
        await open.RemoveAsync(read!, Stop);
        Assert.Null(await open.FindAsync(Id, Stop));
    }

    private static ExportRow Summary(ExportStatus status) => new()
    {
        Id = Id, Blob = "a.zip", BlobETag = "1", Formats = "coco", Status = status, StartedAt = Noon, ETag = new("W/\"1\""),
    };

    private static async Task<OpenExports> OpenAsync() => new((await MemoryStorage.CreateAsync()).Connect().ExportsTable);
}
