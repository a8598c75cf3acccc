namespace EncordFunctions.Formats.Markup;

/// <summary>Shortens texts that are as long as an export likes.</summary>
internal static class Cut
{
    /// <summary>At most <paramref name="most"/> characters, the last one '…' where something is missing; a pair of surrogates stays whole.</summary>
    public static string? To(string? text, int most)
    {
        if (text is null || text.Length <= most) return text;
        var length = char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1;
        return $"{text.AsSpan(0, length)}…";
    }
}
