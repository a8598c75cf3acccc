using Azure.Storage.Blobs;
using EncordFunctions.Pipeline;
using Microsoft.Azure.Functions.Worker;

namespace EncordFunctions.Triggers;

public sealed class UnpackExportTrigger(UnpackExport step)
{
#if DEBUG
    // A host on a developer's machine has no Event Grid.
    private const BlobTriggerSource Source = BlobTriggerSource.LogsAndContainerScan;
#else
    // The only source that Flex Consumption has.
    private const BlobTriggerSource Source = BlobTriggerSource.EventGrid;
#endif

    [Function(nameof(UnpackExport))]
    public Task RunAsync([BlobTrigger(StorageNames.Exports + "/{name}", Source = Source)] BlobClient upload, CancellationToken cancellationToken) =>
        step.RunAsync(upload, cancellationToken);
}
