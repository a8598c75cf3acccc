using System.Text;
using EncordFunctions.Labels.Json;
using EncordFunctions.Labels.Privacy;

namespace EncordFunctions.Labels.Issues;

/// <summary>Content as a message quotes it: short, and without what is nobody's business. What is withheld goes before the text is cut, which could hide it.</summary>
internal static class Shown
{
    private const int MostRead = 1_024;
    private const int MostChars = 64;

    /// <summary>A text as it stands in the JSON, without its quotes.</summary>
    public static string Text(ReadOnlySpan<byte> raw)
    {
        if (raw.Length > MostRead) return $"a text of {raw.Length} bytes";
        Span<byte> decoded = stackalloc byte[MostRead];
        return Name(decoded[..JsonText.Decode(raw, decoded)]);
    }

    /// <summary>The name of a member.</summary>
    public static string Name(ReadOnlySpan<byte> name)
    {
        if (name.Length <= MostChars) return Encoding.UTF8.GetString(name);
        var text = Withheld.In(Encoding.UTF8.GetString(name[..Math.Min(name.Length, MostRead)]));
        return text.Length <= MostChars ? text : text[..MostChars];
    }
}
