using System.Text.RegularExpressions;

namespace EncordFunctions.Labels.Privacy;

/// <summary>E-mail addresses of people who label.</summary>
public static partial class EmailAddress
{
    /// <summary>What an address looks like in any text.</summary>
    internal const string Pattern = """[^\s@/\\"'<>(),;:\[\]{}]+@(?:[\w-]+\.)+\p{L}[\w-]*""";

    private const int Longest = 320;

    /// <summary>Whether a text is one and nothing else.</summary>
    public static bool Is(string text) => text.Length <= Longest && text.Contains('@', StringComparison.Ordinal) && Whole().IsMatch(text.Trim());

    [GeneratedRegex($@"\A{Pattern}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();
}
