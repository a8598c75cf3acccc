using Azure;
using Azure.Storage.Blobs.Models;
using EncordFunctions.Pipeline.Completion;
using EncordFunctions.Pipeline.Storage;
using EncordFunctions.Pipeline.Tables;
using EncordFunctions.Pipeline.Unpacking;
using Microsoft.Extensions.Logging;

namespace EncordFunctions.Pipeline.Sweeping;

/// <summary>
/// Looks after an export that is open. One that has ended is taken out; one of which nothing was heard for an hour goes on from where it
/// stands, at most once an hour. It is told from one that only waits by the oldest message of the queue: what that one came before still waits.
/// </summary>
internal sealed class StalledExports
{
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    // A step has ten minutes: what a sweep sent, it sent within them.
    private static readonly TimeSpan LongestStep = TimeSpan.FromMinutes(10);

    private readonly PipelineStorage _storage;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly ExportsTable _exports;
    private readonly OpenExports _open;
    private readonly VerdictsTable _verdicts;
    private readonly ExportReopening _reopening;
    private readonly UploadEnding _ending;
    private readonly MissingRows _missing;

    public StalledExports(PipelineStorage storage, ExportsTable exports, OpenExports open, TimeProvider time, ILogger logger)
    {
        (_storage, _exports, _open, _time, _logger) = (storage, exports, open, time, logger);
        _verdicts = new VerdictsTable(storage.LabelRowsTable);
        _reopening = new ExportReopening(storage, exports, open, time);
        _ending = new UploadEnding(storage, exports, new UnpackRecording(exports, new ArchiveIssuesTable(storage.IssuesTable), open, time, logger));
        var completion = new CompletionCheck(exports, _verdicts, storage.FinishedExports, logger);
        _missing = new MissingRows(storage, exports, _verdicts, completion, new RowFailing(_verdicts, completion, logger));
    }

    /// <param name="entry">The export.</param>
    /// <param name="oldest">When the oldest message of the label-rows queue was sent; null where there is none.</param>
    /// <param name="cancellationToken">Ends the run; the next sweep goes on.</param>
    public async Task<SweepOutcome> LookAfterAsync(OpenExport entry, DateTimeOffset? oldest, CancellationToken cancellationToken)
    {
        var row = await _exports.FindAsync(entry.Id, cancellationToken);
        if (row is { IsEnded: true } && entry.Reopens != row.ETag.ToString())
        {
            await _open.CloseAsync(entry, row, cancellationToken);
            return SweepOutcome.Closed;
        }
        var now = _time.GetUtcNow();
        if (!await IsStalledAsync(entry, row, oldest, now, cancellationToken)) return SweepOutcome.Left;
        if (row is null && !await IsThereAsync(entry, cancellationToken))
        {
            _logger.UploadGone(entry.Id, entry.Blob);
            await _open.RemoveAsync(entry, cancellationToken);
            return SweepOutcome.Closed;
        }
        if (!await _open.TryClaimAsync(entry, now, cancellationToken)) return SweepOutcome.Left;

        var rows = await TakeUpAsync(entry, row, cancellationToken);
        _logger.ExportTakenUp(entry.Id, rows);
        return SweepOutcome.TakenUp;
    }

    /// <returns>How many label rows are to be processed anew.</returns>
    private async Task<int> TakeUpAsync(OpenExport entry, ExportRow? row, CancellationToken cancellationToken)
    {
        if (row is { IsEnded: true })
        {
            // Whoever put it back broke off.
            row = await _reopening.ReopenAsync(row, cancellationToken);
            await _reopening.StartAsync(row, cancellationToken);
            return 0;
        }
        if (row is { Rows: null } && !await IsThereAsync(entry, cancellationToken))
        {
            _logger.UploadGone(row.Id, row.Blob);
            row = await _ending.EndAsync(row, cancellationToken);
        }
        if (row is { Rows: not null }) return await _missing.ResumeAsync(row, cancellationToken);

        await _storage.FoundUploads.SendUploadAsync(entry.Blob, cancellationToken);
        return 0;
    }

    private async Task<bool> IsStalledAsync(
        OpenExport entry, ExportRow? row, DateTimeOffset? oldest, DateTimeOffset now, CancellationToken cancellationToken)
    {
        DateTimeOffset?[] heard = [entry.Since, entry.SweptAt, row?.UnpackedAt];
        if (now - heard.Max() < Patience) return false;
        if (row is null) return true;
        DateTimeOffset?[] sent = [row.UnpackedAt, entry.SweptAt + LongestStep];
        if (row.Rows is not null && oldest <= sent.Max()) return false;
        return !await _verdicts.AnySinceAsync(row.Id, now - Patience, cancellationToken);
    }

    /// <returns>Whether the upload is what it was.</returns>
    private async Task<bool> IsThereAsync(OpenExport entry, CancellationToken cancellationToken)
    {
        try
        {
            BlobProperties upload = await _storage.Exports.GetBlobClient(entry.Blob).GetPropertiesAsync(cancellationToken: cancellationToken);
            return upload.ETag.ToString().Trim('"') == entry.BlobETag;
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            return false;
        }
    }
}
