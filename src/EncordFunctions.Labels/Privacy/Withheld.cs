using System.Text.RegularExpressions;

namespace EncordFunctions.Labels.Privacy;

/// <summary>
/// Keeps secrets and addresses out of what is said about content: links lose what they are signed with, e-mail addresses are not named.
/// Whatever quotes a row for a log, an issue or a report goes through here.
/// </summary>
public static class Withheld
{
    // Both run over content that anybody may have written, so neither may backtrack. Links stand escaped in JSON and in JSON Pointers.
    private static readonly Regex Links = new(
        """(https?:(?://|~1~1|\\/\\/))(?:[^\s"/~\\?#@]*@)?([^\s"?#]*)(?:[?#][^\s"]*)?""",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Addresses = new(EmailAddress.Pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>The text without them; itself where it has none.</summary>
    public static string In(string text)
    {
        if (text.AsSpan().ContainsAny('?', '#') || text.Contains('@', StringComparison.Ordinal)) text = Links.Replace(text, "$1$2");
        return text.Contains('@', StringComparison.Ordinal) ? Addresses.Replace(text, "(e-mail)") : text;
    }

    /// <summary>The JSON Pointer without them: keys may be links too, as those of a scene's camera images.</summary>
    public static string InPointer(string pointer) => pointer.AsSpan().ContainsAny('?', '#', '@') ? string.Join('/', pointer.Split('/').Select(In)) : pointer;
}
