using System.Text.RegularExpressions;
using EncordFunctions.Local.Azurite;
using EncordFunctions.Local.Ingest;
using EncordFunctions.Local.Sample;
using EncordFunctions.Pipeline;
using EncordFunctions.Tests.Shared;

namespace EncordFunctions.Local.Tests.Commands;

/// <summary>Worker processes that are killed one after the other, four at a time. Azurite lives: killed, it would lose what it acknowledged.</summary>
public sealed partial class KillTests : IDisposable
{
    private const int Rows = 1_000;
    private const int Workers = 4;
    private const int LeastKills = 20;
    private const int MostKills = 40;
    private const int Seed = 1;

    // A worker on a busy machine may need that long to do anything.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly TemporaryFolder _disturbed = new();
    private readonly TemporaryFolder _undisturbed = new();

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _disturbed.Dispose();
        _undisturbed.Dispose();
    }

    [Fact]
    public async Task Workers_that_are_killed_over_and_over_end_as_an_undisturbed_one_does()
    {
        LongForm.Only();
        foreach (var folder in (TemporaryFolder[])[_disturbed, _undisturbed])
        {
            await using var file = File.Create(folder.File("load.zip"));
            await LoadExport.Create(Rows, 5, Seed).WriteZipAsync(file, Ending);
        }
        Assert.Equal(0, (await LocalCommand.RunAsync(_undisturbed.Path, "ingest", "load.zip")).ExitCode);

        await using var azurite = await AzuriteServer.StartAsync(new AzuriteOptions(), TimeProvider.System, Ending);
        var storage = PipelineStorage.Connect(azurite.ConnectionString);
        await storage.CreateAsync(Ending);
        var upload = Assert.Single(await new Uploads(storage).PutAsync(await Input.FindAsync([_disturbed.File("load.zip")], Ending), Ending));
        var etag = (await upload.GetPropertiesAsync(cancellationToken: Ending)).Value.ETag;
        var export = ExportId.Of(upload.BlobContainerName, upload.Name, etag.ToString());

        var kills = await KillAsync(azurite.ConnectionString, storage, export);
        var done = await DoneAsync(new ExportReader(storage), export);
        Assert.InRange(kills, LeastKills, MostKills);
        Assert.True(done > 0, "They were killed before they had done anything.");
        var started = TimeProvider.System.GetTimestamp();

        var last = await LocalCommand.RunAsync(_disturbed.Path, "ingest", "load.zip", "--connection", azurite.ConnectionString);
        var failed = (await new ExportReader(storage).FindAsync(export, Ending))!.Verdicts.Failed;
        // Rows that five of the killed ones had in hand are given up, which is what a row gets that kills its process.
        if (failed > 0) last = await LocalCommand.RunAsync(_disturbed.Path, "retry", export.Value, "--connection", azurite.ConnectionString);
        Assert.Equal(0, last.ExitCode);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{kills} kills in which {done} of {Rows} rows were done, {failed} rows given up and retried, then {TimeProvider.System.GetElapsedTime(started).TotalSeconds:0} s to the end.");

        var (expected, actual) = (EndState.In(_undisturbed), EndState.In(_disturbed));
        Assert.True(expected.Count > Rows, $"Only {expected.Count} files.");
        Assert.Equal(expected.Keys, actual.Keys);
        Assert.All(expected, file => Assert.Equal(file.Value, actual[file.Key]));
    }

    /// <returns>How many processes were killed before the export was finished.</returns>
    private async Task<int> KillAsync(string connection, PipelineStorage storage, ExportId export)
    {
        var random = new Random(Seed);
        var reader = new ExportReader(storage);
        var workers = new Queue<LocalCommand>(Enumerable.Range(0, Workers).Select(_ => Start()));
        var kills = 0;
        try
        {
            while (kills < MostKills && await reader.FindAsync(export, Ending) is not { FinishedAt: not null })
            {
                using var oldest = workers.Dequeue();
                // One that still starts has nothing to lose, and where no row gets done between two kills, none ever will.
                await oldest.SaidAsync(Watching());
                var (before, since) = (await DoneAsync(reader, export), TimeProvider.System.GetTimestamp());
                do await Task.Delay(TimeSpan.FromMilliseconds(random.Next(250, 500)), TimeProvider.System, Ending);
                while (await DoneAsync(reader, export) == before && TimeProvider.System.GetElapsedTime(since) < Patience);
                oldest.Kill();
                await oldest.EndAsync();
                kills++;
                workers.Enqueue(Start());
            }
        }
        finally
        {
            foreach (var worker in workers) worker.Dispose();
        }
        return kills;

        LocalCommand Start() => LocalCommand.Start(_disturbed.Path, "watch", "--connection", connection);
    }

    private static async Task<long> DoneAsync(ExportReader reader, ExportId export) => (await reader.FindAsync(export, Ending))?.Verdicts.Total ?? 0;

    [GeneratedRegex("Watching the container")]
    private static partial Regex Watching();
}
