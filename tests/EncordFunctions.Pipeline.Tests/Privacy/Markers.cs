using System.Globalization;
using System.Text.RegularExpressions;

namespace EncordFunctions.Pipeline.Tests.Privacy;

/// <summary>
/// Private values that no export has, each with a word that stands nowhere else, and the member it was planted in. The words need no escape in any format, so that
/// they can be looked for in bytes.
/// </summary>
public sealed partial class Markers
{
    public const string Person = "both@people.example";

    private readonly List<string> _fields = [];

    /// <summary>A signed link, with user info, query and fragment.</summary>
    public string Url(string field) => $"https://{Next(field, 'u')}:pass@files.example/a/b.png?X-Signature={Next(field, 'u')}&Expires=1#{Next(field, 'u')}";

    public string Email(string field) => $"{Next(field, 'e')}@people.example";

    public string Patient(string field) => Next(field, 'p');

    /// <summary>Those that stand in a text: what kind they are, and where they were planted.</summary>
    public IEnumerable<(char Kind, string Field)> In(string text)
    {
        foreach (Match match in Word().Matches(text))
            yield return (match.Groups[2].Value[0], _fields[int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)]);
    }

    private string Next(string field, char kind)
    {
        _fields.Add(field);
        return $"zq{_fields.Count - 1:D6}{kind}qz";
    }

    // Addresses may be cut where they are quoted, and still tell who it is.
    [GeneratedRegex("zq([0-9]{6})([uep])", RegexOptions.IgnoreCase)]
    private static partial Regex Word();
}
