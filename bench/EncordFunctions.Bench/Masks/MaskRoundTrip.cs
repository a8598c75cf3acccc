using System.Text;
using EncordFunctions.Labels.Masks;

namespace EncordFunctions.Bench.Masks;

/// <summary>
/// Draws random masks, writes each as text in both orders, has the texts read by our decoder and by COCO's code, and compares every pixel.
/// </summary>
internal sealed class MaskRoundTrip(CocoMaskApi? coco)
{
    private const int LongestSide = 96;

    private readonly Random _random = new(11);

    public void Run(int count)
    {
        var (empty, full) = (0, 0);
        for (var number = 0; number < count; number++)
        {
            var (width, height) = (_random.Next(1, LongestSide), _random.Next(1, LongestSide));
            var pixels = Draw(number, width, height);
            if (!pixels.Contains((byte)1)) empty++;
            if (!pixels.Contains((byte)0)) full++;
            var mask = Mask.FromBytes(pixels, width, height);
            Expect(pixels, Decoded(mask), $"our decoder, mask {number}");
            if (coco is null) continue;
            Expect(pixels, Turned(ByCoco(mask.CocoCounts(), height, width), width, height), $"COCO's decoder of COCO counts, mask {number}");
            Expect(pixels, ByCoco(mask.Encode(), width, height), $"COCO's decoder of rleString with height and width swapped, mask {number}");
        }
        var readers = coco is null
            ? $"our decoder ({CocoMaskApi.Variable} is not set, so COCO's was not asked)"
            : "our decoder, and by COCO's in both orders";
        Console.WriteLine($"round trip: {count:N0} random masks, {empty:N0} of them empty and {full:N0} full, are the same picture read by {readers}");
    }

    private static void Expect(byte[] drawn, byte[] read, string reader)
    {
        if (!drawn.AsSpan().SequenceEqual(read)) throw new InvalidOperationException($"Another picture came back from {reader}.");
    }

    /// <summary>By turns nothing, everything, noise of any density, and long runs.</summary>
    private byte[] Draw(int number, int width, int height)
    {
        var pixels = new byte[width * height];
        var density = _random.NextDouble();
        switch (number % 8)
        {
            case 0:
                break;
            case 1:
                pixels.AsSpan().Fill(1);
                break;
            case < 5:
                foreach (ref var pixel in pixels.AsSpan()) pixel = _random.NextDouble() < density ? (byte)1 : (byte)0;
                break;
            default:
                for (var at = 0; at < pixels.Length;)
                {
                    var run = Math.Min(_random.Next(1, 3 * width), pixels.Length - at);
                    pixels.AsSpan(at, run).Fill((byte)_random.Next(2));
                    at += run;
                }
                break;
        }
        return pixels;
    }

    private static byte[] Decoded(Mask mask)
    {
        if (Mask.Read(Encoding.ASCII.GetBytes(mask.Encode()), mask.Width, mask.Height) is not MaskReading.Read { Mask: var read })
            throw new InvalidOperationException("Our decoder refuses what our encoder wrote.");
        var pixels = new byte[mask.Width * mask.Height];
        read.CopyTo(pixels);
        return pixels;
    }

    private byte[] ByCoco(string counts, int height, int width)
    {
        var rle = coco!.Read(Encoding.ASCII.GetBytes(counts + '\0'), height, width);
        var pixels = new byte[width * height];
        coco.Decode(rle, pixels);
        coco.Free(ref rle);
        return pixels;
    }

    /// <summary>Down the columns to along the rows.</summary>
    private static byte[] Turned(byte[] columns, int width, int height)
    {
        var rows = new byte[columns.Length];
        for (var x = 0; x < width; x++)
        {
            for (var y = 0; y < height; y++) rows[(y * width) + x] = columns[(x * height) + y];
        }
        return rows;
    }
}
