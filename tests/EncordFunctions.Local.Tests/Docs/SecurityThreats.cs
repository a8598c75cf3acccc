using System.Text.RegularExpressions;
using EncordFunctions.Tests.Shared;

namespace EncordFunctions.Local.Tests.Docs;

/// <summary><c>docs/security.md</c> against the tests it names.</summary>
public sealed partial class SecurityThreats
{
    [Fact]
    public void Every_threat_names_a_test_that_there_is()
    {
        var threats = Repository.Text("docs/security.md").Split("## Threats")[1].Split("\n## ")[0];
        var rows = Row().Matches(threats).Select(static row => row.Groups[1].Value).ToArray();
        var tests = Directory.GetFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(static file => Test().Matches(File.ReadAllText(file))).Select(static test => test.Groups[1].Value).ToHashSet(StringComparer.Ordinal);

        Assert.InRange(rows.Length, 25, int.MaxValue);
        Assert.Equal(threats.Split('\n').Count(static line => line.StartsWith('|')), rows.Length + 2);
        Assert.DoesNotContain(rows, row => !tests.Contains(row));
    }

    [GeneratedRegex(@"^\|.*\| `(\w+)` \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"\bpublic (?:async )?(?:void|Task) (\w+)\(")]
    private static partial Regex Test();
}
