using System.Text.Json;
using EncordFunctions.Bench.Coco;
using EncordFunctions.Bench.Growth;
using EncordFunctions.Bench.Masks;
using EncordFunctions.Bench.Reading;
using EncordFunctions.Bench.Results;
using EncordFunctions.Bench.Rows;
using EncordFunctions.Bench.Starting;
using EncordFunctions.Bench.Vendor;
using EncordFunctions.Bench.WholePipeline;
using EncordFunctions.Bench.Zips;
using EncordFunctions.Local.Sample;

switch (args)
{
    case ["reading", .. var rounds]:
        await foreach (var comparison in ReadingComparison.RunAsync(rounds: Number(rounds, 0, 7), only: rounds.Length > 1 ? rounds[1] : null)) comparison.Print();
        return 0;

    case ["masks", .. var rounds]:
        (await MaskComparison.RunAsync(rounds: Number(rounds, 0, 7))).Print();
        return 0;

    case ["coco", .. var options]:
        (await CocoComparison.RunAsync(rounds: Number(options, 0, 3), variants: options.Length > 1 ? options[1].Split(':') : [])).Print();
        return 0;

    case ["zip", .. var rounds]:
        await foreach (var comparison in ZipComparison.RunAsync(rounds: Number(rounds, 0, 7))) comparison.Print();
        return 0;

    case ["sdk", .. var rounds]:
        await foreach (var comparison in SdkComparison.RunAsync(rounds: Number(rounds, 0, 3))) comparison.Print();
        return 0;

    case ["results"]:
        await ResultsRun.RunAsync();
        return 0;

    case ["rows", .. var rounds]:
        await RowComparison.RunAsync(rounds: Number(rounds, 0, 7));
        return 0;

    case ["kernels", .. var options]:
        Kernels.Run(options);
        return 0;

    case ["pipeline", .. var sizes]:
        (await PipelineComparison.RunAsync(rows: Number(sizes, 0, 300), objectsPerRow: Number(sizes, 1, 50), rounds: Number(sizes, 2, 2))).Print();
        return 0;

    case ["start", .. var rounds]:
        (await StartComparison.RunAsync(rounds: Number(rounds, 0, 7))).Print();
        return 0;

    case ["growth", .. var scale]:
        await GrowthReport.RunAsync(scale: Number(scale, 0, 1));
        return 0;

    // The next three are what others start in a process of its own.
    case ["first-rows", var connectionString, var started, .. var more]:
        await FirstRows.RunAsync(connectionString, long.Parse(started, null), withMethods: more is ["methods"]);
        return 0;

    case ["convert", var upload]:
        using (var conversion = new Conversion()) Console.WriteLine(JsonSerializer.Serialize(await GrowthOutcome.OfAsync(() => conversion.RunAsync(upload))));
        return 0;

    case ["ingest", var upload, var connectionString]:
        Console.WriteLine(JsonSerializer.Serialize(await GrowthOutcome.OfAsync(() => WholeRun.RunAsync(upload, connectionString))));
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
            "Say what to measure: results, reading [rounds [input]], masks [rounds], coco [rounds [variants]], rows [rounds], zip [rounds], sdk [rounds], kernels [--filter NAME], "
            + "pipeline [rows [objects [rounds]]], start [rounds], growth [scale]; or what to write: export ROWS OBJECTS FILE, row FRAMES OBJECTS FILE. "
            + "bench/README.md says what each is.");
        return 2;
}

static int Number(string[] given, int index, int otherwise) => given.Length > index ? int.Parse(given[index], null) : otherwise;
