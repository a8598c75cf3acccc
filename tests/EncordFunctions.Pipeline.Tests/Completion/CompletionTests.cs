using Azure.Core;
using EncordFunctions.Pipeline.Completion;
using EncordFunctions.Pipeline.Messages;
using EncordFunctions.Pipeline.Tables;
using EncordFunctions.Pipeline.Tests.Running;
using EncordFunctions.Pipeline.Tests.Running.Memory;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace EncordFunctions.Pipeline.Tests.Completion;

/// <summary>When the finish of an export is told.</summary>
public sealed class CompletionTests
{
    private static readonly ExportId Id = ExportId.Of("exports", "a.zip", "1");
    private static readonly ExportId Other = ExportId.Of("exports", "b.zip", "1");

    private StorageAccount? _account;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(90)]
    [InlineData(91)]
    public async Task The_last_row_tells_the_finish_and_no_earlier_one_does(int rows)
    {
        var (storage, check) = await StartedAsync(rows);
        for (var ordinal = 0; ordinal < rows; ordinal++)
        {
            Assert.Empty(await Pipe.TakeAllAsync(storage.FinishedExports));
            await AddAsync(storage, ordinal);
            await check.AfterVerdictAsync(Id, ordinal, added: true, Stop);
        }

        Assert.Equal(Id, FinishedMessage.Read(Assert.Single(await Pipe.TakeAllAsync(storage.FinishedExports))));
        Assert.True(await new ExportsTable(storage.ExportsTable).IsNoticeSentAsync(Id, Stop));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(90)]
    [InlineData(95)]
    public async Task Where_all_rows_end_before_their_number_is_known_the_unpacker_tells(int rows)
    {
        var (storage, check) = await StartedAsync(null);
        for (var ordinal = 0; ordinal < rows; ordinal++)
        {
            await AddAsync(storage, ordinal);
            await check.AfterVerdictAsync(Id, ordinal, added: true, Stop);
        }
        Assert.Empty(await Pipe.TakeAllAsync(storage.FinishedExports));

        await KnowAsync(storage, rows);
        await check.AfterUnpackingAsync(Id, rows, Stop);

        Assert.Single(await Pipe.TakeAllAsync(storage.FinishedExports));
    }

    [Fact]
    public async Task An_export_without_rows_is_told_at_once_and_once()
    {
        var (storage, check) = await StartedAsync(0);

        await check.AfterUnpackingAsync(Id, 0, Stop);
        await check.AfterUnpackingAsync(Id, 0, Stop);

        Assert.Single(await Pipe.TakeAllAsync(storage.FinishedExports));
        Assert.Equal(0, await new ExportsTable(storage.ExportsTable).CountShardsAsync(Id, Stop));
    }

    [Fact]
    public async Task The_unpacker_tells_nothing_that_was_told_and_goes_on_where_a_row_recorded_the_shard_and_ended()
    {
        var (storage, check) = await StartedAsync(2);
        await AddAsync(storage, 0);
        await AddAsync(storage, 1);
        await new ExportsTable(storage.ExportsTable).TryAddShardAsync(Id, 0, 0, Stop);

        await check.AfterUnpackingAsync(Id, 2, Stop);
        Assert.Single(await Pipe.TakeAllAsync(storage.FinishedExports));

        await check.AfterUnpackingAsync(Id, 2, Stop);
        Assert.Empty(await Pipe.TakeAllAsync(storage.FinishedExports));
    }

    [Fact]
    public async Task A_number_of_rows_that_is_recorded_while_a_shard_is_is_seen()
    {
        var (storage, _) = await StartedAsync(null);
        for (var ordinal = 0; ordinal < 90; ordinal++) await AddAsync(storage, ordinal);
        var unpacked = new BeforeFirst(static request => request.Method == RequestMethod.Post, () => KnowAsync(storage, 90));
        var host = _account!.Connect(options => options.AddPolicy(unpacked, HttpPipelinePosition.PerCall));

        await CheckOf(host).AfterVerdictAsync(Id, 89, added: true, Stop);

        Assert.Single(await Pipe.TakeAllAsync(storage.FinishedExports));
    }

    [Fact]
    public async Task A_row_past_the_end_of_its_export_counts_for_nothing()
    {
        var (storage, check) = await StartedAsync(1);
        await AddAsync(storage, 0);
        await AddAsync(storage, 1);

        await check.AfterVerdictAsync(Id, 1, added: true, Stop);

        Assert.Empty(await Pipe.TakeAllAsync(storage.FinishedExports));
        Assert.Equal(0, await new ExportsTable(storage.ExportsTable).CountShardsAsync(Id, Stop));
    }

    [Fact]
    public async Task A_row_that_comes_again_before_the_finish_tells_it_again()
    {
        var (storage, check) = await StartedAsync(1);
        await AddAsync(storage, 0);
        await check.AfterVerdictAsync(Id, 0, added: true, Stop);

        await check.AfterVerdictAsync(Id, 0, added: true, Stop);
        Assert.Single(await Pipe.TakeAllAsync(storage.FinishedExports));

        await check.AfterVerdictAsync(Id, 0, added: false, Stop);
        Assert.Single(await Pipe.TakeAllAsync(storage.FinishedExports));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    public async Task A_row_that_comes_again_after_the_finish_tells_it_where_rows_had_failed(int failed, int notices)
    {
        var (storage, check) = await StartedAsync(1);
        await AddAsync(storage, 0);
        var exports = new ExportsTable(storage.ExportsTable);
        var row = (await exports.FindAsync(Id, Stop))!;
        await exports.TryReplaceAsync(row with { FinishedAt = row.StartedAt, Verdicts = new VerdictCounts(0, 0, 0, failed) }, Stop);

        await check.AfterVerdictAsync(Id, 0, added: false, Stop);

        Assert.Equal(notices, (await Pipe.TakeAllAsync(storage.FinishedExports)).Count);
    }

    [Fact]
    public async Task Of_two_rows_that_see_a_shard_full_the_one_that_did_not_record_it_tells_nothing()
    {
        var (storage, check) = await StartedAsync(2);
        await AddAsync(storage, 0);
        await AddAsync(storage, 1);
        await new ExportsTable(storage.ExportsTable).TryAddShardAsync(Id, 0, 1, Stop);

        await check.AfterVerdictAsync(Id, 0, added: true, Stop);
        Assert.Empty(await Pipe.TakeAllAsync(storage.FinishedExports));

        await check.AfterVerdictAsync(Id, 0, added: false, Stop);
        Assert.Single(await Pipe.TakeAllAsync(storage.FinishedExports));
    }

    [Fact]
    public async Task A_notice_that_was_lost_is_told_again_though_it_was_marked()
    {
        var (storage, check) = await StartedAsync(91);
        await new ExportsTable(storage.ExportsTable).MarkNoticeSentAsync(Id, Stop);

        await check.TellAgainAsync(Id, 91, Stop);

        Assert.Single(await Pipe.TakeAllAsync(storage.FinishedExports));
        Assert.Equal(2, await new ExportsTable(storage.ExportsTable).CountShardsAsync(Id, Stop));
    }

    [Fact]
    public async Task The_number_of_rows_is_asked_for_until_it_is_known_and_then_no_more()
    {
        var (storage, check) = await StartedAsync(null);
        await AddAsync(storage, 0);
        await check.AfterVerdictAsync(Id, 0, added: true, Stop);
        await KnowAsync(storage, 2);
        await check.AfterVerdictAsync(Id, 0, added: true, Stop);
        await AddExportAsync(storage, Other, 2);
        await check.AfterVerdictAsync(Other, 0, added: true, Stop);
        await storage.ExportsTable.DeleteEntityAsync(Id.Value, ExportRow.Key, cancellationToken: Stop);

        await AddAsync(storage, 1);
        await check.AfterVerdictAsync(Id, 1, added: true, Stop);

        Assert.Single(await Pipe.TakeAllAsync(storage.FinishedExports));
    }

    [Fact]
    public async Task That_all_rows_ended_is_logged_and_a_row_that_failed_is_once()
    {
        var (storage, _) = await StartedAsync(1);
        var said = new Said();
        var failing = new RowFailing(new VerdictsTable(storage.LabelRowsTable), CheckOf(storage, said), said);

        Assert.True(await failing.FailAsync(Message(0), "It broke.", Stop));
        Assert.Equal([nameof(PipelineLog.RowFailed), nameof(PipelineLog.ExportComplete)], said.Names);

        Assert.False(await failing.FailAsync(Message(0), "It broke again.", Stop));
        Assert.Single(said.Names, nameof(PipelineLog.RowFailed));
    }

    private async Task<(PipelineStorage Storage, CompletionCheck Check)> StartedAsync(int? rows)
    {
        _account = await MemoryStorage.CreateAsync();
        var storage = _account.Connect();
        await AddExportAsync(storage, Id, rows);
        return (storage, CheckOf(storage));
    }

    private static CompletionCheck CheckOf(PipelineStorage storage, ILogger? logger = null) => new(
        new ExportsTable(storage.ExportsTable), new VerdictsTable(storage.LabelRowsTable), storage.FinishedExports, logger ?? NullLogger.Instance);

    private static Task<ExportRow> AddExportAsync(PipelineStorage storage, ExportId id, int? rows) => new ExportsTable(storage.ExportsTable).AddOrFindAsync(
        new ExportRow { Id = id, Blob = "a.zip", BlobETag = "1", Formats = "coco", StartedAt = new FixedTime().GetUtcNow(), Rows = rows }, Stop);

    private static async Task KnowAsync(PipelineStorage storage, int rows)
    {
        var exports = new ExportsTable(storage.ExportsTable);
        await exports.TryReplaceAsync((await exports.FindAsync(Id, Stop))! with { Rows = rows }, Stop);
    }

    private static Task<bool> AddAsync(PipelineStorage storage, int ordinal) => new VerdictsTable(storage.LabelRowsTable).WriteAsync(
        VerdictRow.Begin(Message(ordinal), Verdict.Done), Stop);

    private static RowMessage Message(int ordinal) => new(Id.Value, ordinal, 0, "a.json", ordinal, 0, 1);
}
