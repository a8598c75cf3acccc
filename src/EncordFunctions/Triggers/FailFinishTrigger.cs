using EncordFunctions.Pipeline;
using Microsoft.Azure.Functions.Worker;

namespace EncordFunctions.Triggers;

public sealed class FailFinishTrigger(FailFinish step)
{
    [Function(nameof(FailFinish))]
    public Task RunAsync([QueueTrigger(StorageNames.FinishedExportsPoison)] BinaryData message, CancellationToken cancellationToken) =>
        step.RunAsync(message, cancellationToken);
}
