using EncordFunctions.Labels.Privacy;
using EncordFunctions.Pipeline.Completion;
using EncordFunctions.Pipeline.Messages;
using EncordFunctions.Pipeline.Storage;
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
    private const int MessageChars = 1_000;

    private readonly ILogger _logger;
    private readonly ExportsTable _exports;
    private readonly VerdictsTable _verdicts;
    private readonly CompletionCheck _completion;

    /// <summary>Works on <paramref name="storage"/>.</summary>
    public FailLabelRow(PipelineStorage storage, ILogger<FailLabelRow> logger)
    {
        _logger = logger;
        _exports = new ExportsTable(storage.ExportsTable);
        _verdicts = new VerdictsTable(storage.LabelRowsTable);
        _completion = new CompletionCheck(_exports, _verdicts, storage.FinishedExports, logger);
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
            _logger.PoisonDropped(Withheld.In(exception.Message), StorageLimits.Cut(Withheld.In(message.ToString()), MessageChars)!);
            return;
        }

        var export = row.ExportId;
        run.Of(export, row.Ordinal);
        var error = await _exports.FindErrorAsync(export, row.Ordinal, cancellationToken);
        var reason = error is null
            ? "All tries ended without a word: the process was ended from outside, by a time-out or for its memory."
            : $"All tries ended with an error; the last one: {error}";
        var verdict = VerdictRow.Begin(row, Verdict.Failed);
        verdict[nameof(VerdictRow.Reason)] = StorageLimits.Cut(reason);
        var added = await _verdicts.WriteAsync(verdict, cancellationToken);
        if (added)
        {
            run.Tag(Tags.Verdict, nameof(Verdict.Failed));
            _logger.RowFailed(export, row.Ordinal, reason);
        }
        await _completion.AfterVerdictAsync(export, row.Ordinal, added, cancellationToken);
    }
}
