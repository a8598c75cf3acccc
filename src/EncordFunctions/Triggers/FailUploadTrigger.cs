using EncordFunctions.Pipeline;
using Microsoft.Azure.Functions.Worker;

namespace EncordFunctions.Triggers;

public sealed class FailUploadTrigger(FailUpload step)
{
    [Function(nameof(FailUpload))]
    public Task RunAsync([QueueTrigger(StorageNames.BlobTriggerPoison)] BinaryData message, CancellationToken cancellationToken) =>
        step.RunAsync(message, cancellationToken);
}
