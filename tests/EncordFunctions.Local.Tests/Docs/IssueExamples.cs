using System.Reflection;
using System.Text.Json;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Local.Commands;
using EncordFunctions.Local.Output;
using EncordFunctions.Pipeline;
using EncordFunctions.Tests.Shared;
using Spectre.Console;

namespace EncordFunctions.Local.Tests.Docs;

/// <summary><c>docs/issues.md</c> against the codes there are, and its examples against what is found in them.</summary>
public sealed class IssueExamples : IDisposable
{
    /// <summary>Codes that no file on disk can bring about.</summary>
    private static readonly string[] WithoutExample = ["EL218", "EL931", "EL932"];

    private static readonly IssueCode[] Codes =
    [
        .. new[] { typeof(LabelRowReader).Assembly, typeof(Verdict).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => field.FieldType == typeof(IssueCode) && field.IsInitOnly)
            .Select(field => (IssueCode)field.GetValue(null)!)
            .OrderBy(code => code.Id, StringComparer.Ordinal),
    ];

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Sections => [.. IssueSection.All.Select(section => section.Code)];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_code_has_a_section_and_every_section_a_code_in_order_with_severity_and_title() => Assert.Equal(
        Codes.Select(code => $"{code.Id} {code.Title} ({code.Severity})"),
        IssueSection.All.Select(section => $"{section.Code} {section.Title} ({section.Severity})"));

    [Fact]
    public void Every_section_can_be_linked_to_by_its_code_and_says_what_was_done_and_how_to_repair()
    {
        var text = Repository.Text("docs/issues.md");

        Assert.All(IssueSection.All, section =>
        {
            Assert.Contains($"<a id=\"{section.Code.ToLowerInvariant()}\"></a>\n\n## {section.Code} ", text, StringComparison.Ordinal);
            Assert.Contains("\n**What we did.** ", section.Text, StringComparison.Ordinal);
            Assert.Contains("\n**Repair.** ", section.Text, StringComparison.Ordinal);
        });
        Assert.Equal(WithoutExample, IssueSection.All.Where(section => section.HasNoExample).Select(section => section.Code));
    }

    [Theory]
    [MemberData(nameof(Sections))]
    public async Task The_example_of_a_code_brings_that_code_alone_at_the_place_it_says(string code)
    {
        var section = IssueSection.All.Single(section => section.Code == code);
        if (section.HasNoExample) return;
        var examples = section.Recipe is { } recipe ? [IssueRecipes.Make(recipe)] : section.Examples;

        Assert.NotEmpty(examples);
        Assert.Equal(section.Pointers.Count, examples.Count);
        foreach (var (example, pointer) in examples.Zip(section.Pointers))
            Assert.Equal([$"{code} {pointer}"], await FoundInAsync(example));
    }

    private async Task<IEnumerable<string>> FoundInAsync(IReadOnlyList<(string Name, byte[] Content)> files)
    {
        foreach (var (name, content) in files)
            await File.WriteAllBytesAsync(_folder.File(name), content, TestContext.Current.CancellationToken);
        var results = new StringWriter();
        var terminal = new Terminal(Console(results), Console(TextWriter.Null));
        await CommandLine.RunAsync(["inspect", _folder.File(files[0].Name), "--json"], terminal, TimeProvider.System, TestContext.Current.CancellationToken);
        return JsonElement.Parse(results.ToString()).GetProperty("issues").EnumerateArray()
            .Select(issue => $"{issue.GetProperty("code").GetString()} {issue.GetProperty("pointer").GetString()}");
    }

    private static IAnsiConsole Console(TextWriter to) => AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(to) });
}
