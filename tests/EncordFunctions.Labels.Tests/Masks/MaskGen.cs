using CsCheck;

namespace EncordFunctions.Labels.Tests.Masks;

/// <summary>Pictures to try a codec on: noise, blank and full ones, and blobs with long runs; a side of 1 as often as not.</summary>
internal static class MaskGen
{
    private static readonly Gen<int> Side = Gen.OneOf(Gen.Int[1, 3], Gen.Int[1, 70]);

    public static Gen<(byte[] Pixels, int Width, int Height)> Picture { get; } =
        from width in Side
        from height in Side
        from pixels in Gen.OneOf(
            Gen.Byte[0, 1].Array[width * height],
            Gen.Byte[0, 1].Select(value => Enumerable.Repeat(value, width * height).ToArray()),
            Stretches(width * height),
            Rectangles(width, height))
        select (pixels, width, height);

    private static Gen<byte[]> Stretches(int length) =>
        Gen.Int[0, length].Array[0, 12].Select(ends =>
        {
            var pixels = new byte[length];
            foreach (var end in ends)
                for (var at = end; at < length; at++) pixels[at] ^= 1;
            return pixels;
        });

    private static Gen<byte[]> Rectangles(int width, int height) =>
        Gen.Select(Gen.Int[0, width], Gen.Int[0, width], Gen.Int[0, height], Gen.Int[0, height]).Array[1, 5].Select(corners =>
        {
            var pixels = new byte[width * height];
            foreach (var (x0, x1, y0, y1) in corners)
                for (var at = 0; at < pixels.Length; at++)
                    if (at % width >= x0 && at % width < x1 && at / width >= y0 && at / width < y1) pixels[at] ^= 1;
            return pixels;
        });
}
