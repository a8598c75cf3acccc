using System.Text.Json;
using Azure.Storage.Blobs;
using EncordFunctions.Local.Sample;
using EncordFunctions.Pipeline;

namespace EncordFunctions.Local.Tests.Commands;

public sealed class VerifyTests(SharedAzurite azurite) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_is_as_it_should_be_leaves_with_0_and_what_was_changed_is_a_line_and_1()
    {
        await File.WriteAllBytesAsync(_folder.File("verify.zip"), SampleExport.CreateWithFault().Content, Ending);
        var ingested = await RunAsync("ingest", "verify.zip", "--json");
        using var summary = JsonDocument.Parse(ingested.Results);
        var id = summary.RootElement.GetProperty("exports")[0].GetProperty("export").GetString()!;

        var good = await RunAsync("verify", id);
        var derivatives = new BlobContainerClient(azurite.ConnectionString, StorageNames.Derivatives);
        await derivatives.DeleteBlobAsync($"{id}/coco.json", cancellationToken: Ending);
        var bad = await RunAsync("verify", id);
        var asJson = await RunAsync("verify", id, "--json");

        Assert.Equal((0, ""), (good.ExitCode, good.Notes));
        Assert.StartsWith($"{id}: all as it should be; 4 rows, ", good.Results, StringComparison.Ordinal);
        Assert.Equal(1, bad.ExitCode);
        var lines = bad.Results.TrimEnd().Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.Equal($"derivatives/{id}/coco.json file: nothing stands, one should", lines[0].TrimEnd());
        Assert.StartsWith($"{id}: 1 differences; ", lines[1], StringComparison.Ordinal);
        using var json = JsonDocument.Parse(asJson.Results);
        Assert.Equal(1, asJson.ExitCode);
        Assert.False(json.RootElement.GetProperty("equal").GetBoolean());
        Assert.Equal($"derivatives/{id}/coco.json", json.RootElement.GetProperty("differences")[0].GetProperty("place").GetString());
    }

    [Fact]
    public async Task An_export_nobody_knows_is_one_line_and_2()
    {
        var run = await RunAsync("verify", "some-export-0123456789abcdef");

        Assert.Equal((2, ""), (run.ExitCode, run.Results));
        Assert.Contains("There is no export 'some-export-0123456789abcdef'", run.Notes, StringComparison.Ordinal);
    }

    private Task<LocalCommand.Ended> RunAsync(params string[] args) =>
        LocalCommand.RunAsync(_folder.Path, [.. args, "--connection", azurite.ConnectionString]);
}
