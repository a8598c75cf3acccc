using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace EncordFunctions.Formats.Tests.Masks;

/// <summary>Reads the PNGs that are written, after the specification, and no others; checks what it reads.</summary>
internal static class TinyPng
{
    /// <summary>A picture of numbers.</summary>
    public sealed record Numbers(int[] Pixels, int Width, int Height, int Bits, string[] Palette);

    /// <summary>Reads one bit of gray a pixel.</summary>
    public static (byte[] Pixels, int Width, int Height) Read(byte[] png)
    {
        var chunks = Chunks(png);
        Assert.Equal(["IHDR", "IDAT", "IEND"], chunks.Select(static chunk => chunk.Type));
        var (width, height, bits, colour) = Header(chunks);
        Assert.Equal((1, 0), (bits, colour));
        return ([.. Unpack(chunks, width, height, 1).Select(static pixel => (byte)pixel)], width, height);
    }

    /// <summary>Reads 8 bits with a palette, or 16 bits of gray.</summary>
    public static Numbers ReadNumbers(byte[] png)
    {
        var chunks = Chunks(png);
        var (width, height, bits, colour) = Header(chunks);
        var kinds = chunks.Select(static chunk => chunk.Type).Distinct();
        Assert.Equal(bits == 8 ? ["IHDR", "PLTE", "IDAT", "IEND"] : ["IHDR", "IDAT", "IEND"], kinds);
        Assert.Equal((bits, bits == 8 ? 3 : 0), (bits is 8 or 16 ? bits : 0, colour));
        var colours = bits == 8 ? Assert.Single(chunks, static chunk => chunk.Type == "PLTE").Content : [];
        Assert.Equal(0, colours.Length % 3);
        var palette = colours.Chunk(3).Select(static rgb => $"#{Convert.ToHexString(rgb)}").ToArray();
        var pixels = Unpack(chunks, width, height, bits);
        if (bits == 8) Assert.True(pixels.Max() < palette.Length);
        return new Numbers(pixels, width, height, bits, palette);
    }

    private static List<(string Type, byte[] Content)> Chunks(byte[] png)
    {
        Assert.Equal([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], png[..8]);
        var chunks = new List<(string Type, byte[] Content)>();
        for (var at = 8; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            var chunk = png.AsSpan(at + 4, length + 4);
            Assert.Equal(Check(chunk), BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(at + 8 + length)));
            chunks.Add((Encoding.ASCII.GetString(chunk[..4]), chunk[4..].ToArray()));
            at += length + 12;
        }
        return chunks;
    }

    private static (int Width, int Height, int Bits, int Colour) Header(List<(string Type, byte[] Content)> chunks)
    {
        var header = chunks[0].Content;
        Assert.Equal<byte>([0, 0, 0], header[10..]);
        return (BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(4)), header[8], header[9]);
    }

    private static int[] Unpack(List<(string Type, byte[] Content)> chunks, int width, int height, int bits)
    {
        using var data = new MemoryStream([.. chunks.Where(static chunk => chunk.Type == "IDAT").SelectMany(static chunk => chunk.Content)]);
        using var inflate = new ZLibStream(data, CompressionMode.Decompress);
        using var raw = new MemoryStream();
        inflate.CopyTo(raw);
        var rows = raw.ToArray();
        var stride = 1 + (((width * bits) + 7) / 8);
        Assert.Equal((long)stride * height, rows.Length);
        var pixels = new int[width * height];
        for (var y = 0; y < height; y++)
        {
            var row = rows.AsSpan(y * stride, stride);
            Assert.Equal(0, row[0]);
            for (var x = 0; x < width; x++)
            {
                pixels[(y * width) + x] = bits switch
                {
                    1 => (row[1 + (x / 8)] >> (7 - (x % 8))) & 1,
                    8 => row[1 + x],
                    _ => (row[1 + (2 * x)] << 8) | row[2 + (2 * x)],
                };
            }
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
