using EncordFunctions.Formats;
using EncordFunctions.Local.Azurite;
using EncordFunctions.Local.Sample;
using EncordFunctions.Pipeline;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EncordFunctions.Bench.Starting;

/// <summary>
/// How long the program takes from its start to the first row it has processed, each time as a new process on a storage that is up: compiled at
/// run time, and ahead of time.
/// </summary>
internal static class StartComparison
{
    private const int RowsOfAStart = 2;
    private const int MostNamed = 8;
    private const string Upload = "start.zip";

    public static async Task<Comparison> RunAsync(int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("start-bench-");
        try
        {
            var lines = new List<ComparisonLine>();
            List<StartVariant> variants =
            [
                new("compiled at run time", AppContext.BaseDirectory),
                new("the same, not measuring for later (TieredPGO=0)", AppContext.BaseDirectory, ("DOTNET_TieredPGO", "0")),
            ];
            if (await Publishing.ReadyToRunAsync(Path.Combine(folder.FullName, "r2r")) is { } ready)
            {
                variants.Add(new("ReadyToRun", ready));
                variants.Add(new("ReadyToRun, TieredPGO=0", ready, ("DOTNET_TieredPGO", "0")));
            }
            else
            {
                lines.Add(ComparisonLine.Noted("ReadyToRun", "left out: it could not be published"));
            }

            await using var azurite = await AzuriteServer.StartAsync(new AzuriteOptions { Report = Console.WriteLine }, TimeProvider.System, default);
            await UnpackAsync(azurite.ConnectionString, rows: variants.Count * (rounds + 2) * RowsOfAStart);
            var all = variants.ToDictionary(static variant => variant, static _ => new List<StartFigures>());
            for (var round = -1; round < rounds; round++)
            {
                foreach (var variant in variants)
                {
                    var figures = await variant.RunAsync(azurite.ConnectionString, withMethods: false);
                    // The first round is for the disk.
                    if (round >= 0) all[variant].Add(figures);
                }
            }
            foreach (var variant in variants)
            {
                lines.Add(ComparisonLine.Noted(variant.Name, Describe(all[variant])));
                var methods = (await variant.RunAsync(azurite.ConnectionString, withMethods: true)).Methods.OrderByDescending(static of => of.Value);
                var named = string.Join(", ", methods.Take(MostNamed).Select(static of => $"{of.Key} {of.Value:N0}"));
                lines.Add(ComparisonLine.Noted($"{variant.Name}, whose methods were compiled at run time", named));
            }
            return new Comparison($"Start: from the start of the process to the first row's verdict, median of {rounds}", "", lines);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task UnpackAsync(string connectionString, int rows)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("AzureWebJobsStorage", connectionString)]).Build();
        await using var services = new ServiceCollection().AddSingleton(DerivativeList.Default).AddEncordPipeline(configuration).BuildServiceProvider();
        var storage = services.GetRequiredService<PipelineStorage>();
        await storage.CreateAsync(default);
        using var zip = new MemoryStream();
        // One more, so that no start is the one that sees the last verdict.
        await LoadExport.Create(rows + 1, objectsPerRow: 10, seed: 7).WriteZipAsync(zip, default);
        zip.Position = 0;
        var upload = storage.Exports.GetBlobClient(Upload);
        await upload.UploadAsync(zip);
        await services.GetRequiredService<UnpackExport>().RunAsync(upload, default);
    }

    private static string Describe(IReadOnlyList<StartFigures> all)
    {
        var (main, received, first) = (Of(static one => one.Main), Of(static one => one.Received), Of(static one => one.FirstRow));
        var second = Median(all.Select(static one => one.SecondRow.Clock - one.FirstRow.Clock));
        return $"first row after {first.Clock:N0} ms, {first.Cpu:N0} ms of CPU (main {main.Clock:N0}, first message {received.Clock:N0}); "
            + $"{first.Compiled:N0} methods compiled in {first.Compiling:N0} ms; second row {second:N0} ms";

        Moment Of(Func<StartFigures, Moment> which) => new(
            Median(all.Select(one => which(one).Clock)),
            Median(all.Select(one => which(one).Cpu)),
            Median(all.Select(one => which(one).Compiling)),
            (long)Median(all.Select(one => (double)which(one).Compiled)));
    }

    private static double Median(IEnumerable<double> values) => values.Order().ToArray() is var sorted ? sorted[sorted.Length / 2] : 0;
}
