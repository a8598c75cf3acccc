namespace Microsoft.Azure.Functions.Worker;

/// <summary>Stands in for the timer extension's attribute: what the triggers use of it, under its name.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class TimerTriggerAttribute(string schedule) : Attribute
{
    public string Schedule => schedule;
}
