using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace EncordFunctions.Bench.Masks;

/// <summary>The mask kernels one by one, by BenchmarkDotNet.</summary>
internal static class Kernels
{
    public static void Run(string[] options)
    {
        // In this process: building a project for each benchmark would take longer than to run them.
        var config = DefaultConfig.Instance
            .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
            .AddColumn(StatisticColumn.OperationsPerSecond);
        BenchmarkSwitcher.FromAssembly(typeof(Kernels).Assembly).Run(options.Length > 0 ? options : ["--filter", "*"], config);
    }
}
