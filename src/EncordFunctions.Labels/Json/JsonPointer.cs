namespace EncordFunctions.Labels.Json;

/// <summary>Builds JSON Pointers (RFC 6901).</summary>
internal static class JsonPointer
{
    /// <summary><paramref name="pointer"/> and one more member name, escaped: <c>~</c> is <c>~0</c>, <c>/</c> is <c>~1</c>.</summary>
    public static string Append(string pointer, string name) =>
        name.AsSpan().IndexOfAny('~', '/') < 0
            ? $"{pointer}/{name}"
            : $"{pointer}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";
}
