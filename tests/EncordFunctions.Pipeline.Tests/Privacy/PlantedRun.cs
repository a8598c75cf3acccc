using System.Text;
using EncordFunctions.Local.Azurite;
using EncordFunctions.Local.Sample;
using EncordFunctions.Pipeline.Tests.Running;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EncordFunctions.Pipeline.Tests.Privacy;

/// <summary>The whole pipeline over marked exports, in an Azurite of its own, with all derivatives; and what it wrote and told.</summary>
/// <param name="Markers">What was planted.</param>
/// <param name="Written">What was written.</param>
/// <param name="Overheard">What was told: logs, activities, metrics, and the messages of the queues.</param>
internal sealed record PlantedRun(Markers Markers, Written Written, string Overheard)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Where markers of a kind were found, and where they had been planted.</summary>
    public (string What, string Field)[] Found(char kind) =>
        [.. Written.All.SelectMany(one => Markers.In(one.Text).Where(found => found.Kind == kind).Select(found => (one.What, found.Field))).Distinct()];

    public static async Task<PlantedRun> OfAsync(Dictionary<string, string?> settings, params BuiltExport[] samples)
    {
        await using var azurite = await AzuriteServer.StartAsync(new AzuriteOptions(), TimeProvider.System, Stop);
        using var overheard = new Overheard();
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("AzureWebJobsStorage", azurite.ConnectionString), new("Derivatives", "all"), .. settings])
            .Build();
        await using var services = new ServiceCollection().AddSingleton<ILoggerFactory>(overheard).AddEncordPipeline(configuration).BuildServiceProvider();
        var storage = services.GetRequiredService<PipelineStorage>();
        await storage.CreateAsync(Stop);
        var (markers, messages) = (new Markers(), new StringBuilder());
        foreach (var sample in samples)
        {
            var upload = storage.Exports.GetBlobClient(sample.Name);
            await upload.UploadAsync(new BinaryData(PlantedExport.Of(sample, markers)), Stop);
            await services.GetRequiredService<UnpackExport>().RunAsync(upload, Stop);
            foreach (var message in await Pipe.TakeAllAsync(storage.LabelRows))
                await services.GetRequiredService<ProcessLabelRow>().RunAsync(Seen(message), Stop);
            await services.GetRequiredService<FinishExport>().RunAsync(Seen(Assert.Single(await Pipe.TakeAllAsync(storage.FinishedExports))), Stop);
        }
        await services.GetRequiredService<FailLabelRow>().RunAsync(new BinaryData($"{{\"{markers.Email("poison")}\": \"{markers.Url("poison")}\"}}"), Stop);
        Assert.NotEqual((0, 0), (overheard.Logged, overheard.Activities));
        return new PlantedRun(markers, await Written.InAsync(azurite.ConnectionString), $"{overheard.All}\n{messages}");

        BinaryData Seen(BinaryData message)
        {
            messages.Append(message);
            return message;
        }
    }
}
