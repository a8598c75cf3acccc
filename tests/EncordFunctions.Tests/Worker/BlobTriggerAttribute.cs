namespace Microsoft.Azure.Functions.Worker;

/// <summary>Stands in for the blob extension's attribute: what the triggers use of it, under its name.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class BlobTriggerAttribute(string blobPath) : Attribute
{
    public string BlobPath => blobPath;

    public string? Connection { get; set; }

    public BlobTriggerSource Source { get; set; }
}
