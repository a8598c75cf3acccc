using System.Text.RegularExpressions;
using Azure.Storage.Blobs;
using EncordFunctions.Local.Sample;

namespace EncordFunctions.Local.Tests.Commands;

public sealed partial class WatchTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_is_dropped_into_the_container_is_processed_until_Ctrl_C()
    {
        using var watch = LocalCommand.Start(_folder.Path, "watch");
        var said = await watch.SaidAsync(Connection());
        await watch.SaidAsync(Watching());

        var exports = new BlobContainerClient(said.Groups["connection"].Value, "exports");
        await exports.CreateIfNotExistsAsync(cancellationToken: TestContext.Current.CancellationToken);
        await exports.UploadBlobAsync("dropped.zip", BinaryData.FromBytes(SampleExport.Create().Content), TestContext.Current.CancellationToken);

        await watch.SaidAsync(Done());
        await watch.InterruptAsync();
        Assert.Equal(130, (await watch.EndAsync()).ExitCode);
    }

    [Fact]
    public async Task A_second_command_on_the_same_data_is_refused()
    {
        using var watch = LocalCommand.Start(_folder.Path, "watch");
        await watch.SaidAsync(Watching());

        var second = await LocalCommand.RunAsync(_folder.Path, "status");

        Assert.Equal((3, ""), (second.ExitCode, second.Results));
        Assert.Contains("Another EncordFunctions command is using", Assert.Single(second.Notes.TrimEnd().Split('\n')), StringComparison.Ordinal);
        await watch.InterruptAsync();
        await watch.EndAsync();
    }

    [GeneratedRegex("Upload to this storage: (?<connection>.+)")]
    private static partial Regex Connection();

    [GeneratedRegex("Watching the container")]
    private static partial Regex Watching();

    [GeneratedRegex("dropped.zip: Done, 27 rows")]
    private static partial Regex Done();
}
