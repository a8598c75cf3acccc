using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EncordFunctions.Infra.Tests.Snapshots;

namespace EncordFunctions.Infra.Tests.Docs;

public sealed partial class OperationsTests
{
    [Fact]
    public void Every_app_setting_stands_in_the_table_of_settings()
    {
        Assert.Equal(SettingsTests.Given, Names("app setting"));
    }

    [Fact]
    public void Every_parameter_stands_in_the_table_of_settings_with_its_default()
    {
        var parameters = Parameter().Matches(Repository.Text("infra/main.bicep")).Select(match =>
            $"{match.Groups["name"].Value} = {Standard(match.Groups["standard"])}");

        Assert.Equal(
            parameters.Order(StringComparer.Ordinal),
            Rows("parameter").Select(row => $"{row.Name} = {row.Standard}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_variable_that_sets_a_parameter_stands_beside_it()
    {
        var variables = Variable().Matches(Repository.Text("infra/shared.bicepparam"))
            .Select(match => $"{match.Groups["name"].Value}: parameter, `{match.Groups["variable"].Value}`");

        Assert.Equal(
            variables.Order(StringComparer.Ordinal),
            Rows("parameter, ").Select(row => $"{row.Name}: {row.Kind}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_numbers_of_the_host_file_stand_in_the_table_of_settings()
    {
        var leaves = Leaves(Repository.Json("host.json"));

        Assert.Equal(
            leaves.Select(leaf => leaf.TrimStart('.')).Order(StringComparer.Ordinal),
            Rows("host.json").Select(row => $"{row.Name} = {row.Standard}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_alert_has_a_paragraph_that_says_what_to_do()
    {
        var paragraphs = Operations.Section("Alerts and what to do").Split("\n### ").Skip(1).Select(part => part.Split('\n')[0]);

        Assert.Equal(AlertTests.Names.Order(StringComparer.Ordinal), paragraphs.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_said_of_retention_is_what_is_deployed()
    {
        var retention = Operations.Section("Retention");

        Assert.Contains("| container `staging` | 14 days |", retention, StringComparison.Ordinal);
        Assert.Contains("| container `dead-letters` | 90 days |", retention, StringComparison.Ordinal);
        Assert.Contains("brought back for 7 days", retention, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_file_that_is_named_is_there()
    {
        var files = InRepository().Matches(Operations.Text).Select(match => match.Value.Trim('`')).Distinct().ToArray();

        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.True(File.Exists(Path.Combine(Repository.Root, file)), file));
    }

    private static IEnumerable<SettingRow> Rows(string kind) => SettingRow.All.Where(row => row.Kind.StartsWith(kind, StringComparison.Ordinal));

    private static IEnumerable<string> Names(string kind) => Rows(kind).Select(row => row.Name).Order(StringComparer.Ordinal);

    private static string Standard(Group standard) => standard switch
    {
        { Success: false } => "required",
        { Value: "''" } => "empty",
        { Value: "[]" } => "none",
        _ => standard.Value.Trim('\''),
    };

    private static IEnumerable<string> Leaves(JsonNode node) => node is JsonObject members
        ? members.SelectMany(member => Leaves(member.Value!).Select(leaf => $".{member.Key}{leaf}"))
        : [$" = {node}"];

    [GeneratedRegex(@"^param (?<name>\w+) [\w\[\]]+(?: = (?<standard>.+))?$", RegexOptions.Multiline)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"^param (?<name>\w+) = .*?readEnvironmentVariable\('(?<variable>\w+)'", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Variable();

    [GeneratedRegex(@"`infra/[\w./-]+\.\w+`|`azure\.yaml`")]
    private static partial Regex InRepository();
}
