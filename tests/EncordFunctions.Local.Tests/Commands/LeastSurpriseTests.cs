using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using EncordFunctions.Local.Commands;
using EncordFunctions.Local.Ingest;
using EncordFunctions.Local.Sample;
using EncordFunctions.Pipeline;

namespace EncordFunctions.Local.Tests.Commands;

/// <summary>What goes wrong around a run is one clear line, and the next run gives the right result.</summary>
public sealed class LeastSurpriseTests(SharedAzurite azurite) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Results_that_can_not_be_written_are_one_line_and_2_and_the_next_run_writes_them()
    {
        await File.WriteAllTextAsync(_folder.File("taken"), "a file", Ending);
        await PutAsync("surprise.json", objects: 400);

        var onFile = await IngestAsync("surprise.json", "--out", "taken");
        var readOnly = await IngestAsync("surprise.json", "--out", "/proc/results");
        var tooLarge = await LocalCommand.RunWithSmallFilesAsync(
            _folder.Path, 64, "ingest", "surprise.json", "--out", "out", "--connection", azurite.ConnectionString);
        var good = await IngestAsync("surprise.json", "--out", "out");
        var results = Assert.Single(Directory.GetDirectories(_folder.File("out")));
        // Whatever is written there finds no space left on the device.
        File.Delete(Path.Combine(results, "coco.json"));
        File.CreateSymbolicLink(Path.Combine(results, "coco.json"), "/dev/full");
        var full = await IngestAsync("surprise.json", "--out", "out");
        File.Delete(Path.Combine(results, "coco.json"));
        var again = await IngestAsync("surprise.json", "--out", "out");

        Assert.All([onFile, readOnly, tooLarge, full], static run => Assert.Equal((2, ""), (run.ExitCode, run.Results)));
        AssertLastLine("The results can't be written to taken (", onFile);
        AssertLastLine("The results can't be written to /proc/results (", readOnly);
        AssertLastLine("The results can't be written to out (", tooLarge);
        AssertLastLine("The results can't be written to out (No space left on device", full);
        Assert.Equal((0, 0), (good.ExitCode, again.ExitCode));
        Assert.Equal(400, File.ReadLines(Path.Combine(results, "rows", "00000000", "annotations.jsonl")).Count());
        Assert.Equal(400, Regex.Count(await File.ReadAllTextAsync(Path.Combine(results, "coco.json"), Ending), "\"image_id\""));
        Assert.Equal("a file", await File.ReadAllTextAsync(_folder.File("taken"), Ending));
    }

    [Fact]
    public async Task Spaces_and_letters_of_any_alphabet_in_a_path_are_no_trouble()
    {
        Directory.CreateDirectory(_folder.File("mein Export"));
        await PutAsync("mein Export/Straßen – 日本 [1].json");

        var run = await IngestAsync("mein Export/Straßen – 日本 [1].json", "--out", "meine Ergebnisse", "--json");

        Assert.Equal(0, run.ExitCode);
        using var json = JsonDocument.Parse(run.Results);
        var export = Assert.Single(json.RootElement.GetProperty("exports").EnumerateArray());
        Assert.Equal("Straßen – 日本 [1].json", export.GetProperty("blob").GetString());
        Assert.True(File.Exists(_folder.File($"{export.GetProperty("out").GetString()}/manifest.json")));
    }

    [Fact]
    public async Task An_input_that_changes_while_it_is_uploaded_is_one_line_and_leaves_nothing_under_its_former_hash()
    {
        var storage = PipelineStorage.Connect(azurite.ConnectionString);
        await storage.CreateAsync(Ending);
        var path = await PutAsync("changing.json");
        var inputs = await Input.FindAsync([path], Ending);
        await PutAsync("changing.json", objects: 3);

        var fault = await Assert.ThrowsAsync<UnusableInputException>(() => new Uploads(storage).PutAsync(inputs, Ending));

        Assert.Equal($"{path} changed while it was uploaded: run the same command again when it is complete.", fault.Message);
        Assert.False((await storage.Exports.GetBlobClient("changing.json").ExistsAsync(Ending)).Value);
        var run = await IngestAsync("changing.json", "--out", "out");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(3, File.ReadLines(Directory.GetFiles(_folder.File("out"), "annotations.jsonl", SearchOption.AllDirectories).Single()).Count());
    }

    private async Task<string> PutAsync(string name, int objects = 1)
    {
        var row = RowBuilder.Image("surprise.jpg", 640, 480);
        for (var i = 0; i < objects; i++) row.Box(row.Object("Car"), i, 2, 30, 40);
        await File.WriteAllTextAsync(_folder.File(name), $"[{Encoding.UTF8.GetString(row.Build().Json.Span)}]", Ending);
        return _folder.File(name);
    }

    private Task<LocalCommand.Ended> IngestAsync(params string[] args) =>
        LocalCommand.RunAsync(_folder.Path, ["ingest", .. args, "--connection", azurite.ConnectionString]);

    private static void AssertLastLine(string expected, LocalCommand.Ended run) =>
        Assert.StartsWith(expected, run.Notes.TrimEnd().Split('\n')[^1], StringComparison.Ordinal);
}
