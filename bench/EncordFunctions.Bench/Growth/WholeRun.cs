using EncordFunctions.Bench.WholePipeline;
using EncordFunctions.Formats;
using EncordFunctions.Local.Hosting;

namespace EncordFunctions.Bench.Growth;

/// <summary>An export through the whole local pipeline, on a storage of another process.</summary>
internal static class WholeRun
{
    public static async Task<long> RunAsync(string upload, string connectionString)
    {
        await using var host = new LocalHost(connectionString, DerivativeList.Default, QueueSettings.Load(), new Silent(), TimeProvider.System);
        await host.Storage.CreateAsync(default);
        var blob = host.Storage.Exports.GetBlobClient(Path.GetFileName(upload));
        await blob.UploadAsync(upload);
        return (await host.RunUntilFinishedAsync([blob], default))[0].Annotations;
    }
}
