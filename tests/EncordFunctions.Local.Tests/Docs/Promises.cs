using System.Text.RegularExpressions;
using EncordFunctions.Tests.Shared;

namespace EncordFunctions.Local.Tests.Docs;

/// <summary>What the README promises against <c>docs/reliability.md</c>, which names the tests of each promise.</summary>
public sealed partial class Promises
{
    [Fact]
    public void Every_promise_has_tests_that_there_are_and_no_test_is_named_for_another()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        var bullets = Section(readme, "## What you can rely on").Split('\n').Where(static line => line.StartsWith("- ", StringComparison.Ordinal)).ToArray();
        var promised = bullets.Select(static bullet => Bullet().Match(bullet).Groups[1].Value).ToArray();
        var table = Section(Repository.Text("docs/reliability.md"), "## Promises");
        var rows = table.Split('\n').Where(static line => line.StartsWith('|')).Skip(2).ToArray();
        var tests = Directory.GetFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(static file => Test().Matches(File.ReadAllText(file))).Select(static test => test.Groups[1].Value).ToHashSet(StringComparer.Ordinal);

        Assert.InRange(promised.Length, 5, int.MaxValue);
        Assert.DoesNotContain("", promised);
        Assert.Equal(promised, rows.Select(static row => row.Split('|')[1].Trim()));
        Assert.All(rows, row =>
        {
            var named = Named().Matches(row).Select(static name => name.Groups[1].Value).ToArray();
            Assert.NotEmpty(named);
            Assert.DoesNotContain(named, name => !tests.Contains(name));
        });
    }

    private static string Section(string text, string heading) => text.Split($"{heading}\n")[1].Split("\n## ")[0];

    [GeneratedRegex(@"^- \*\*(.+?)\.\*\* \S")]
    private static partial Regex Bullet();

    [GeneratedRegex("`(\\w+)`")]
    private static partial Regex Named();

    [GeneratedRegex(@"\bpublic (?:async )?(?:void|Task) (\w+)\(")]
    private static partial Regex Test();
}
