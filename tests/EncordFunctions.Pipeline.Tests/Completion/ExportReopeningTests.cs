using EncordFunctions.Pipeline.Completion;
using EncordFunctions.Pipeline.Messages;
using EncordFunctions.Pipeline.Tables;
using EncordFunctions.Pipeline.Tests.Running;
using EncordFunctions.Pipeline.Tests.Running.Memory;
using Microsoft.Extensions.Logging.Abstractions;

namespace EncordFunctions.Pipeline.Tests.Completion;

/// <summary>Exports that are put back to work, and rows that are given up.</summary>
public sealed class ExportReopeningTests
{
    private static readonly ExportId Id = ExportId.Of("exports", "a.zip", "1");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, ExportStatus.Unpacking)]
    [InlineData(3, ExportStatus.Processing)]
    public async Task A_failed_export_goes_on_with_the_step_it_waits_for(int? rows, ExportStatus status)
    {
        var storage = (await MemoryStorage.CreateAsync()).Connect();
        var (exports, open) = (new ExportsTable(storage.ExportsTable), new OpenExports(storage.ExportsTable));
        var failed = await exports.AddOrFindAsync(Summary(rows, ExportStatus.Failed) with { Reason = "Its tries were used up." }, Stop);
        var reopening = new ExportReopening(storage, exports, open, new FixedTime());

        var row = await reopening.ReopenAsync(failed, Stop);
        await reopening.StartAsync(row, Stop);

        Assert.Equal((status, null), (row.Status, row.Reason));
        Assert.Equal(row, await exports.FindAsync(Id, Stop));
        Assert.Equal(failed.ETag.ToString(), (await open.FindAsync(Id, Stop))!.Reopens);
        var (found, finished) = (await Pipe.TakeAllAsync(storage.FoundUploads), await Pipe.TakeAllAsync(storage.FinishedExports));
        Assert.Equal(rows is null ? (1, 0) : (0, 1), (found.Count, finished.Count));
    }

    [Fact]
    public async Task An_export_that_is_on_its_way_is_left_alone()
    {
        var storage = (await MemoryStorage.CreateAsync()).Connect();
        var (exports, open) = (new ExportsTable(storage.ExportsTable), new OpenExports(storage.ExportsTable));
        var failed = await exports.AddOrFindAsync(Summary(3, ExportStatus.Failed), Stop);
        await exports.TryReplaceAsync(failed with { Status = ExportStatus.Done }, Stop);

        Assert.Equal(ExportStatus.Done, (await new ExportReopening(storage, exports, open, new FixedTime()).ReopenAsync(failed, Stop)).Status);
    }

    [Fact]
    public async Task A_row_that_is_given_up_says_why_and_counts_for_the_finish()
    {
        var storage = (await MemoryStorage.CreateAsync()).Connect();
        var (exports, verdicts) = (new ExportsTable(storage.ExportsTable), new VerdictsTable(storage.LabelRowsTable));
        await exports.AddOrFindAsync(Summary(1, ExportStatus.Processing), Stop);
        var failing = new RowFailing(verdicts, new CompletionCheck(exports, verdicts, storage.FinishedExports, NullLogger.Instance), NullLogger.Instance);
        var row = new RowMessage(Id.Value, 0, 0, "a.json", 0, 0, 1);

        Assert.True(await failing.FailAsync(row, "It took too long.", Stop));
        Assert.Equal("It took too long.", (await verdicts.FindAsync(Id, 0, Stop))!.Reason);
        Assert.False(await failing.FailAsync(row, "Another reason.", Stop));

        var verdict = await verdicts.FindAsync(Id, 0, Stop);
        Assert.Equal(Verdict.Failed, verdict!.Verdict);
        Assert.Equal(row, verdict.Pointer(Id));
        Assert.NotEmpty(await Pipe.TakeAllAsync(storage.FinishedExports));
    }

    private static ExportRow Summary(int? rows, ExportStatus status) => new()
    {
        Id = Id, Blob = "a.zip", BlobETag = "1", Formats = "coco", StartedAt = new FixedTime().GetUtcNow(), Rows = rows, Status = status,
    };
}
