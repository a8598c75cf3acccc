using System.Text;

namespace EncordFunctions.Pipeline.Zip;

/// <summary>Says what an upload is that isn't a zip, by its first bytes, so that the user knows what went wrong.</summary>
internal static class ForeignFormat
{
    /// <summary>How many first bytes are looked at: the name of a tar stands at 257.</summary>
    public const int HeadLength = 512;

    private const int TarMark = 257;

    private static readonly (byte[] Start, string What)[] Known =
    [
        ([0x1F, 0x8B], "a gzip file. Unpack it and upload the zip or the .json inside"),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7z archive. Pack its files as a zip"),
        ([.. "Rar!"u8], "a RAR archive. Pack its files as a zip"),
        ([.. "BZh"u8], "a bzip2 file. Unpack it and upload the zip or the .json inside"),
        ([0xFD, .. "7zXZ"u8], "an xz file. Unpack it and upload the zip or the .json inside"),
        ([0x28, 0xB5, 0x2F, 0xFD], "a zstd file. Unpack it and upload the zip or the .json inside"),
        ([.. "%PDF"u8], "a PDF. Upload the label export"),
        ([0x89, .. "PNG"u8], "an image. Upload the label export, not the data it was made on"),
        ([0xFF, 0xD8, 0xFF], "an image. Upload the label export, not the data it was made on"),
        ([.. "PAR1"u8], "a Parquet file. Upload the label export"),
    ];

    private static ReadOnlySpan<byte> LocalSignature => "PK\x03\x04"u8;

    /// <summary>Whether the first bytes are a zip's, or too few to be anything else.</summary>
    public static bool LooksLikeZip(ReadOnlySpan<byte> head) =>
        !head.IsEmpty && (head.StartsWith(LocalSignature) || head.StartsWith("PK\x05\x06"u8) || head.StartsWith("PK\x07\x08"u8) || LocalSignature.StartsWith(head));

    /// <summary>One sentence or two: what it is, and what to do.</summary>
    public static string Describe(ReadOnlySpan<byte> head)
    {
        if (head.IsEmpty)
            return "The upload is empty: it has no bytes. Upload the export again.";
        foreach (var (start, what) in Known)
        {
            if (head.StartsWith(start))
                return $"The upload is not a zip but {what}.";
        }

        if (head.Length > TarMark && head[TarMark..].StartsWith("ustar"u8))
            return "The upload is not a zip but a tar archive. Pack its files as a zip.";
        if (head.StartsWith((byte[])[0xEF, 0xBB, 0xBF]))
            head = head[3..];
        head = head.TrimStart(" \t\r\n"u8);
        if (head.StartsWith("{"u8) || head.StartsWith("["u8))
            return "The upload is not a zip but JSON. Upload it under a name that ends in .json.";
        if (StartsWithText(head, "<!doctype html"u8) || StartsWithText(head, "<html"u8))
            return "The upload is not a zip but a web page, often the error page of a download that failed. Download the export again.";
        if (head.StartsWith("<"u8))
            return "The upload is not a zip but XML, often the error answer of a download that failed. Download the export again.";
        return "The upload is not a zip archive, nor anything else that is known. Upload the export as a .zip or .json.";
    }

    private static bool StartsWithText(ReadOnlySpan<byte> head, ReadOnlySpan<byte> text) =>
        head.Length >= text.Length && Ascii.EqualsIgnoreCase(head[..text.Length], text);
}
