using System.Text;
using System.Text.Json;
using EncordFunctions.Local.Sample;
using EncordFunctions.Local.Tests.Docs;
using EncordFunctions.Tests.Shared;

namespace EncordFunctions.Local.Tests.Commands;

/// <summary>The sample exported twice, through the command line.</summary>
public sealed class ChangesTests(SharedAzurite azurite) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_sample_exported_twice_with_three_objects_changed_lists_exactly_these_three()
    {
        // Other tests of the assembly ingest the sample too; its rows are compared with whichever of them came last.
        await IngestAsync(SampleExport.CreateLater([]), "changes-before.zip");
        var later = SampleExport.CreateLater();
        var run = await IngestAsync(later, "changes-after.zip");

        Assert.Contains(
            "changes-after.zip: 3 objects changed (1 moved, 1 relabelled, 1 re-attributed) against earlier exports of 27 of its rows",
            Unwrapped(run),
            StringComparison.Ordinal);
        var files = Directory.GetFiles(_folder.File("out"), "changes.jsonl", SearchOption.AllDirectories);
        var lines = File.ReadAllLines(files.Single(path => path.Contains("changes-after", StringComparison.Ordinal)));
        Assert.Equal(
            later.Edits.Select(edit => edit.ObjectHash).Order(StringComparer.Ordinal),
            lines.Select(line => Member(line, "object_hash")).Order(StringComparer.Ordinal));

        var again = await IngestAsync(later, "changes-again.zip");
        Assert.Contains("changes-again.zip: 0 changes against earlier exports of 27 of its rows", Unwrapped(again), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_exports_whose_dates_are_the_same_the_one_uploaded_last_is_the_newest()
    {
        // Somebody edited the JSON by hand. By their names the first would stay.
        var row = Encoding.UTF8.GetString(LoadExport.Create(1, 1, 77).Row(0).Json.Span);
        var edited = row.Replace("\"name\":\"Car\"", "\"name\":\"Lorry\"", StringComparison.Ordinal);

        await IngestAsync(row, "zz-by-hand.json");
        var changed = await IngestAsync(edited, "by-hand.json");
        var again = await IngestAsync(edited, "again-by-hand.json");

        Assert.Contains("by-hand.json: 1 object changed (1 relabelled) against earlier exports of 1 of its rows", Unwrapped(changed), StringComparison.Ordinal);
        Assert.Contains("again-by-hand.json: 0 changes against earlier exports of 1 of its rows", Unwrapped(again), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_lines_in_the_documentation_are_those_of_the_sample()
    {
        var shown = Fence.In(Repository.Text("docs/changes.md")).Where(fence => fence.Info == "json changes").Select(fence => Compact(fence.Text)).ToArray();
        using var own = new TemporaryFolder();
        File.WriteAllBytes(own.File("sample.zip"), SampleExport.Create().Content.Span);
        File.WriteAllBytes(own.File("sample-later.zip"), SampleExport.CreateLater().Content.Span);
        await LocalCommand.RunAsync(own.Path, "ingest", "sample.zip");
        await LocalCommand.RunAsync(own.Path, "ingest", "sample-later.zip");

        var earlier = Path.GetFileName(Directory.GetDirectories(own.File("out")).Single(path => !path.Contains("later", StringComparison.Ordinal)));
        var lines = File.ReadAllLines(Directory.GetFiles(own.File("out"), "changes.jsonl", SearchOption.AllDirectories).Single());
        Assert.Equal(shown, lines.Select(line => Compact(line.Replace(earlier, "sample-0123456789abcdef", StringComparison.Ordinal))));
    }

    private Task<LocalCommand.Ended> IngestAsync(BuiltExport export, string name) => IngestAsync(export.Content, name);

    private Task<LocalCommand.Ended> IngestAsync(string json, string name) => IngestAsync(Encoding.UTF8.GetBytes(json), name);

    private async Task<LocalCommand.Ended> IngestAsync(ReadOnlyMemory<byte> content, string name)
    {
        File.WriteAllBytes(_folder.File(name), content.Span);
        var run = await LocalCommand.RunAsync(_folder.Path, "ingest", _folder.File(name), "--connection", azurite.ConnectionString);
        Assert.Equal(0, run.ExitCode);
        return run;
    }

    /// <summary>Lines as they are before a narrow terminal breaks them.</summary>
    private static string Unwrapped(LocalCommand.Ended run) => string.Join(' ', run.Results.Split('\n', StringSplitOptions.TrimEntries));

    private static string Member(string line, string name) => JsonDocument.Parse(line).RootElement.GetProperty(name).GetString()!;

    private static string Compact(string json) => JsonSerializer.Serialize(JsonDocument.Parse(json).RootElement);
}
