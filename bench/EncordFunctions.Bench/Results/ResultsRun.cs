using EncordFunctions.Bench.Coco;
using EncordFunctions.Bench.Growth;
using EncordFunctions.Bench.Masks;
using EncordFunctions.Bench.Reading;
using EncordFunctions.Bench.Starting;
using EncordFunctions.Bench.Vendor;
using EncordFunctions.Bench.WholePipeline;
using EncordFunctions.Bench.Zips;

namespace EncordFunctions.Bench.Results;

/// <summary>Runs every comparison and writes bench/RESULTS.md.</summary>
internal static class ResultsRun
{
    public static async Task RunAsync()
    {
        var (all, machine) = (new List<Comparison>(), await Machine.DescribeAsync());
        try
        {
            await foreach (var comparison in MeasureAsync())
            {
                comparison.Print();
                all.Add(comparison);
            }
        }
        finally
        {
            // A quarter of an hour's figures are worth keeping, also where the last of them could not be had.
            await File.WriteAllTextAsync(Path.Combine(Repository.Root, "bench", "RESULTS.md"), ResultsPage.Write(machine, all));
        }
    }

    private static async IAsyncEnumerable<Comparison> MeasureAsync()
    {
        await foreach (var reading in ReadingComparison.RunAsync(rounds: 5)) yield return reading;
        yield return await MaskComparison.RunAsync(rounds: 5);
        yield return await CocoComparison.RunAsync(rounds: 3, variants: []);
        await foreach (var zip in ZipComparison.RunAsync(rounds: 5)) yield return zip;
        await foreach (var sdk in SdkComparison.RunAsync(rounds: 3)) yield return sdk;
        yield return await PipelineComparison.RunAsync(rows: 300, objectsPerRow: 50, rounds: 3);
        yield return await StartComparison.RunAsync(rounds: 7);
        yield return await GrowthReport.RunAsync(scale: 1);
    }
}
