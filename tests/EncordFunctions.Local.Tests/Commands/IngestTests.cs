using System.Text.Json;
using EncordFunctions.Local.Sample;

namespace EncordFunctions.Local.Tests.Commands;

public sealed class IngestTests(SharedAzurite azurite) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_terminal_shows_a_bar_that_fills_and_then_the_summary()
    {
        var run = await LocalCommand.RunOnTerminalAsync(_folder.Path, "ingest");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("sample.zip: ", run.Results, StringComparison.Ordinal);
        Assert.Contains("100%", run.Results, StringComparison.Ordinal);
        Assert.Contains("27 Done", run.Results, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_word_the_sample_is_ingested_on_an_own_Azurite_and_its_files_are_in_out()
    {
        var truth = SampleExport.Create().Truth;

        var run = await LocalCommand.RunAsync(_folder.Path);

        Assert.Equal((0, ""), (run.ExitCode, Escapes(run)));
        Assert.Contains("27 Done", run.Results, StringComparison.Ordinal);
        Assert.Contains("sample.zip: Done, 27 rows", run.Notes, StringComparison.Ordinal);
        var export = Assert.Single(Directory.GetDirectories(_folder.File("out")));
        Assert.True(File.Exists(Path.Combine(export, "manifest.json")));
        Assert.Equal(truth.Annotations, Lines(export, "annotations.jsonl"));
        Assert.Equal(truth.Masks, Directory.GetDirectories(export, "masks", SearchOption.AllDirectories).Sum(folder => Directory.GetFiles(folder).Length));
        Assert.True(File.Exists(Path.Combine(export, "yolo", "detect", "data.yaml")), "The sample does not show all there is.");
        Assert.Equal(truth.Rows.Count, File.ReadLines(Path.Combine(export, "tables", "LabelRows.jsonl")).Count());
        Assert.Equal(truth.Rows.Count, File.ReadLines(Path.Combine(export, "tables", "Labels.jsonl")).Count());
        Assert.False(File.Exists(_folder.File("data/azurite.pid")), "Azurite outlived the command.");
    }

    [Fact]
    public async Task Json_is_one_document_and_all_there_is_on_standard_output()
    {
        var sample = Put(SampleExport.Create());

        var run = await IngestAsync(sample, "--json");

        Assert.Equal(0, run.ExitCode);
        var truth = SampleExport.Create().Truth;
        using var json = JsonDocument.Parse(run.Results);
        var export = Assert.Single(json.RootElement.GetProperty("exports").EnumerateArray());
        Assert.Equal(
            ["export", "blob", "rows", "verdicts", "annotations", "classifications", "masks", "issues", "out"],
            export.EnumerateObject().Select(property => property.Name));
        Assert.Equal("sample.zip", export.GetProperty("blob").GetString());
        Assert.Equal(truth.Rows.Count, export.GetProperty("rows").GetInt32());
        Assert.Equal(truth.Annotations, export.GetProperty("annotations").GetInt32());
        Assert.Equal(truth.Classifications, export.GetProperty("classifications").GetInt32());
        Assert.Equal(truth.Masks, export.GetProperty("masks").GetInt32());
        Assert.Equal("""{"Done":27,"DoneWithIssues":0,"Rejected":0,"Failed":0}""", Compact(export.GetProperty("verdicts")));
        Assert.Equal("""{"error":0,"warning":0}""", Compact(export.GetProperty("issues")));
        Assert.Equal(Path.Combine("out", export.GetProperty("export").GetString()!), export.GetProperty("out").GetString());
    }

    [Fact]
    public async Task A_faulty_export_leaves_with_1_and_says_what_is_wrong_and_where()
    {
        var sample = Put(SampleExport.CreateWithFault());

        var run = await IngestAsync(sample);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("2 Done, 1 DoneWithIssues, 1 Rejected", run.Results, StringComparison.Ordinal);
        Assert.Matches(@"EL\d{3} labels/images\.json at byte \d+, /\d", run.Results);
    }

    [Fact]
    public async Task The_same_file_again_goes_on_with_the_same_export()
    {
        var sample = Put(SampleExport.Create(), "again.zip");

        var first = await IngestAsync(sample, "--json");
        var second = await IngestAsync(sample, "--json");

        Assert.Equal(0, first.ExitCode);
        Assert.Equal(first.Results, second.Results);
    }

    [Fact]
    public async Task What_is_chosen_is_written_and_another_choice_for_the_same_upload_is_said_to_come_too_late()
    {
        var sample = Put(SampleExport.CreateWithFault(), "chosen.zip");

        var first = await IngestAsync(sample, "--formats", "none");
        var again = await IngestAsync(sample, "--formats", "coco:list,yolo");

        var folder = Assert.Single(Directory.GetDirectories(_folder.File("out")));
        Assert.Equal(["manifest.json"], Directory.GetFiles(folder).Select(Path.GetFileName));
        Assert.DoesNotContain("began before", first.Notes, StringComparison.Ordinal);
        Assert.Contains("began before, with the derivatives none, and keeps them", again.Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_files_of_one_name_become_two_exports()
    {
        Directory.CreateDirectory(_folder.File("a"));
        Directory.CreateDirectory(_folder.File("b"));
        Put(SampleExport.Create(), "a/twice.zip");
        Put(SampleExport.CreateWithFault(), "b/twice.zip");

        var run = await IngestAsync("a", "b", "a/twice.zip", "--json");

        Assert.Equal(1, run.ExitCode);
        using var json = JsonDocument.Parse(run.Results);
        var blobs = json.RootElement.GetProperty("exports").EnumerateArray().Select(export => export.GetProperty("blob").GetString()).ToArray();
        Assert.Equal("twice.zip", blobs[0]);
        Assert.Matches("^twice-[0-9a-f]{8}[.]zip$", blobs[1]);
        Assert.Equal(2, blobs.Length);
    }

    [Fact]
    public async Task What_lies_in_out_is_what_lies_in_the_container()
    {
        var run = await IngestAsync(Put(SampleExport.CreateWithFault(), "mirror.zip"), "--json", "--out", "elsewhere");

        using var json = JsonDocument.Parse(run.Results);
        var export = json.RootElement.GetProperty("exports")[0].GetProperty("export").GetString()!;
        var container = new Azure.Storage.Blobs.BlobContainerClient(azurite.ConnectionString, "derivatives");
        var expected = new SortedDictionary<string, string>(StringComparer.Ordinal);
        await foreach (var blob in container.GetBlobsAsync(
            Azure.Storage.Blobs.Models.BlobTraits.None, Azure.Storage.Blobs.Models.BlobStates.None, export + "/", Ending))
        {
            var content = await container.GetBlobClient(blob.Name).DownloadContentAsync(Ending);
            expected[blob.Name[(export.Length + 1)..]] = Convert.ToHexString(content.Value.Content);
        }

        var folder = Path.Combine(_folder.Path, "elsewhere", export);
        var found = Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => (Name: Path.GetRelativePath(folder, path).Replace('\\', '/'), Path: path))
            .Where(file => !file.Name.StartsWith("tables/", StringComparison.Ordinal))
            .ToDictionary(file => file.Name, file => Convert.ToHexString(File.ReadAllBytes(file.Path)));
        Assert.Contains("manifest.json", expected.Keys);
        Assert.Contains("rows/00000002/issues.jsonl", expected.Keys);
        Assert.Equal(expected, new SortedDictionary<string, string>(found, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Options_without_a_command_are_those_of_ingest()
    {
        var run = await LocalCommand.RunAsync(_folder.Path, "--out", "there", "--json", "--connection", azurite.ConnectionString);

        Assert.Equal(0, run.ExitCode);
        using var json = JsonDocument.Parse(run.Results);
        Assert.StartsWith("there", json.RootElement.GetProperty("exports")[0].GetProperty("out").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_ontology_beside_an_export_goes_with_it_and_with_nothing_else()
    {
        Directory.CreateDirectory(_folder.File("with"));
        File.WriteAllText(_folder.File("with/ontology.json"), """{"objects": [], "classifications": []}""");
        File.WriteAllBytes(_folder.File("with/row.json"), LoadExport.Create(1, 3, 1).Row(0).Json.Span);
        File.WriteAllBytes(_folder.File("row.json"), LoadExport.Create(1, 3, 1).Row(0).Json.Span);

        var run = await IngestAsync("with", "row.json", "--json");

        using var json = JsonDocument.Parse(run.Results);
        JsonElement[] exports = [.. json.RootElement.GetProperty("exports").EnumerateArray()];
        Assert.Equal(2, exports.Length);
        Assert.Matches("^ontology-[0-9a-f]{8}/row.json$", exports[0].GetProperty("blob").GetString());
        Assert.Equal("row.json", exports[1].GetProperty("blob").GetString());
        Assert.Contains("EL401", Issues(exports[0]), StringComparison.Ordinal);
        Assert.DoesNotContain("EL4", Issues(exports[1]), StringComparison.Ordinal);

        string Issues(JsonElement export) => File.ReadAllText(_folder.File(Path.Combine(export.GetProperty("out").GetString()!, "tables", "Issues.jsonl")));
    }

    [Fact]
    public async Task Text_in_the_tables_is_as_readable_as_JSON_can_be()
    {
        var run = await IngestAsync(Put(SampleExport.CreateWithFault(), "readable.zip"), "--json");

        using var json = JsonDocument.Parse(run.Results);
        var rows = File.ReadAllText(_folder.File(Path.Combine(json.RootElement.GetProperty("exports")[0].GetProperty("out").GetString()!, "tables", "LabelRows.jsonl")));
        Assert.Contains("\"Shapes\":\"{\\\"", rows, StringComparison.Ordinal);
        Assert.DoesNotContain("\\u0022", rows, StringComparison.Ordinal);
    }

    private string Put(BuiltExport export, string? name = null)
    {
        var path = _folder.File(name ?? export.Name);
        File.WriteAllBytes(path, export.Content.Span);
        return path;
    }

    private Task<LocalCommand.Ended> IngestAsync(params string[] args) =>
        LocalCommand.RunAsync(_folder.Path, ["ingest", .. args, "--connection", azurite.ConnectionString]);

    private static int Lines(string folder, string name) =>
        Directory.GetFiles(folder, name, SearchOption.AllDirectories).Sum(path => File.ReadLines(path).Count());

    private static string Compact(JsonElement element) => JsonSerializer.Serialize(element);

    /// <summary>What stands around a control sequence, where there is one.</summary>
    private static string Escapes(LocalCommand.Ended run) =>
        (run.Results + run.Notes).IndexOf('\e') is var at and >= 0 ? (run.Results + run.Notes)[at..] : "";
}
