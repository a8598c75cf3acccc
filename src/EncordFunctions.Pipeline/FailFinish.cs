using EncordFunctions.Pipeline.Failing;
using EncordFunctions.Pipeline.Messages;
using EncordFunctions.Pipeline.Tables;
using EncordFunctions.Pipeline.Telemetry;
using Microsoft.Extensions.Logging;

namespace EncordFunctions.Pipeline;

/// <summary>
/// Records that the tries to finish an export are used up: it is <see cref="ExportStatus.Failed"/> with a reason, until it is retried. An
/// export that is finished stays as it is; where rows of it were retried since, its manifest is that of before. A second run does no harm.
/// </summary>
public sealed class FailFinish
{
    private readonly ILogger _logger;
    private readonly StepErrors _errors;
    private readonly ExportFailing _failing;

    /// <summary>Works on <paramref name="storage"/>.</summary>
    public FailFinish(PipelineStorage storage, ILogger<FailFinish> logger)
    {
        _logger = logger;
        var exports = new ExportsTable(storage.ExportsTable);
        _errors = new StepErrors(exports, logger);
        _failing = new ExportFailing(exports, new OpenExports(storage.ExportsTable), _errors);
    }

    /// <summary>Takes a message of the finished-exports-poison queue. One that points to nothing is logged and dropped.</summary>
    /// <returns>The export; null where there is none.</returns>
    public Task<ExportId?> RunAsync(BinaryData message, CancellationToken cancellationToken) =>
        StepRun.RunAsync(nameof(FailFinish), run => RunAsync(message, run, cancellationToken), cancellationToken);

    private async Task<ExportId?> RunAsync(BinaryData message, StepRun run, CancellationToken cancellationToken)
    {
        try
        {
            var export = FinishedMessage.Read(message);
            run.Of(export);
            if (await _failing.FailAsync(export, StepErrors.Finishing, cancellationToken) is not null)
            {
                _logger.FinishFailed(export, await _errors.ReasonAsync(export, StepErrors.Finishing, cancellationToken));
                return export;
            }
            _logger.PoisonDropped("The export is not known.", message);
        }
        catch (InvalidMessageException exception)
        {
            _logger.PoisonDropped(exception.Message, message);
        }
        return null;
    }
}
