using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace EncordFunctions.Formats.Tests;

/// <summary>Reads 1-bit grayscale PNGs after the specification, and nothing else; checks what it reads.</summary>
internal static class TinyPng
{
    public static (byte[] Pixels, int Width, int Height) Read(byte[] png)
    {
        Assert.Equal([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], png[..8]);
        var types = new List<string>();
        int width = 0, height = 0;
        using var data = new MemoryStream();
        for (var at = 8; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            var chunk = png.AsSpan(at + 4, length + 4);
            Assert.Equal(Check(chunk), BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(at + 8 + length)));
            types.Add(Encoding.ASCII.GetString(chunk[..4]));
            if (types[^1] == "IHDR")
            {
                width = BinaryPrimitives.ReadInt32BigEndian(chunk[4..]);
                height = BinaryPrimitives.ReadInt32BigEndian(chunk[8..]);
                Assert.Equal<byte>([1, 0, 0, 0, 0], chunk[12..].ToArray());
            }
            if (types[^1] == "IDAT") data.Write(chunk[4..]);
            at += length + 12;
        }
        Assert.Equal(["IHDR", "IDAT", "IEND"], types);

        data.Position = 0;
        using var inflate = new ZLibStream(data, CompressionMode.Decompress);
        using var raw = new MemoryStream();
        inflate.CopyTo(raw);
        return (Unpack(raw.ToArray(), width, height), width, height);
    }

    private static byte[] Unpack(byte[] rows, int width, int height)
    {
        var stride = 1 + ((width + 7) / 8);
        Assert.Equal(stride * height, rows.Length);
        var pixels = new byte[width * height];
        for (var y = 0; y < height; y++)
        {
            Assert.Equal(0, rows[y * stride]);
            for (var x = 0; x < width; x++) pixels[(y * width) + x] = (byte)((rows[(y * stride) + 1 + (x / 8)] >> (7 - (x % 8))) & 1);
        }
        return pixels;
    }

    private static uint Check(ReadOnlySpan<byte> bytes)
    {
        var check = uint.MaxValue;
        foreach (var one in bytes)
        {
            check ^= one;
            for (var bit = 0; bit < 8; bit++) check = (check & 1) != 0 ? (check >> 1) ^ 0xedb88320 : check >> 1;
        }
        return ~check;
    }
}
