namespace EncordFunctions.Bench;

/// <summary>A part of a page of prose that a command writes, between two comments that stay.</summary>
internal static class GeneratedPart
{
    /// <summary>Puts <paramref name="content"/> between the comments of <paramref name="name"/>; the rest of the page is left as it is.</summary>
    public static async Task ReplaceAsync(string page, string name, string content)
    {
        var (begin, end) = ($"<!-- begin: bench {name} -->", $"<!-- end: bench {name} -->");
        var text = await File.ReadAllTextAsync(page);
        var (from, to) = (text.IndexOf(begin, StringComparison.Ordinal), text.IndexOf(end, StringComparison.Ordinal));
        if (from < 0 || to < from) throw new InvalidOperationException($"{page} has no place for what bench {name} writes: {begin} and {end}.");
        await File.WriteAllTextAsync(page, $"{text[..(from + begin.Length)]}\n\n{content.Trim()}\n\n{text[to..]}");
    }
}
