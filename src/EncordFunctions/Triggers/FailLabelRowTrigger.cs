using EncordFunctions.Pipeline;
using Microsoft.Azure.Functions.Worker;

namespace EncordFunctions.Triggers;

public sealed class FailLabelRowTrigger(FailLabelRow step)
{
    [Function(nameof(FailLabelRow))]
    public Task RunAsync([QueueTrigger(StorageNames.LabelRowsPoison)] BinaryData message, CancellationToken cancellationToken) =>
        step.RunAsync(message, cancellationToken);
}
