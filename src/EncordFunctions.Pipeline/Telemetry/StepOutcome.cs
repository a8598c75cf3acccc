namespace EncordFunctions.Pipeline.Telemetry;

/// <summary>How a run of a step ended, as metrics and spans say it.</summary>
internal static class StepOutcome
{
    public const string Ok = "ok";

    public const string Error = "error";

    /// <summary>The host asked it to end.</summary>
    public const string Cancelled = "cancelled";
}
