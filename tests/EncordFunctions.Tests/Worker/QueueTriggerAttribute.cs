namespace Microsoft.Azure.Functions.Worker;

/// <summary>Stands in for the queue extension's attribute: what the triggers use of it, under its name.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class QueueTriggerAttribute(string queueName) : Attribute
{
    public string QueueName => queueName;

    public string? Connection { get; set; }
}
