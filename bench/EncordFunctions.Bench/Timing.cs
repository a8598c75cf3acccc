namespace EncordFunctions.Bench;

/// <summary>The fastest of several rounds, in time on the clock and of the processor: what others do on the machine only ever adds.</summary>
/// <param name="Cpu">Seconds of CPU, those of the garbage collector among them.</param>
/// <param name="Wall">Seconds on the clock.</param>
internal sealed record Timing(double Cpu, double Wall)
{
    /// <summary>No round is shorter, so that neither clock is read too often.</summary>
    private const double ShortestRound = 0.25;

    /// <summary>Measures the works by turns, so that a busy minute of the machine meets all of them.</summary>
    public static async Task<Timing[]> OfAsync(int rounds, params IReadOnlyList<Func<Task<long>>> works)
    {
        var best = new Timing[works.Count];
        Array.Fill(best, new Timing(double.MaxValue, double.MaxValue));
        for (var round = -1; round < rounds; round++)
        {
            for (var i = 0; i < works.Count; i++)
            {
                var next = await OnceAsync(works[i]);
                // The first round is for the compiler.
                if (round >= 0) best[i] = new Timing(Math.Min(best[i].Cpu, next.Cpu), Math.Min(best[i].Wall, next.Wall));
            }
        }
        return best;
    }

    private static async Task<Timing> OnceAsync(Func<Task<long>> work)
    {
        var time = TimeProvider.System;
        GC.Collect();
        var (cpu, start, times) = (Environment.CpuUsage.TotalTime, time.GetTimestamp(), 0);
        do
        {
            await work();
            times++;
        }
        while (time.GetElapsedTime(start).TotalSeconds < ShortestRound);
        return new Timing((Environment.CpuUsage.TotalTime - cpu).TotalSeconds / times, time.GetElapsedTime(start).TotalSeconds / times);
    }
}
