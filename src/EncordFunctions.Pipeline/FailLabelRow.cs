using Microsoft.Extensions.Logging;

namespace EncordFunctions.Pipeline;

/// <summary>Records that a row's tries are used up, so that its export can finish and the row can be retried.</summary>
public sealed class FailLabelRow(PipelineStorage storage, ILogger<FailLabelRow> logger)
{
    /// <summary>Takes a message of the label-rows-poison queue.</summary>
    public Task RunAsync(BinaryData message, CancellationToken cancellationToken) => throw new NotImplementedException($"{storage}{logger}");
}
