using System.Text.Json;
using EncordFunctions.Local.Sample;

namespace EncordFunctions.Local.Tests.Commands;

public sealed class InspectTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_good_export_is_counted_and_leaves_with_0()
    {
        var sample = SampleExport.Create();
        File.WriteAllBytes(_folder.File("sample.zip"), sample.Content.Span);

        var run = await LocalCommand.RunAsync(_folder.Path, "inspect", "sample.zip", "--json");

        Assert.Equal((0, ""), (run.ExitCode, run.Notes));
        using var json = JsonDocument.Parse(run.Results);
        Assert.Equal(["issues", "exports"], json.RootElement.EnumerateObject().Select(property => property.Name));
        var export = Assert.Single(json.RootElement.GetProperty("exports").EnumerateArray());
        Assert.Equal(
            ["blob", "rows", "verdicts", "annotations", "classifications", "masks", "issues"],
            export.EnumerateObject().Select(property => property.Name));
        Assert.Equal(
            (sample.Truth.Rows.Count, sample.Truth.Annotations, sample.Truth.Classifications, sample.Truth.Masks),
            (Number("rows"), Number("annotations"), Number("classifications"), Number("masks")));
        Assert.False(Directory.Exists(_folder.File("data")), "An inspection needs no storage.");

        int Number(string name) => export.GetProperty(name).GetInt32();
    }

    [Fact]
    public async Task Issues_are_listed_by_code_with_their_places_and_leave_with_1()
    {
        var sample = SampleExport.CreateWithFault();
        File.WriteAllBytes(_folder.File("faulty.zip"), sample.Content.Span);

        var run = await LocalCommand.RunAsync(_folder.Path, "inspect", "faulty.zip");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("2 Done, 1 DoneWithIssues, 1 Rejected", run.Results, StringComparison.Ordinal);
        Assert.Matches(@"EL001 +│ +1 │ Malformed JSON +│ labels/images\.json at byte \d+, /2", run.Results);
    }

    [Fact]
    public async Task Json_has_every_issue_as_issues_jsonl_has_it()
    {
        File.WriteAllText(_folder.File("rows.json"), """[7, "x"]""");

        var run = await LocalCommand.RunAsync(_folder.Path, "inspect", "rows.json", "--json");

        Assert.Equal(1, run.ExitCode);
        using var json = JsonDocument.Parse(run.Results);
        Assert.Equal(
            [
                """{"code":"EL002","severity":"error","title":"Not a label row","message":"Expected a label row, found a number.","entry":"rows.json","offset":1,"pointer":"/0","label_hash":null,"object_hash":null,"frame":null}""",
                """{"code":"EL002","severity":"error","title":"Not a label row","message":"Expected a label row, found a text.","entry":"rows.json","offset":4,"pointer":"/1","label_hash":null,"object_hash":null,"frame":null}""",
            ],
            json.RootElement.GetProperty("issues").EnumerateArray().Select(static issue => JsonSerializer.Serialize(issue)));
    }

    [Fact]
    public async Task An_ontology_is_no_export_and_says_so()
    {
        File.WriteAllText(_folder.File("ontology.json"), """{"objects": [], "classifications": []}""");

        var run = await LocalCommand.RunAsync(_folder.Path, "inspect", "ontology.json");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("EL413", run.Results, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bare_json_is_an_export_too()
    {
        File.WriteAllBytes(_folder.File("row.json"), LoadExport.Create(1, 5, 1).Row(0).Json.Span);

        var run = await LocalCommand.RunAsync(_folder.Path, "inspect", "row.json");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("1 Done", run.Results, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fake.zip", "this is no zip", "EL901")]
    [InlineData("empty.json", "", "EL920")]
    [InlineData("nothing.json", "[]", "EL930")]
    [InlineData("broken.json", """[{"label_hash": "a",]""", "EL0")]
    public async Task What_is_no_export_is_an_issue(string name, string content, string code)
    {
        File.WriteAllText(_folder.File(name), content);

        var run = await LocalCommand.RunAsync(_folder.Path, "inspect", name);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(code, run.Results, StringComparison.Ordinal);
    }
}
