namespace EncordFunctions.Pipeline.Telemetry;

/// <summary>What a host listens to.</summary>
public static class PipelineTelemetry
{
    /// <summary>Name of the pipeline's activity source and of its meter.</summary>
    public const string Name = "EncordFunctions";
}
