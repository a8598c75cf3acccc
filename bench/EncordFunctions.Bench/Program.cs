using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using EncordFunctions.Bench.WholePipeline;

if (args is ["pipeline", .. var sizes])
{
    await PipelineComparison.RunAsync(
        rows: sizes.Length > 0 ? int.Parse(sizes[0], null) : 1_000,
        objectsPerRow: sizes.Length > 1 ? int.Parse(sizes[1], null) : 50);
    return;
}

// In this process: building a project for each benchmark would take longer than to run them.
var config = DefaultConfig.Instance
    .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
    .AddColumn(StatisticColumn.OperationsPerSecond);
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, config);
