using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using EncordFunctions.Bench.Reading;
using EncordFunctions.Bench.WholePipeline;
using EncordFunctions.Local.Sample;

if (args is ["pipeline", .. var sizes])
{
    await PipelineComparison.RunAsync(
        rows: sizes.Length > 0 ? int.Parse(sizes[0], null) : 1_000,
        objectsPerRow: sizes.Length > 1 ? int.Parse(sizes[1], null) : 50);
    return;
}

if (args is ["reading", .. var readings])
{
    await ReadingComparison.RunAsync(rounds: readings.Length > 0 ? int.Parse(readings[0], null) : 7);
    return;
}

if (args is ["row", var frames, var objects, var row])
{
    await using var file = File.Create(row);
    var totals = await HugeRow.Create(int.Parse(frames, null), int.Parse(objects, null)).WriteAsync(file, default);
    Console.WriteLine($"{row}: one row, {totals.JsonBytes / 1e6:N1} MB, {totals.Annotations.Values.Sum():N0} annotations");
    return;
}

if (args is ["export", var rows, var perRow, var export])
{
    await using var file = File.Create(export);
    var totals = await LoadExport.Create(int.Parse(rows, null), int.Parse(perRow, null), seed: 7).WriteZipAsync(file, default);
    Console.WriteLine($"{export}: {totals.Rows:N0} rows, {totals.JsonBytes / 1e6:N1} MB of JSON, {totals.Annotations.Values.Sum():N0} annotations");
    return;
}

// In this process: building a project for each benchmark would take longer than to run them.
var config = DefaultConfig.Instance
    .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
    .AddColumn(StatisticColumn.OperationsPerSecond);
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, config);
