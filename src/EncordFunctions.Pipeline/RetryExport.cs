using EncordFunctions.Pipeline.Storage;
using EncordFunctions.Pipeline.Tables;
using Microsoft.Extensions.Logging;

namespace EncordFunctions.Pipeline;

/// <summary>
/// Puts the failed rows of an export back into the queue. Their Failed verdicts stay until real ones replace them, so a second run, or a
/// crash in the middle, sends some messages twice, which does no harm.
/// </summary>
public sealed class RetryFailedRows
{
    private readonly PipelineStorage _storage;
    private readonly ILogger _logger;
    private readonly ExportsTable _exports;
    private readonly VerdictsTable _verdicts;

    /// <summary>Works on <paramref name="storage"/>.</summary>
    public RetryFailedRows(PipelineStorage storage, ILogger<RetryFailedRows> logger)
    {
        _storage = storage;
        _logger = logger;
        _exports = new ExportsTable(storage.ExportsTable);
        _verdicts = new VerdictsTable(storage.LabelRowsTable);
    }

    /// <summary>Sends a message for each row whose verdict is <see cref="Verdict.Failed"/>.</summary>
    /// <returns>What was put back; null where the export is not known.</returns>
    public async Task<Retry?> RunAsync(ExportId export, CancellationToken cancellationToken)
    {
        if (await _exports.FindAsync(export, cancellationToken) is null) return null;
        var sent = 0;
        await foreach (var row in _verdicts.ReadFailedAsync(export, cancellationToken))
        {
            await _storage.LabelRows.SendPointerAsync(row.Pointer(export).ToMessage(), cancellationToken);
            sent++;
        }
        _logger.RowsRetried(export, sent);
        return new Retry(sent);
    }
}
