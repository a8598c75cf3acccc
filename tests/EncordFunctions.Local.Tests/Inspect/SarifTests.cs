using System.Text.Json;
using System.Text.RegularExpressions;
using EncordFunctions.Local.Sample;
using EncordFunctions.Local.Tests.Commands;
using EncordFunctions.Pipeline;

namespace EncordFunctions.Local.Tests.Inspect;

public sealed partial class SarifTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_issue_is_a_result_with_its_place_in_the_file()
    {
        Directory.CreateDirectory(_folder.File("my exports"));
        File.WriteAllText(_folder.File("my exports/rows.json"), "[7,\n  \"ü\", \"ü\"]");

        using var log = await InspectAsync("my exports/rows.json");

        var results = Results(log);
        Assert.Equal(3, results.Length);
        Assert.Equal([(1, 2, 1), (2, 3, 6), (2, 8, 12)], results.Select(static result => Region(result)));
        Assert.All(results, static result => Assert.Equal("my%20exports/rows.json", Physical(result).GetProperty("artifactLocation").GetProperty("uri").GetString()));
        Assert.Equal(("EL002", "error", "/2"), (
            results[2].GetProperty("ruleId").GetString(),
            results[2].GetProperty("level").GetString(),
            results[2].GetProperty("locations")[0].GetProperty("logicalLocations")[0].GetProperty("fullyQualifiedName").GetString()));
    }

    [Fact]
    public async Task An_entry_of_an_archive_is_an_artifact_inside_another()
    {
        File.WriteAllBytes(_folder.File("faulty.zip"), SampleExport.CreateWithFault().Content.Span);

        using var log = await InspectAsync("faulty.zip");

        var artifacts = log.RootElement.GetProperty("runs")[0].GetProperty("artifacts");
        Assert.Equal("faulty.zip", artifacts[0].GetProperty("location").GetProperty("uri").GetString());
        Assert.Equal(("labels/images.json", 0), (
            artifacts[1].GetProperty("location").GetProperty("uri").GetString(), artifacts[1].GetProperty("parentIndex").GetInt32()));
        var broken = Results(log).Single(static result => result.GetProperty("ruleId").GetString() == "EL001");
        Assert.Equal(1, Physical(broken).GetProperty("artifactLocation").GetProperty("index").GetInt32());
    }

    [Fact]
    public async Task An_issue_of_an_object_names_it_and_keeps_its_fingerprint_when_rows_stand_elsewhere()
    {
        var row = """
            {"label_hash": "r", "data_type": "image", "data_units": {"d": {"data_hash": "d", "width": 4, "height": 4, "labels": {"objects": [
             {"objectHash": "o", "featureHash": "f", "name": "Car", "shape": "bounding_box", "boundingBox": {"x": 7.5, "y": 0, "w": 1, "h": 1} }], "classifications": []} } },
             "object_answers": {}, "classification_answers": {}, "object_actions": {} }
            """;
        File.WriteAllText(_folder.File("one.json"), $"[{row}]");
        File.WriteAllText(_folder.File("two.json"), $"[ {row.Replace("\"r\"", "\"other\"", StringComparison.Ordinal)}, {row}]");

        using var one = await InspectAsync("one.json");
        using var two = await InspectAsync("two.json");

        var first = Assert.Single(Results(one), static result => result.GetProperty("ruleId").GetString() == "EL106");
        Assert.Equal(("r", "o", 0), (
            first.GetProperty("properties").GetProperty("label_hash").GetString(),
            first.GetProperty("properties").GetProperty("object_hash").GetString(),
            first.GetProperty("properties").GetProperty("frame").GetInt32()));
        var again = Results(two).Where(static result => result.GetProperty("ruleId").GetString() == "EL106").ToArray();
        Assert.Equal(2, again.Length);
        Assert.NotEqual(Fingerprint(first), Fingerprint(again[0]));
        Assert.Equal(Fingerprint(first), Fingerprint(again[1]));
    }

    [Fact]
    public async Task Every_rule_is_there_and_points_to_its_page()
    {
        File.WriteAllText(_folder.File("rows.json"), "[7]");

        using var log = await InspectAsync("rows.json");

        JsonElement[] rules = [.. Driver(log).GetProperty("rules").EnumerateArray()];
        Assert.Equal(IssueCodes.All.Select(static code => code.Id), rules.Select(static rule => rule.GetProperty("id").GetString()));
        Assert.Equal(rules.Length, rules.Select(static rule => rule.GetProperty("id").GetString()).Distinct().Count());
        var help = rules[Results(log)[0].GetProperty("ruleIndex").GetInt32()].GetProperty("help").GetProperty("text").GetString();
        Assert.EndsWith(" docs/issues.md#el002", help, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_is_inspected_the_log_keeps_the_rules_of_SARIF()
    {
        DamagedExports.WriteTo(_folder.File("damaged"));
        var results = 0;
        foreach (var path in Directory.GetFiles(_folder.File("damaged")).Order(StringComparer.Ordinal).Where(static (_, at) => at % 3 == 0))
        {
            using var log = await InspectAsync($"damaged/{Path.GetFileName(path)}");
            AssertLog(log.RootElement);
            results += Results(log).Length;
        }
        Assert.InRange(results, 30, int.MaxValue);
    }

    [Fact]
    public async Task A_log_that_stands_is_replaced_and_nothing_is_left_beside_it()
    {
        File.WriteAllText(_folder.File("rows.json"), "[]");
        File.WriteAllText(_folder.File("log.sarif"), new string('x', 1 << 20));

        using var log = await InspectAsync("rows.json");

        Assert.Single(Results(log));
        Assert.Equal(["log.sarif", "rows.json"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    // What the published schema of SARIF 2.1.0 asks of what is written here.
    private static void AssertLog(JsonElement log)
    {
        Assert.Equal("2.1.0", log.GetProperty("version").GetString());
        Assert.Equal("https://json.schemastore.org/sarif-2.1.0.json", log.GetProperty("$schema").GetString());
        var run = Assert.Single(log.GetProperty("runs").EnumerateArray());
        AssertMembers(run, "tool", "columnKind", "results", "artifacts");
        Assert.Equal("utf16CodeUnits", run.GetProperty("columnKind").GetString());
        var driver = run.GetProperty("tool").GetProperty("driver");
        AssertMembers(driver, "name", "rules");
        foreach (var rule in driver.GetProperty("rules").EnumerateArray())
        {
            AssertMembers(rule, "id", "shortDescription", "help", "defaultConfiguration");
            Assert.NotEmpty(rule.GetProperty("shortDescription").GetProperty("text").GetString()!);
            Assert.Contains(rule.GetProperty("defaultConfiguration").GetProperty("level").GetString(), (string[])["none", "note", "warning", "error"]);
        }
        var artifacts = run.GetProperty("artifacts");
        foreach (var artifact in artifacts.EnumerateArray())
        {
            AssertMembers(artifact, "location", "parentIndex");
            AssertReference(artifact.GetProperty("location").GetProperty("uri"));
            if (artifact.TryGetProperty("parentIndex", out var parent)) Assert.InRange(parent.GetInt32(), 0, artifacts.GetArrayLength() - 1);
        }
        foreach (var result in run.GetProperty("results").EnumerateArray()) AssertResult(result, driver.GetProperty("rules"), artifacts);
    }

    private static void AssertResult(JsonElement result, JsonElement rules, JsonElement artifacts)
    {
        AssertMembers(result, "ruleId", "ruleIndex", "level", "message", "locations", "partialFingerprints", "properties");
        Assert.Equal(result.GetProperty("ruleId").GetString(), rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
        Assert.Contains(result.GetProperty("level").GetString(), (string[])["none", "note", "warning", "error"]);
        Assert.NotEmpty(result.GetProperty("message").GetProperty("text").GetString()!);
        Assert.Matches("^[0-9a-f]{32}$", Fingerprint(result));
        var location = Assert.Single(result.GetProperty("locations").EnumerateArray());
        AssertMembers(location, "physicalLocation", "logicalLocations");
        var artifact = Physical(result).GetProperty("artifactLocation");
        AssertReference(artifact.GetProperty("uri"));
        Assert.Equal(
            artifacts[artifact.GetProperty("index").GetInt32()].GetProperty("location").GetProperty("uri").GetString(), artifact.GetProperty("uri").GetString());
        var region = Physical(result).GetProperty("region");
        AssertMembers(region, "startLine", "startColumn", "byteOffset");
        Assert.True(region.GetProperty("byteOffset").GetInt64() >= 0);
        if (!region.TryGetProperty("startLine", out var line)) return;
        Assert.True(line.GetInt64() >= 1);
        Assert.True(region.GetProperty("startColumn").GetInt64() >= 1);
    }

    private static void AssertMembers(JsonElement of, params string[] known) =>
        Assert.All(of.EnumerateObject(), member => Assert.Contains(member.Name, known));

    private static void AssertReference(JsonElement uri) => Assert.Matches(Reference(), uri.GetString());

    private async Task<JsonDocument> InspectAsync(string path)
    {
        var run = await LocalCommand.RunAsync(_folder.Path, "inspect", path, "--sarif", "log.sarif");
        Assert.Equal("", run.Notes);
        return JsonDocument.Parse(await File.ReadAllBytesAsync(_folder.File("log.sarif"), TestContext.Current.CancellationToken));
    }

    private static JsonElement Driver(JsonDocument log) => log.RootElement.GetProperty("runs")[0].GetProperty("tool").GetProperty("driver");

    private static JsonElement[] Results(JsonDocument log) => [.. log.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()];

    private static JsonElement Physical(JsonElement result) => result.GetProperty("locations")[0].GetProperty("physicalLocation");

    private static (int Line, int Column, int Offset) Region(JsonElement result)
    {
        var region = Physical(result).GetProperty("region");
        return (region.GetProperty("startLine").GetInt32(), region.GetProperty("startColumn").GetInt32(), region.GetProperty("byteOffset").GetInt32());
    }

    private static string Fingerprint(JsonElement result) => result.GetProperty("partialFingerprints").GetProperty("issue/v1").GetString()!;

    // A path of unreserved characters and escapes, relative.
    [GeneratedRegex("^([A-Za-z0-9._~-]|%[0-9A-F]{2})+(/([A-Za-z0-9._~-]|%[0-9A-F]{2})+)*$")]
    private static partial Regex Reference();
}
