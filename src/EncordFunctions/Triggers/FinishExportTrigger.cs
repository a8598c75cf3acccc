using EncordFunctions.Pipeline;
using Microsoft.Azure.Functions.Worker;

namespace EncordFunctions.Triggers;

public sealed class FinishExportTrigger(FinishExport step)
{
    [Function(nameof(FinishExport))]
    public Task RunAsync([QueueTrigger(StorageNames.FinishedExports)] BinaryData message, CancellationToken cancellationToken) =>
        step.RunAsync(message, cancellationToken);
}
