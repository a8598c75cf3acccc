using System.Diagnostics;

namespace EncordFunctions.Bench.Growth;

/// <summary>What a whole process took.</summary>
/// <param name="Annotations">How many annotations it wrote.</param>
/// <param name="Clock">Seconds of its work on the clock.</param>
/// <param name="Cpu">Seconds of CPU of its work.</param>
/// <param name="PeakBytes">The most memory it had in use at any time, its code and the runtime with it.</param>
internal sealed record GrowthOutcome(long Annotations, double Clock, double Cpu, long PeakBytes)
{
    /// <summary>Measures this process while it works.</summary>
    public static async Task<GrowthOutcome> OfAsync(Func<Task<long>> work)
    {
        var (cpu, start) = (Environment.CpuUsage.TotalTime, TimeProvider.System.GetTimestamp());
        var annotations = await work();
        using var process = Process.GetCurrentProcess();
        return new GrowthOutcome(
            annotations,
            TimeProvider.System.GetElapsedTime(start).TotalSeconds,
            (Environment.CpuUsage.TotalTime - cpu).TotalSeconds,
            process.PeakWorkingSet64);
    }
}
