namespace EncordFunctions.Labels.Privacy;

/// <summary>
/// Where a file lies, as exports say it. A signed link is a key: whoever has its query may read the file until it expires. The URI of a bucket
/// is none.
/// </summary>
public static class Link
{
    private const string Scheme = "://";

    /// <summary>Whether a text is a web link with more than scheme, host and path.</summary>
    public static bool IsSecret(string text) => IsWeb(text) && Bare(text).Length < text.Length;

    /// <summary>The link without user info, query and fragment. A path that names no scheme may be a signed link all the same, and loses a query.</summary>
    public static string Bare(string link)
    {
        if (Is(link, "gs://") || Is(link, "s3://")) return link;
        if (!IsWeb(link)) return link.IndexOf('?', StringComparison.Ordinal) is >= 0 and var query ? link[..query] : link;
        var host = link.IndexOf(Scheme, StringComparison.Ordinal) + Scheme.Length;
        var end = link.AsSpan().IndexOfAny('?', '#');
        var path = end < 0 ? link : link[..end];
        var hostEnd = path.AsSpan(Math.Min(host, path.Length)).IndexOfAny('/', '\\');
        var user = path.AsSpan(0, hostEnd < 0 ? path.Length : host + hostEnd).LastIndexOf('@');
        return user < 0 ? path : string.Concat(path.AsSpan(0, host), path.AsSpan(user + 1));
    }

    private static bool IsWeb(string text) => Is(text, "http://") || Is(text, "https://");

    private static bool Is(string text, string scheme) => text.AsSpan().TrimStart().StartsWith(scheme, StringComparison.OrdinalIgnoreCase);
}
