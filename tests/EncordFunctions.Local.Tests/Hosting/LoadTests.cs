using System.Diagnostics;
using Azure.Storage.Blobs;
using EncordFunctions.Formats;
using EncordFunctions.Local.Azurite;
using EncordFunctions.Local.Hosting;
using EncordFunctions.Local.Output;
using EncordFunctions.Local.Sample;
using EncordFunctions.Pipeline;
using EncordFunctions.Tests.Shared;

namespace EncordFunctions.Local.Tests.Hosting;

/// <summary>Many exports at once and two hosts; the value of ENCORD_LONG is the rows of each export.</summary>
public sealed class LoadTests
{
    private const int Exports = 20;
    private const int MostRows = 500;
    private const int Objects = 5;
    private const long Slack = 200L << 20;

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Twenty_exports_at_once_with_two_hosts_lose_nothing_and_never_go_back()
    {
        LongForm.Only();
        var rows = Math.Min(LongForm.Cases(0, MostRows), MostRows);
        await using var azurite = await AzuriteServer.StartAsync(new AzuriteOptions(), TimeProvider.System, Ending);
        await using var one = Host(azurite.ConnectionString);
        await using var two = Host(azurite.ConnectionString);
        await one.Storage.CreateAsync(Ending);
        var (uploads, annotations) = (new List<BlobClient>(), new Dictionary<string, long>());
        for (var number = 0; number < Exports; number++)
        {
            using var zip = new MemoryStream();
            var totals = await LoadExport.Create(rows, Objects, number).WriteZipAsync(zip, Ending);
            var upload = one.Storage.Exports.GetBlobClient($"load-{number:D2}.zip");
            zip.Position = 0;
            await upload.UploadAsync(zip, Ending);
            uploads.Add(upload);
            annotations.Add(upload.Name, totals.Annotations.Values.Sum(static count => (long)count));
        }

        var started = TimeProvider.System.GetTimestamp();
        var running = Task.WhenAll(
            one.RunUntilFinishedAsync(uploads[..(Exports / 2)], Ending), two.RunUntilFinishedAsync(uploads[(Exports / 2)..], Ending));
        var memory = await WatchAsync(one.Exports, running);
        var finished = (await running).SelectMany(static exports => exports).ToList();
        var seconds = TimeProvider.System.GetElapsedTime(started).TotalSeconds;

        Assert.Equal(Exports, finished.Count);
        Assert.All(finished, export =>
        {
            Assert.Equal((ExportStatus.Done, (int?)rows, (long)rows, 0L), (export.Status, export.Rows, export.Verdicts.Total, export.Verdicts.Failed));
            Assert.Equal(annotations[export.Blob], export.Annotations);
        });
        var (early, late) = (memory[..(memory.Count / 2)].Append(memory[0]).Max(), memory[(memory.Count / 2)..].Max());
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{Exports} exports of {rows} rows, two hosts: {seconds:0} s, {Exports * rows / seconds:0} rows/s; " +
            $"working set at most {early >> 20} MiB in the first half, {late >> 20} MiB in the second.");
        Assert.InRange(late, 0, early + Slack);
    }

    private static LocalHost Host(string connection) =>
        new(connection, DerivativeList.Default, QueueSettings.Load(), new ProgressBoard(), TimeProvider.System);

    /// <summary>Sees that no export goes back, until all is done.</summary>
    /// <returns>The working set of this process at each look.</returns>
    private static async Task<List<long>> WatchAsync(ExportReader reader, Task running)
    {
        var seen = new Dictionary<ExportId, ExportSummary>();
        var memory = new List<long>();
        using var self = Process.GetCurrentProcess();
        do
        {
            await foreach (var export in reader.ListAsync(Ending))
            {
                if (await reader.FindAsync(export.Id, Ending) is not { } now) continue;
                if (seen.TryGetValue(export.Id, out var before))
                {
                    Assert.True(now.Verdicts.Total >= before.Verdicts.Total, $"{now.Blob} went back from {before.Verdicts.Total} to {now.Verdicts.Total}.");
                    Assert.True(now.Status >= before.Status, $"{now.Blob} went back from {before.Status} to {now.Status}.");
                    Assert.True(before.Rows is null || before.Rows == now.Rows, $"{now.Blob} had {before.Rows} rows and has {now.Rows}.");
                }
                seen[export.Id] = now;
            }
            self.Refresh();
            memory.Add(self.WorkingSet64);
        }
        while (await Task.WhenAny(running, Task.Delay(Look, TimeProvider.System, Ending)) != running);
        return memory;
    }
}
