namespace Microsoft.Azure.Functions.Worker;

/// <summary>Stands in for the blob extension's choice of sources.</summary>
public enum BlobTriggerSource
{
    LogsAndContainerScan,
    EventGrid,
}
