using System.Text;
using System.Text.RegularExpressions;
using EncordFunctions.Tests.Shared;

namespace EncordFunctions.Local.Tests.Docs;

/// <summary>One section of <c>docs/issues.md</c>, as a program reads it.</summary>
internal sealed partial record IssueSection(string Code, string Title, string Severity, string Text)
{
    /// <summary>Where each example must be found; empty where the example can't be run.</summary>
    public IReadOnlyList<string> Pointers => [.. Places().Matches(Text).Select(match => match.Groups["pointer"].Value)];

    /// <summary>Name of the recipe that makes the example, where it can't be shown as text.</summary>
    public string? Recipe => RecipeName().Match(Text) is { Success: true } match ? match.Groups["name"].Value : null;

    /// <summary>Whether the section says why there is no example.</summary>
    public bool HasNoExample => Text.Contains("\nNo example: ", StringComparison.Ordinal);

    /// <summary>The examples in their order, each with its files; the first file of each is what is inspected.</summary>
    public IReadOnlyList<IReadOnlyList<(string Name, byte[] Content)>> Examples
    {
        get
        {
            var ends = Places().Matches(Text).Select(match => match.Index).ToArray();
            return
            [
                .. Fence.In(Text)
                    .GroupBy(fence => ends.First(end => end > fence.At))
                    .Select(example => example.Select(FileOf).OrderBy(file => file.Name != "labels.json").ToArray()),
            ];
        }
    }

    /// <summary>All sections of the file.</summary>
    public static IReadOnlyList<IssueSection> All { get; } =
    [
        .. Headings().Split(Repository.Text("docs/issues.md")).Skip(1).Chunk(3).Select(parts => new IssueSection(
            parts[0], parts[1], SeverityWord().Match(parts[2]).Groups["word"].Value, parts[2])),
    ];

    private static (string Name, byte[] Content) FileOf(Fence fence) => fence.Info.Split(' ') switch
    {
        ["json", "latin1"] => ("labels.json", Encoding.Latin1.GetBytes(fence.Text)),
        ["json", var name] => (name, Encoding.UTF8.GetBytes(fence.Text)),
        _ => ("labels.json", Encoding.UTF8.GetBytes(fence.Text)),
    };

    [GeneratedRegex(@"^## (EL[0-9]{3}) ([^\n]+)\n", RegexOptions.Multiline)]
    private static partial Regex Headings();

    [GeneratedRegex(@"\A\s*\*\*(?<word>Error|Warning|Info)\.\*\* ")]
    private static partial Regex SeverityWord();

    [GeneratedRegex(@"^Found at (?:the root|`(?<pointer>[^`]+)`)\.$", RegexOptions.Multiline)]
    private static partial Regex Places();

    [GeneratedRegex(@"^Example `(?<name>[a-z0-9-]+)`: ", RegexOptions.Multiline)]
    private static partial Regex RecipeName();
}
