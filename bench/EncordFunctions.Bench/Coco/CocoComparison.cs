using System.Diagnostics;
using EncordFunctions.Formats;

namespace EncordFunctions.Bench.Coco;

/// <summary>Prints how many annotations a second are written to fragments and joined to one COCO file, and the memory it takes, for more and more rows.</summary>
internal static class CocoComparison
{
    public static async Task RunAsync(int rounds, IReadOnlyList<string> variants)
    {
        using var folder = new DiskFolder();
        var work = new CocoWork(CocoJson.Of(variants), folder);
        await work.ReadAsync();
        await work.WriteAsync(1_000);
        await work.JoinAsync();
        foreach (var rows in new[] { 1_000, 4_000, 16_000 })
        {
            var annotations = 0L;
            var (writing, joining) = (double.MaxValue, double.MaxValue);
            for (var round = 0; round < rounds; round++)
            {
                writing = Math.Min(writing, await CpuOfAsync(async () => annotations = await work.WriteAsync(rows)));
                joining = Math.Min(joining, await CpuOfAsync(work.JoinAsync));
            }
            using var process = Process.GetCurrentProcess();
            Console.WriteLine(
                $"  {rows,6:N0} rows {annotations,8:N0} annotations   written {annotations / writing,9:N0}/s   joined {annotations / joining,9:N0}/s   "
                + $"both {annotations / (writing + joining),9:N0}/s of CPU   coco.json {new FileInfo(folder.PathOf("coco.json")).Length / 1e6,6:N0} MB   "
                + $"most memory so far {process.PeakWorkingSet64 / 1e6,4:N0} MB");
        }
    }

    private static async Task<double> CpuOfAsync(Func<Task<long>> work)
    {
        GC.Collect();
        var before = Environment.CpuUsage.TotalTime;
        await work();
        return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }
}
