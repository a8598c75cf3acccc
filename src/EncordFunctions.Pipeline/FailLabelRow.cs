using EncordFunctions.Pipeline.Completion;
using EncordFunctions.Pipeline.Failing;
using EncordFunctions.Pipeline.Messages;
using EncordFunctions.Pipeline.Tables;
using EncordFunctions.Pipeline.Telemetry;
using Microsoft.Extensions.Logging;

namespace EncordFunctions.Pipeline;

/// <summary>
/// Records that a row's tries are used up, so that its export can finish and the row can be retried. What it promises: a real verdict is
/// never overwritten, the row's pointer is kept (the runtime drops a poison message after a week), and why the last try ended is told as
/// far as it is known. A second run does no harm.
/// </summary>
public sealed class FailLabelRow
{
    private readonly ILogger _logger;
    private readonly StepErrors _errors;
    private readonly RowFailing _failing;

    /// <summary>Works on <paramref name="storage"/>.</summary>
    public FailLabelRow(PipelineStorage storage, ILogger<FailLabelRow> logger)
    {
        _logger = logger;
        var exports = new ExportsTable(storage.ExportsTable);
        _errors = new StepErrors(exports, logger);
        var verdicts = new VerdictsTable(storage.LabelRowsTable);
        _failing = new RowFailing(verdicts, new CompletionCheck(exports, verdicts, storage.FinishedExports, logger), logger);
    }

    /// <summary>Takes a message of the label-rows-poison queue. One that points to no row is logged and dropped: nothing can be done for it.</summary>
    public Task RunAsync(BinaryData message, CancellationToken cancellationToken) =>
        StepRun.RunAsync(nameof(FailLabelRow), run => RunAsync(message, run, cancellationToken), cancellationToken);

    private async Task RunAsync(BinaryData message, StepRun run, CancellationToken cancellationToken)
    {
        RowMessage row;
        try
        {
            row = RowMessage.Read(message);
        }
        catch (InvalidMessageException exception)
        {
            _logger.PoisonDropped(exception.Message, message);
            return;
        }

        run.Of(row.ExportId, row.Ordinal);
        var reason = await _errors.ReasonAsync(row.ExportId, StepErrors.Row(row.Ordinal), cancellationToken);
        if (await _failing.FailAsync(row, reason, cancellationToken)) run.Tag(Tags.Verdict, nameof(Verdict.Failed));
    }
}
