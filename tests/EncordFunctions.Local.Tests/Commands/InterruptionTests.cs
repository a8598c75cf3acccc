using System.Text.RegularExpressions;
using EncordFunctions.Local.Sample;

namespace EncordFunctions.Local.Tests.Commands;

/// <summary>Runs that are stopped or killed in the middle, each on an Azurite of its own.</summary>
public sealed partial class InterruptionTests : IDisposable
{
    private const int Rows = 200;
    private readonly TemporaryFolder _disturbed = new();
    private readonly TemporaryFolder _undisturbed = new();

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _disturbed.Dispose();
        _undisturbed.Dispose();
    }

    [Fact]
    public async Task A_run_that_was_killed_and_one_that_was_stopped_end_as_an_undisturbed_one_does()
    {
        await PutAsync(_disturbed);
        await PutAsync(_undisturbed);
        var undisturbed = LocalCommand.RunAsync(_undisturbed.Path, "ingest", "load.zip");

        using (var killed = LocalCommand.Start(_disturbed.Path, "ingest", "load.zip"))
        {
            await killed.SaidAsync(SomeRows());
            killed.Kill();
            var end = await killed.EndAsync();
            Assert.NotEqual(0, end.ExitCode);
            Assert.DoesNotContain("load.zip: Done", end.Notes, StringComparison.Ordinal);
        }

        using (var stopped = LocalCommand.Start(_disturbed.Path, "ingest", "load.zip"))
        {
            await stopped.SaidAsync(SomeRows());
            await stopped.InterruptAsync();
            var end = await stopped.EndAsync();
            Assert.Equal((130, ""), (end.ExitCode, end.Results));
            Assert.EndsWith("Stopped. The same command goes on from here.", end.Notes.TrimEnd(), StringComparison.Ordinal);
            Assert.False(File.Exists(_disturbed.File("data/azurite.pid")), "Azurite outlived the command.");
        }

        var resumed = await LocalCommand.RunAsync(_disturbed.Path, "ingest", "load.zip");
        Assert.Equal(0, resumed.ExitCode);
        Assert.Equal(0, (await undisturbed).ExitCode);
        var expected = EndState.In(_undisturbed);
        Assert.True(expected.Count > Rows, $"Only {expected.Count} files.");
        var actual = EndState.In(_disturbed);
        Assert.Equal(expected.Keys, actual.Keys);
        Assert.All(expected, file => Assert.Equal(file.Value, actual[file.Key]));
    }

    // Some rows are done, and not all of them.
    [GeneratedRegex("load.zip: (unpacking, )?[1-9]")]
    private static partial Regex SomeRows();

    private static async Task PutAsync(TemporaryFolder folder)
    {
        await using var file = File.Create(folder.File("load.zip"));
        await LoadExport.Create(Rows, 5, 1).WriteZipAsync(file, Ending);
    }
}
