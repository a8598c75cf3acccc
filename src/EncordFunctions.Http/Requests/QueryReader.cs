using System.Globalization;
using System.Text.RegularExpressions;
using EncordFunctions.Http.Answers;
using Microsoft.AspNetCore.Http;

namespace EncordFunctions.Http.Requests;

/// <summary>
/// Reads the parameters of a list: first what it is filtered by, then the page. What it does not know is left alone, such as the key that a
/// Functions host takes there too.
/// </summary>
internal sealed partial class QueryReader(HttpRequest request)
{
    private const string SizeName = "size";
    private const string PageName = "page";

    private readonly string _path = request.Path.ToUriComponent();
    private QueryString _filters;
    private string? _size;

    /// <summary>What is wrong with the first parameter that can't be used, and what would be right; null where all can.</summary>
    public string? Fault { get; private set; }

    private string List => _path + _filters.ToUriComponent();

    /// <summary>One of the names of an enumeration, in upper or lower case.</summary>
    public T? Choice<T>(string name)
        where T : struct, Enum
    {
        if (Find(name) is not { } text) return null;
        foreach (var value in Enum.GetValues<T>())
        {
            if (!value.ToString().Equals(text, StringComparison.OrdinalIgnoreCase)) continue;
            _filters = _filters.Add(name, value.ToString().ToLowerInvariant());
            return value;
        }
        Fault ??= $"'{name}' is one of {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}.";
        return null;
    }

    /// <summary>A code of issues.</summary>
    public string? Code(string name)
    {
        if (Find(name) is not { } text) return null;
        if (IssueCode().IsMatch(text))
        {
            var code = text.ToUpperInvariant();
            _filters = _filters.Add(name, code);
            return code;
        }
        // A Functions host takes its key under the same name: what stands there must not come back in an answer.
        Fault ??= $"'{name}' is a code of issues: EL and three digits, as EL106. A function key goes into the header x-functions-key.";
        return null;
    }

    /// <summary>How many items a page may have.</summary>
    public int Size(int usual, int most)
    {
        if ((_size = Find(SizeName)) is null) return usual;
        if (int.TryParse(_size, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size >= 1 && size <= most) return size;
        Fault ??= $"'{SizeName}' is a whole number from 1 to {most}.";
        return usual;
    }

    /// <summary>Where the page begins; null for the first one.</summary>
    public string? Page()
    {
        if (Find(PageName) is not { } token) return null;
        if (PageToken.TryRead(token, List, out var from)) return from;
        Fault ??= $"'{PageName}' is no page of this list: take 'next_page' of the page before, with the same filters, or none for the first page.";
        return null;
    }

    /// <summary>The token of the next page, which begins there; null where there is none.</summary>
    public string? NextPage(string? next) => next is null ? null : PageToken.Of(next, List);

    /// <summary>Where this list is, and the next page of it.</summary>
    public PageLinks Links(string? next)
    {
        if (NextPage(next) is not { } token) return new PageLinks(List, null);
        var query = _size is null ? _filters : _filters.Add(SizeName, _size);
        return new PageLinks(List, _path + query.Add(PageName, token).ToUriComponent());
    }

    private string? Find(string name) => request.Query.TryGetValue(name, out var text) ? text.ToString() : null;

    [GeneratedRegex("""^[Ee][Ll][0-9]{3}\z""", RegexOptions.CultureInvariant)]
    private static partial Regex IssueCode();
}
