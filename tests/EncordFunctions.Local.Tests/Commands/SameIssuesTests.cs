using System.Text.Json;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Local.Inspect;
using EncordFunctions.Pipeline.Zip;

namespace EncordFunctions.Local.Tests.Commands;

/// <summary>What an inspection names is what the pipeline names.</summary>
public sealed class SameIssuesTests(SharedAzurite azurite) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_inspection_names_the_same_issues_at_the_same_places_as_the_pipeline()
    {
        DamagedExports.WriteTo(_folder.File("damaged"));
        DamagedExports.WriteTo(_folder.File("with"));
        File.WriteAllText(_folder.File("with/ontology.json"), DamagedExports.Ontology);

        var run = await LocalCommand.RunAsync(_folder.Path, "ingest", "damaged", "with", "--json", "--connection", azurite.ConnectionString);

        Assert.Equal(1, run.ExitCode);
        using var json = JsonDocument.Parse(run.Results);
        var (compared, found) = (0, 0);
        foreach (var export in json.RootElement.GetProperty("exports").EnumerateArray())
        {
            var blob = export.GetProperty("blob").GetString()!;
            var folder = blob.StartsWith("ontology-", StringComparison.Ordinal) ? "with" : "damaged";
            var ingested = Ingested(_folder.File(export.GetProperty("out").GetString()!));
            var inspected = new Issues();
            await Inspection.RunAsync(_folder.File($"{folder}/{Path.GetFileName(blob)}"), ArchiveLimits.Default, [inspected], withLines: false, TestContext.Current.CancellationToken);

            Assert.True(ingested.SequenceEqual(inspected.Sorted), $"{blob}\ningest:\n{string.Join('\n', ingested)}\ninspect:\n{string.Join('\n', inspected.Sorted)}");
            compared++;
            found += ingested.Count;
        }
        Assert.Equal(2 * Directory.GetFiles(_folder.File("damaged")).Length, compared);
        Assert.InRange(found, 200, int.MaxValue);
    }

    private static List<string> Ingested(string folder) => Directory.GetFiles(folder, "issues.jsonl", SearchOption.AllDirectories)
        .SelectMany(File.ReadLines)
        .Select(static line =>
        {
            using var issue = JsonDocument.Parse(line);
            var of = issue.RootElement;
            return $"{of.GetProperty("code").GetString()} {of.GetProperty("entry").GetString()} {of.GetProperty("offset").GetInt64()} {of.GetProperty("pointer").GetString()} {of.GetProperty("message").GetString()}";
        })
        .Order(StringComparer.Ordinal)
        .ToList();

    private sealed class Issues : IInspectionOutput
    {
        private readonly List<string> _lines = [];

        public IEnumerable<string> Sorted => _lines.Order(StringComparer.Ordinal);

        public void Take(Issue issue, InspectedFile file, TextPlace? text) =>
            _lines.Add($"{issue.Code.Id} {issue.Entry} {issue.Offset} {issue.Pointer} {issue.Message}");
    }
}
