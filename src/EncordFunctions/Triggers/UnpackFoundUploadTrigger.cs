using EncordFunctions.Pipeline;
using Microsoft.Azure.Functions.Worker;

namespace EncordFunctions.Triggers;

public sealed class UnpackFoundUploadTrigger(UnpackExport step)
{
    [Function("UnpackFoundUpload")]
    public Task RunAsync([QueueTrigger(StorageNames.FoundUploads)] BinaryData message, CancellationToken cancellationToken) =>
        step.RunAsync(message, cancellationToken);
}
