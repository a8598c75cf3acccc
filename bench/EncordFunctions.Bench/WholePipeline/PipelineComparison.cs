using System.Diagnostics;
using EncordFunctions.Formats;
using EncordFunctions.Local.Azurite;
using EncordFunctions.Local.Hosting;
using EncordFunctions.Local.Sample;

namespace EncordFunctions.Bench.WholePipeline;

/// <summary>
/// Runs a synthetic export through the whole local pipeline, then makes the same storage calls again with no work between them, against
/// another emulator that is as empty, and prints both with their ratio.
/// </summary>
internal static class PipelineComparison
{
    private const int Seed = 7;

    public static async Task RunAsync(int rows, int objectsPerRow)
    {
        var time = TimeProvider.System;
        var zip = Path.GetTempFileName();
        try
        {
            await using (var file = File.Create(zip))
            {
                var totals = await LoadExport.Create(rows, objectsPerRow, Seed).WriteZipAsync(file, default);
                Console.WriteLine($"{rows:N0} rows of {objectsPerRow} objects, {totals.JsonBytes / 1e6:N1} MB of JSON, zip {file.Length / 1e6:N1} MB");
            }
            await using var azurite = await AzuriteServer.StartAsync(new AzuriteOptions { Report = Console.WriteLine }, time, default);
            var settings = QueueSettings.Load();
            await using var host = new LocalHost(azurite.ConnectionString, DerivativeList.Default, settings, new Silent(), time);
            await host.Storage.CreateAsync(default);
            using var requests = new Requests();

            var upload = host.Storage.Exports.GetBlobClient("load.zip");
            await upload.UploadAsync(zip);
            requests.Take();
            var cpu = Environment.CpuUsage.TotalTime;
            var start = time.GetTimestamp();
            var export = (await host.RunUntilFinishedAsync([upload], default))[0];
            var ours = time.GetElapsedTime(start);
            Console.WriteLine(
                $"pipeline:   {ours.TotalSeconds:N1} s, {rows / ours.TotalSeconds:N1} rows/s, {export.Annotations / ours.TotalSeconds:N0} annotations/s, "
                + $"{(Environment.CpuUsage.TotalTime - cpu).TotalSeconds:N1} s of CPU, {export.Masks:N0} masks, {export.Verdicts}");
            using (var process = Process.GetCurrentProcess()) Console.WriteLine($"            peak memory {process.PeakWorkingSet64 / 1e6:N0} MB (with the export's making)");
            Console.WriteLine($"            {requests.Take()}");

            var calls = await WrittenRows.ReadAsync(host.Storage, export.Id, default);
            var entry = (await host.Storage.Staging.GetBlobClient($"{export.Id}/00000").DownloadContentAsync()).Value.Content;
            // The emulator searches a whole table for every query, so calls into the tables of the first run would be slower.
            await using var another = await AzuriteServer.StartAsync(new AzuriteOptions { Report = Console.WriteLine }, time, default);
            await using var emptyHost = new LocalHost(another.ConnectionString, DerivativeList.Default, settings, new Silent(), time);
            await emptyHost.Storage.CreateAsync(default);
            requests.Take();
            cpu = Environment.CpuUsage.TotalTime;
            start = time.GetTimestamp();
            await new BareCalls(emptyHost.Storage, "again/00000", entry, calls).RunAsync(settings.BatchSize + settings.NewBatchThreshold, default);
            var bare = time.GetElapsedTime(start);
            Console.WriteLine(
                $"bare calls: {bare.TotalSeconds:N1} s, {rows / bare.TotalSeconds:N1} rows/s, {(Environment.CpuUsage.TotalTime - cpu).TotalSeconds:N1} s of CPU");
            Console.WriteLine($"            {requests.Take()}");
            Console.WriteLine($"pipeline / bare calls: {bare / ours:P0}");
        }
        finally
        {
            File.Delete(zip);
        }
    }
}
