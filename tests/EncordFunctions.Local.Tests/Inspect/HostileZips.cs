using System.IO.Compression;

namespace EncordFunctions.Local.Tests.Inspect;

/// <summary>Archives that cost more to read than to send.</summary>
internal static class HostileZips
{
    /// <summary>One .json of white space, which deflate makes a thousandth of.</summary>
    public static byte[] Bomb(long bytes)
    {
        var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("a.json", CompressionLevel.Optimal).Open();
            var blanks = new byte[1 << 20];
            blanks.AsSpan().Fill((byte)' ');
            for (var left = bytes; left > 0; left -= blanks.Length) entry.Write(blanks);
        }
        return zip.ToArray();
    }
}
