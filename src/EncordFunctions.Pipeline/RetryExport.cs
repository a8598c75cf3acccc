using EncordFunctions.Pipeline.Completion;
using EncordFunctions.Pipeline.Storage;
using EncordFunctions.Pipeline.Tables;
using Microsoft.Extensions.Logging;

namespace EncordFunctions.Pipeline;

/// <summary>
/// Puts back to work what failed of an export: its failed rows, and the export itself where it is <see cref="ExportStatus.Failed"/>. What it
/// promises: state first, message after, so that where it breaks off a second run or the sweep goes on. Failed verdicts stay until real ones
/// replace them, so a message that is sent twice does no harm.
/// </summary>
public sealed class RetryExport
{
    private readonly PipelineStorage _storage;
    private readonly ILogger _logger;
    private readonly ExportsTable _exports;
    private readonly VerdictsTable _verdicts;
    private readonly ExportReopening _reopening;

    /// <summary>Works on <paramref name="storage"/>, by the clock of <paramref name="time"/>.</summary>
    public RetryExport(PipelineStorage storage, TimeProvider time, ILogger<RetryExport> logger)
    {
        (_storage, _logger) = (storage, logger);
        _exports = new ExportsTable(storage.ExportsTable);
        _verdicts = new VerdictsTable(storage.LabelRowsTable);
        _reopening = new ExportReopening(storage, _exports, new OpenExports(storage.ExportsTable), time);
    }

    /// <summary>Sends a message for each row whose verdict is <see cref="Verdict.Failed"/>, and one for the export where that failed.</summary>
    /// <returns>What was put back; null where the export is not known.</returns>
    public async Task<Retry?> RunAsync(ExportId export, CancellationToken cancellationToken)
    {
        if (await _exports.FindAsync(export, cancellationToken) is not { } row) return null;
        var failed = row.Status == ExportStatus.Failed;
        if (failed) row = await _reopening.ReopenAsync(row, cancellationToken);
        var sent = 0;
        await foreach (var verdict in _verdicts.ReadFailedAsync(export, cancellationToken))
        {
            await _storage.LabelRows.SendPointerAsync(verdict.Pointer(export).ToMessage(), cancellationToken);
            sent++;
        }
        if (sent > 0) _logger.RowsRetried(export, sent);
        // Rows that were retried, but whose finish then failed: the manifest still counts them.
        var whole = failed || (sent == 0 && row is { IsEnded: true, Verdicts.Failed: > 0 });
        if (whole)
        {
            await _reopening.StartAsync(row, cancellationToken);
            _logger.ExportRetried(export);
        }
        return new Retry(sent, whole);
    }
}
