using System.Runtime;

namespace EncordFunctions.Bench.Starting;

/// <summary>How far a process has come.</summary>
/// <param name="Clock">Milliseconds since it was started.</param>
/// <param name="Cpu">Milliseconds of CPU it has taken, on all threads.</param>
/// <param name="Compiling">Milliseconds of them that the compiler took at run time.</param>
/// <param name="Compiled">How many methods it compiled.</param>
internal sealed record Moment(double Clock, double Cpu, double Compiling, long Compiled)
{
    /// <summary>This process, now.</summary>
    /// <param name="started">When its parent started it, on the clock of <see cref="TimeProvider.GetTimestamp"/>, which all processes share.</param>
    public static Moment Now(long started) => new(
        TimeProvider.System.GetElapsedTime(started).TotalMilliseconds,
        Environment.CpuUsage.TotalTime.TotalMilliseconds,
        JitInfo.GetCompilationTime().TotalMilliseconds,
        JitInfo.GetCompiledMethodCount());
}
