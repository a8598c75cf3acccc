using EncordFunctions.Pipeline;
using Microsoft.Azure.Functions.Worker;

namespace EncordFunctions.Triggers;

public sealed class FailFoundUploadTrigger(FailFoundUpload step)
{
    [Function(nameof(FailFoundUpload))]
    public Task RunAsync([QueueTrigger(StorageNames.FoundUploadsPoison)] BinaryData message, CancellationToken cancellationToken) =>
        step.RunAsync(message, cancellationToken);
}
