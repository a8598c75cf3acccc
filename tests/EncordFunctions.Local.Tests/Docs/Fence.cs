using System.Text.RegularExpressions;

namespace EncordFunctions.Local.Tests.Docs;

/// <summary>A fenced block of a Markdown file: the words behind its opening fence, its text, and where it begins.</summary>
internal sealed partial record Fence(string Info, string Text, int At)
{
    /// <summary>The blocks of a text in their order.</summary>
    public static IEnumerable<Fence> In(string markdown) =>
        Blocks().Matches(markdown).Select(match => new Fence(match.Groups["info"].Value, match.Groups["text"].Value, match.Index));

    [GeneratedRegex(@"^```(?<info>[^\n]*)\n(?<text>.*?)^```\s*$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Blocks();
}
