namespace Microsoft.Azure.Functions.Worker;

/// <summary>Stands in for the HTTP extension's attribute: what the triggers use of it, under its name.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class HttpTriggerAttribute(AuthorizationLevel authLevel, params string[] methods) : Attribute
{
    public AuthorizationLevel AuthLevel => authLevel;

    public string[] Methods => methods;

    public string? Route { get; set; }
}
