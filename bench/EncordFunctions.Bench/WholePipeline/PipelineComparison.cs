using EncordFunctions.Formats;
using EncordFunctions.Local.Azurite;
using EncordFunctions.Local.Hosting;
using EncordFunctions.Local.Sample;
using EncordFunctions.Pipeline;

namespace EncordFunctions.Bench.WholePipeline;

/// <summary>
/// Runs a synthetic export through the whole local pipeline and records its storage calls; then by turns runs it again and makes the recorded
/// calls with no work between them. Each run has an emulator of its own, for one that holds more answers slower.
/// </summary>
internal sealed class PipelineComparison(string zip)
{
    private const int Seed = 7;
    private const string Upload = "load.zip";

    private readonly QueueSettings _settings = QueueSettings.Load();

    public static async Task<Comparison> RunAsync(int rows, int objectsPerRow, int rounds)
    {
        var zip = Path.GetTempFileName();
        try
        {
            await using (var file = File.Create(zip)) await LoadExport.Create(rows, objectsPerRow, Seed).WriteZipAsync(file, default);
            return await new PipelineComparison(zip).RunAsync($"Whole pipeline on Azurite: {rows:N0} rows of {objectsPerRow} objects", rows, rounds);
        }
        finally
        {
            File.Delete(zip);
        }
    }

    private async Task<Comparison> RunAsync(string title, int rows, int rounds)
    {
        var recording = await RecordAsync();
        PipelineRun? ours = null, bare = null;
        for (var round = 0; round < rounds; round++)
        {
            var next = await WithEmulatorAsync(static (host, _) => RunProductAsync(host));
            next.Print("pipeline");
            if (ours is null || next.Seconds < ours.Seconds) ours = next;
            next = await RunBareAsync(recording);
            next.Print("the bare calls");
            if (bare is null || next.Seconds < bare.Seconds) bare = next;
        }
        return new Comparison(
            title,
            "rows/s",
            [
                new ComparisonLine("ours: upload to manifest", rows / ours!.Cpu, rows / ours.Seconds, null),
                new ComparisonLine("floor: the same storage calls, no work between", rows / bare!.Cpu, rows / bare.Seconds, bare.Seconds / ours.Seconds),
                ComparisonLine.Noted("ours asked for", ours.Requests),
                ComparisonLine.Noted("the floor asked for", bare.Requests),
            ],
            new Goal("whole pipeline, beside its storage calls alone", "80 %", "95 %", $"{bare.Seconds / ours.Seconds:P0}"));
    }

    private async Task<Recording> RecordAsync()
    {
        Recording? recording = null;
        var run = await WithEmulatorAsync(async (host, _) =>
        {
            using var recorder = new Recorder();
            await RunProductAsync(host);
            recording = recorder.Take();
        });
        run.Print("pipeline, recorded");
        return recording!;
    }

    private static Task<IReadOnlyList<ExportSummary>> RunProductAsync(LocalHost host) =>
        host.RunUntilFinishedAsync([host.Storage.Exports.GetBlobClient(Upload)], default);

    private Task<PipelineRun> RunBareAsync(Recording recording) => WithEmulatorAsync((host, connectionString) =>
        new BareCalls(host.Storage, new StoragePipelines(connectionString), recording).RunAsync(
            _settings.BatchSize, _settings.BatchSize + _settings.NewBatchThreshold, default));

    private async Task<PipelineRun> WithEmulatorAsync(Func<LocalHost, string, Task> run)
    {
        var time = TimeProvider.System;
        await using var azurite = await AzuriteServer.StartAsync(new AzuriteOptions { Report = Console.WriteLine }, time, default);
        await using var host = new LocalHost(azurite.ConnectionString, DerivativeList.Default, _settings, new Silent(), time);
        await host.Storage.CreateAsync(default);
        await host.Storage.Exports.GetBlobClient(Upload).UploadAsync(zip);
        using var requests = new Requests();
        var (cpu, start) = (Environment.CpuUsage.TotalTime, time.GetTimestamp());
        await run(host, azurite.ConnectionString);
        return new PipelineRun(time.GetElapsedTime(start).TotalSeconds, (Environment.CpuUsage.TotalTime - cpu).TotalSeconds, requests.Take());
    }
}
