using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using EncordFunctions.Bench.Coco;
using EncordFunctions.Bench.Masks;
using EncordFunctions.Bench.Reading;
using EncordFunctions.Bench.Rows;
using EncordFunctions.Bench.WholePipeline;
using EncordFunctions.Local.Sample;

switch (args)
{
    case ["reading", .. var rounds]:
        await ReadingComparison.RunAsync(rounds: Number(rounds, 0, 7), only: rounds.Length > 1 ? rounds[1] : null);
        return 0;

    case ["masks", .. var rounds]:
        await MaskComparison.RunAsync(rounds: Number(rounds, 0, 7));
        return 0;

    case ["coco", .. var options]:
        await CocoComparison.RunAsync(rounds: Number(options, 0, 3), variants: options.Length > 1 ? options[1].Split(':') : []);
        return 0;

    case ["rows", .. var rounds]:
        await RowComparison.RunAsync(rounds: Number(rounds, 0, 7));
        return 0;

    case ["kernels", .. var options]:
        // In this process: building a project for each benchmark would take longer than to run them.
        var config = DefaultConfig.Instance
            .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
            .AddColumn(StatisticColumn.OperationsPerSecond);
        BenchmarkSwitcher.FromAssembly(typeof(PipelineComparison).Assembly).Run(options.Length > 0 ? options : ["--filter", "*"], config);
        return 0;

    case ["pipeline", .. var sizes]:
        await PipelineComparison.RunAsync(rows: Number(sizes, 0, 1_000), objectsPerRow: Number(sizes, 1, 50));
        return 0;

    case ["row", var frames, var objects, var path]:
        await using (var file = File.Create(path))
        {
            var totals = await HugeRow.Create(int.Parse(frames, null), int.Parse(objects, null)).WriteAsync(file, default);
            Console.WriteLine($"{path}: one row, {totals.JsonBytes / 1e6:N1} MB, {totals.Annotations.Values.Sum():N0} annotations");
        }
        return 0;

    case ["export", var rows, var objects, var path]:
        await using (var file = File.Create(path))
        {
            var totals = await LoadExport.Create(int.Parse(rows, null), int.Parse(objects, null), seed: 7).WriteZipAsync(file, default);
            Console.WriteLine($"{path}: {totals.Rows:N0} rows, {totals.JsonBytes / 1e6:N1} MB of JSON, {totals.Annotations.Values.Sum():N0} annotations");
        }
        return 0;

    default:
        Console.Error.WriteLine(
            "Say what to measure: reading [rounds [input]], masks [rounds], coco [rounds [variants]], rows [rounds], kernels [--filter NAME], pipeline [rows [objects]]; or what to write: "
            + "export ROWS OBJECTS FILE, row FRAMES OBJECTS FILE. bench/README.md says what each is.");
        return 2;
}

static int Number(string[] given, int index, int otherwise) => given.Length > index ? int.Parse(given[index], null) : otherwise;
