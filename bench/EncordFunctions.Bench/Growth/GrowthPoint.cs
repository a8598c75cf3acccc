namespace EncordFunctions.Bench.Growth;

/// <summary>What one process told of one input.</summary>
/// <param name="Series">What kind of input it was.</param>
/// <param name="Name">Which of the kind.</param>
/// <param name="JsonBytes">How much JSON it had.</param>
/// <param name="Outcome">What it took.</param>
internal sealed record GrowthPoint(string Series, string Name, long JsonBytes, GrowthOutcome Outcome)
{
    /// <summary>Microseconds of CPU for an annotation.</summary>
    public double CpuMicroseconds => Outcome.Cpu / Outcome.Annotations * 1e6;

    /// <summary>Microseconds on the clock for an annotation.</summary>
    public double ClockMicroseconds => Outcome.Clock / Outcome.Annotations * 1e6;
}
