using Azure.Data.Tables;
using EncordFunctions.Formats.Privacy;
using EncordFunctions.Pipeline.Completion;
using EncordFunctions.Pipeline.Failing;
using EncordFunctions.Pipeline.Messages;
using EncordFunctions.Pipeline.Rows;
using EncordFunctions.Pipeline.Tables;
using EncordFunctions.Pipeline.Telemetry;
using Microsoft.Extensions.Logging;

namespace EncordFunctions.Pipeline;

/// <summary>
/// Reads one staged label row and writes its derivatives, its table rows and, last, its verdict. What it promises:
/// <list type="bullet">
/// <item>It may run twice, late, or at the same time as itself. All it writes has a name made of the row's place and content made of the
/// row's bytes, so a second run writes the same again; once a verdict stands, it writes nothing: the first file of a row is created, not
/// overwritten, and where it is there already the verdict is looked for.</item>
/// <item>The verdict is the last thing written: where it stands, the row's derivatives and table rows stand.</item>
/// <item>A fault of the row's content is a verdict at once. Only a fault of the storage, or of this code, is thrown; the message is then
/// tried again, and what the try ended with is kept for whoever asks why the row failed.</item>
/// <item>Memory does not grow with the row. A row is held while it is small; a large one is downloaded twice and read as it comes.</item>
/// </list>
/// </summary>
public sealed class ProcessLabelRow
{
    private readonly PipelineStorage _storage;
    private readonly ILogger _logger;
    private readonly StepErrors _errors;
    private readonly VerdictsTable _verdicts;
    private readonly RowWriting _writing;
    private readonly CompletionCheck _completion;

    /// <summary>Works on <paramref name="storage"/>; what it writes has the private values that <paramref name="privacy"/> leaves.</summary>
    public ProcessLabelRow(PipelineStorage storage, PrivacyPolicy privacy, ILogger<ProcessLabelRow> logger)
    {
        _storage = storage;
        _logger = logger;
        var exports = new ExportsTable(storage.ExportsTable);
        _errors = new StepErrors(exports, logger);
        _verdicts = new VerdictsTable(storage.LabelRowsTable);
        _writing = new RowWriting(storage, _verdicts, privacy);
        _completion = new CompletionCheck(exports, _verdicts, storage.FinishedExports, logger);
    }

    /// <summary>Processes the row that a message of the label-rows queue points to.</summary>
    /// <returns>What became of the row, now or when it was processed before.</returns>
    /// <exception cref="FormatException">The message is not such a pointer.</exception>
    public Task<RowOutcome> RunAsync(BinaryData message, CancellationToken cancellationToken) =>
        StepRun.RunAsync(nameof(ProcessLabelRow), run => TryAsync(message, run, cancellationToken), cancellationToken);

    private async Task<RowOutcome> TryAsync(BinaryData message, StepRun run, CancellationToken cancellationToken)
    {
        var row = RowMessage.Read(message);
        run.Of(row.ExportId, row.Ordinal);
        try
        {
            var outcome = await RunAsync(row, run, cancellationToken);
            run.Tell(outcome);
            return outcome;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            _logger.RowTryEnded(exception, row.ExportId, row.Ordinal);
            await _errors.RecordAsync(row.ExportId, StepErrors.Row(row.Ordinal), exception, cancellationToken);
            throw;
        }
    }

    private async Task<RowOutcome> RunAsync(RowMessage row, StepRun run, CancellationToken cancellationToken)
    {
        var export = row.ExportId;
        TableEntity verdict;
        try
        {
            using var bytes = await StagedRow.FetchAsync(_storage.Staging, row, cancellationToken);
            verdict = await _writing.WriteAsync(row, bytes, cancellationToken);
        }
        catch (RowStandsException exception)
        {
            return await StandAsync(export, exception.Verdict, run, cancellationToken);
        }
        catch (StagedRowMissingException)
        {
            // A late message may find its staged bytes gone, which is no fault once the verdict stands.
            if (await _verdicts.FindAsync(export, row.Ordinal, cancellationToken) is { Verdict: not Verdict.Failed } standing)
                return await StandAsync(export, standing, run, cancellationToken);
            throw;
        }

        var added = await _verdicts.WriteAsync(verdict, cancellationToken);
        var outcome = new VerdictRow(verdict).Outcome(export);
        _logger.RowProcessed(export, row.Ordinal, outcome.Verdict, outcome.Annotations, outcome.Errors, outcome.Warnings);
        await _completion.AfterVerdictAsync(export, row.Ordinal, added, cancellationToken);
        return outcome;
    }

    private async Task<RowOutcome> StandAsync(ExportId export, VerdictRow standing, StepRun run, CancellationToken cancellationToken)
    {
        run.Tag(Tags.Repeated, true);
        _logger.RowProcessedBefore(export, standing.Ordinal, standing.Verdict);
        await _completion.AfterVerdictAsync(export, standing.Ordinal, added: false, cancellationToken);
        return standing.Outcome(export);
    }
}
