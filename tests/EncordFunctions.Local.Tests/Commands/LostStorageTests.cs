using System.Text.Json;
using System.Text.RegularExpressions;
using EncordFunctions.Local.Azurite;
using EncordFunctions.Local.Sample;

namespace EncordFunctions.Local.Tests.Commands;

/// <summary>A storage that goes away in the middle of a run, and comes back with its data.</summary>
public sealed partial class LostStorageTests : IDisposable
{
    private const int Rows = 150;
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_storage_that_goes_away_is_one_line_and_3_and_when_it_is_back_the_same_command_goes_on()
    {
        await using (var file = File.Create(_folder.File("load.zip"))) await LoadExport.Create(Rows, 5, 1).WriteZipAsync(file, Ending);
        var azurite = await StartAsync();
        using (var command = LocalCommand.Start(_folder.Path, "ingest", "load.zip", "--connection", azurite.ConnectionString))
        {
            await command.SaidAsync(SomeRows());
            await azurite.DisposeAsync();
            var lost = await command.EndAsync();

            Assert.Equal((3, ""), (lost.ExitCode, lost.Results));
            Assert.StartsWith("The storage can't be used: ", lost.Notes.TrimEnd().Split('\n')[^1], StringComparison.Ordinal);
            Assert.DoesNotContain("load.zip: Done", lost.Notes, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", lost.Notes, StringComparison.Ordinal);
        }

        await using var again = await StartAsync();
        var resumed = await LocalCommand.RunAsync(_folder.Path, "ingest", "load.zip", "--json", "--connection", again.ConnectionString);

        Assert.Equal(0, resumed.ExitCode);
        using var json = JsonDocument.Parse(resumed.Results);
        var export = Assert.Single(json.RootElement.GetProperty("exports").EnumerateArray());
        Assert.Equal(Rows, export.GetProperty("verdicts").GetProperty("Done").GetInt32());
        var verify = await LocalCommand.RunAsync(
            _folder.Path, "verify", export.GetProperty("export").GetString()!, "--connection", again.ConnectionString);
        Assert.Equal(0, verify.ExitCode);
        Assert.Contains($"all as it should be; {Rows} rows, ", verify.Results, StringComparison.Ordinal);
    }

    private Task<AzuriteServer> StartAsync() =>
        AzuriteServer.StartAsync(new AzuriteOptions { DataFolder = _folder.File("azurite") }, TimeProvider.System, Ending);

    // Some rows are done, and not all of them.
    [GeneratedRegex("load.zip: (unpacking, )?[1-9]")]
    private static partial Regex SomeRows();
}
