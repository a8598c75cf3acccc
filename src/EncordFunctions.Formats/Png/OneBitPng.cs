using System.Buffers;
using System.IO.Compression;
using EncordFunctions.Labels.Masks;

namespace EncordFunctions.Formats.Png;

/// <summary>A mask as a PNG of one bit a pixel: signature, IHDR, one IDAT, IEND. The rows come straight from the runs.</summary>
internal static class OneBitPng
{
    private const int BandBytes = 1 << 16;

    /// <summary>Appends the picture to <paramref name="png"/>, whose buffer must be visible.</summary>
    public static void Write(Mask mask, MemoryStream png)
    {
        // One bit a pixel, grayscale.
        PngChunks.Begin(png, mask.Width, mask.Height, 1, 0);
        var data = PngChunks.BeginChunk(png, "IDAT"u8);
        Compress(mask, png);
        PngChunks.EndChunk(png, data);
        PngChunks.End(png);
    }

    private static void Compress(Mask mask, MemoryStream png)
    {
        var lines = new ScanLines(mask, filterByte: true);
        var band = ArrayPool<byte>.Shared.Rent(Math.Max(BandBytes, lines.Stride));
        try
        {
            using var deflate = new ZLibStream(png, PngChunks.Compression, leaveOpen: true);
            while (lines.Write(band) is > 0 and var rows) deflate.Write(band, 0, rows * lines.Stride);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(band);
        }
    }
}
