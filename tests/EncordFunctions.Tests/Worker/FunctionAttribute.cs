namespace Microsoft.Azure.Functions.Worker;

/// <summary>Stands in for the worker's attribute: what the triggers use of it, under its name.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FunctionAttribute(string name) : Attribute
{
    public string Name => name;
}
