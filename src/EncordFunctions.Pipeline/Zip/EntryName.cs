using System.IO.Hashing;
using System.Text;
using EncordFunctions.Labels.Issues;

namespace EncordFunctions.Pipeline.Zip;

/// <summary>An entry's name as bytes: what it says about the entry, and how to show it.</summary>
internal static class EntryName
{
    private const int LongestShown = 1024;

    private static readonly Encoding Cp437 = CodePagesEncodingProvider.Instance.GetEncoding(437)!;

    public static UInt128 Hash(ReadOnlySpan<byte> name) => XxHash128.HashToUInt128(name);

    public static string Show(ReadOnlySpan<byte> name, ZipFlags flags)
    {
        // Four bytes are the longest character: no more of the name is needed than can be shown.
        var cut = name[..Math.Min(name.Length, LongestShown * 4)];
        var text = ((flags & ZipFlags.Utf8) != 0 ? Encoding.UTF8 : Cp437).GetString(cut);
        if (text.Length > LongestShown)
            text = string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[LongestShown - 2]) ? LongestShown - 2 : LongestShown - 1), "…");
        return Showable.Of(text);
    }

    /// <summary>How many folders deep an <c>ontology.json</c> lies; null for every other name.</summary>
    public static int? OntologyDepth(ReadOnlySpan<byte> name)
    {
        var folders = name.LastIndexOfAny((byte)'/', (byte)'\\') + 1;
        if (!Ascii.EqualsIgnoreCase(name[folders..], "ontology.json"u8)) return null;
        return name[..folders].Count((byte)'/') + name[..folders].Count((byte)'\\');
    }

    public static SkipReason? Skip(ReadOnlySpan<byte> name)
    {
        if (name.EndsWith("/"u8) || name.EndsWith("\\"u8))
            return SkipReason.Folder;
        var file = name[(name.LastIndexOfAny((byte)'/', (byte)'\\') + 1)..];
        if (file.StartsWith("._"u8) || name.StartsWith("__MACOSX/"u8) || name.StartsWith("__MACOSX\\"u8))
            return SkipReason.MacMetadata;
        return file.Length >= 5 && Ascii.EqualsIgnoreCase(file[^5..], ".json"u8) ? null : SkipReason.NotJson;
    }
}
