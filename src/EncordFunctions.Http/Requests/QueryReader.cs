using System.Globalization;
using System.Text.RegularExpressions;
using EncordFunctions.Http.Answers;
using Microsoft.AspNetCore.Http;

namespace EncordFunctions.Http.Requests;

/// <summary>Reads the parameters of a request. What it does not know is left alone, such as the key that a Functions host takes there too.</summary>
internal sealed partial class QueryReader(HttpRequest request)
{
    public const string PageName = "page";
    public const string PageFault = "'page' is none that this list gave: take 'next_page' of the page before as it is, or leave it out for the first page.";

    private readonly List<KeyValuePair<string, string?>> _read = [];

    /// <summary>What is wrong with the first parameter that can't be used, and what would be right; null where all can.</summary>
    public string? Fault { get; private set; }

    /// <summary>How many items a page may have.</summary>
    public int Size(int usual, int most)
    {
        if (Take("size") is not { } text) return usual;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size >= 1 && size <= most) return size;
        Fault ??= $"'size' is a whole number from 1 to {most}.";
        return usual;
    }

    /// <summary>Where the page begins; null for the first one.</summary>
    public string? Page()
    {
        if (!request.Query.TryGetValue(PageName, out var text)) return null;
        if (PageToken.TryDecode(text.ToString(), out var from)) return from;
        Fault ??= PageFault;
        return null;
    }

    /// <summary>One of the names of an enumeration, in upper or lower case.</summary>
    public T? Choice<T>(string name)
        where T : struct, Enum
    {
        if (Take(name) is not { } text) return null;
        foreach (var value in Enum.GetValues<T>())
            if (value.ToString().Equals(text, StringComparison.OrdinalIgnoreCase)) return value;
        Fault ??= $"'{name}' is one of {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}.";
        return null;
    }

    /// <summary>A code of issues.</summary>
    public string? Code()
    {
        if (Take("code") is not { } text) return null;
        if (IssueCode().IsMatch(text)) return text.ToUpperInvariant();
        // A Functions host takes its key under the same name: what stands there must not come back in an answer.
        Fault ??= "'code' is a code of issues: EL and three digits, as EL106. A function key goes into the header x-functions-key.";
        return null;
    }

    /// <summary>Where this page is, and the next one with the same parameters.</summary>
    public PageLinks Links(string? next)
    {
        var path = request.Path.ToUriComponent();
        return next is null
            ? new PageLinks(path, null)
            : new PageLinks(path, path + QueryString.Create([.. _read, new(PageName, PageToken.Of(next))]));
    }

    private string? Take(string name)
    {
        if (!request.Query.TryGetValue(name, out var values)) return null;
        var text = values.ToString();
        _read.Add(new(name, text));
        return text;
    }

    [GeneratedRegex("^[Ee][Ll][0-9]{3}$", RegexOptions.CultureInvariant)]
    private static partial Regex IssueCode();
}
