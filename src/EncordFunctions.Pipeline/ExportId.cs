using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace EncordFunctions.Pipeline;

/// <summary>
/// Identity of one upload: a readable piece of the blob's name and a hash of container, name and ETag. The same upload has the same id
/// however often its event arrives; new content under an old name has a new one.
/// </summary>
public readonly record struct ExportId
{
    private const int SlugLength = 40;
    private const int HashLength = 16;

    private ExportId(string value) => Value = value;

    /// <summary>The id as it stands in keys, blob names and messages: <c>[a-z0-9-]</c>, at most 57 characters.</summary>
    public string Value { get; }

    /// <summary>Derives the id of an upload.</summary>
    /// <param name="container">The container's name.</param>
    /// <param name="name">The blob's name, with its virtual folders.</param>
    /// <param name="etag">The blob's ETag, with or without its quotes.</param>
    public static ExportId Of(string container, string name, string etag)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{container}\n{name}\n{etag.Trim('"')}"));
        return new ExportId($"{Slug(name)}-{Convert.ToHexStringLower(hash)[..HashLength]}");
    }

    /// <summary>Reads an id that was written before; false where the text can't be one.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ExportId id)
    {
        id = default;
        if (text is null || text.Length < HashLength + 2 || text.Length > SlugLength + 1 + HashLength) return false;
        foreach (var c in text)
            if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-') return false;
        foreach (var c in text.AsSpan(text.Length - HashLength))
            if (!char.IsAsciiHexDigitLower(c)) return false;
        if (text[^(HashLength + 1)] != '-') return false;
        id = new ExportId(text);
        return true;
    }

    /// <summary>
    /// Whether a partition of the tables of rows, objects and issues is of this export. An upload that is named like this id has an id that
    /// begins with it, so a range of partitions may hold those of another export.
    /// </summary>
    public bool Owns(string partition) =>
        partition.Length > Value.Length && partition[Value.Length] == '-' && partition.StartsWith(Value, StringComparison.Ordinal)
        && !partition.AsSpan(Value.Length + 1).Contains('-');

    /// <inheritdoc/>
    public override string ToString() => Value;

    private static string Slug(string name)
    {
        var stem = Path.GetExtension(name) is { Length: > 0 } extension ? name.AsSpan(0, name.Length - extension.Length) : name;
        var slug = new StringBuilder(SlugLength);
        foreach (var c in stem)
        {
            if (slug.Length == SlugLength) break;
            if (char.IsAsciiLetterOrDigit(c)) slug.Append(char.ToLowerInvariant(c));
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }
        var text = slug.ToString().Trim('-');
        return text.Length > 0 ? text : "export";
    }
}
