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
    private readonly VerdictsTable _verdicts;

    /// <summary>Works on <paramref name="storage"/>.</summary>
    public RetryFailedRows(PipelineStorage storage, ILogger<RetryFailedRows> logger)
    {
        _storage = storage;
        _logger = logger;
        _verdicts = new VerdictsTable(storage.LabelRowsTable);
    }

    /// <summary>Sends a message for each row whose verdict is <see cref="Verdict.Failed"/>.</summary>
    /// <returns>How many were sent; 0 also where the export is not known.</returns>
    public async Task<int> RunAsync(ExportId export, CancellationToken cancellationToken)
    {
        var sent = 0;
        await foreach (var row in _verdicts.ReadFailedAsync(export, cancellationToken))
        {
            await _storage.LabelRows.SendPointerAsync(row.Pointer(export).ToMessage(), cancellationToken);
            sent++;
        }
        _logger.RowsRetried(export, sent);
        return sent;
    }
}
