using Microsoft.Extensions.Logging;

namespace EncordFunctions.Pipeline;

/// <summary>Reads one staged label row and writes its derivatives, its table rows and, last, its verdict.</summary>
public sealed class ProcessLabelRow(PipelineStorage storage, ILogger<ProcessLabelRow> logger)
{
    /// <summary>Processes the row that a message of the label-rows queue points to.</summary>
    public Task<RowOutcome> RunAsync(BinaryData message, CancellationToken cancellationToken) =>
        throw new NotImplementedException($"{storage}{logger}");
}
