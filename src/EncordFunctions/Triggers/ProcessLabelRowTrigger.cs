using EncordFunctions.Pipeline;
using Microsoft.Azure.Functions.Worker;

namespace EncordFunctions.Triggers;

public sealed class ProcessLabelRowTrigger(ProcessLabelRow step)
{
    [Function(nameof(ProcessLabelRow))]
    public Task RunAsync([QueueTrigger(StorageNames.LabelRows)] BinaryData message, CancellationToken cancellationToken) =>
        step.RunAsync(message, cancellationToken);
}
