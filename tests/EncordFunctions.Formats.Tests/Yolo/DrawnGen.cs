using CsCheck;
using EncordFunctions.Labels.Geometry;

namespace EncordFunctions.Formats.Tests.Yolo;

/// <summary>Areas to try: pictures of noise and of blocks, and polygons with holes and islands.</summary>
internal static class DrawnGen
{
    public static Gen<(byte[] Pixels, int Width, int Height)> Picture { get; } =
        from width in Gen.Int[1, 30]
        from height in Gen.Int[1, 30]
        from noise in Gen.Byte[0, 1].Array[width * height]
        from boxes in Gen.Select(Gen.Int[0, width], Gen.Int[0, width], Gen.Int[0, height], Gen.Int[0, height]).Array[1, 6]
        from noisy in Gen.Bool
        select (noisy ? noise : Blocks(boxes, width, height), width, height);

    private static byte[] Blocks((int, int, int, int)[] boxes, int width, int height)
    {
        var pixels = new byte[width * height];
        foreach (var (x0, x1, y0, y1) in boxes)
            for (var at = 0; at < pixels.Length; at++)
                if (at % width >= x0 && at % width < x1 && at / width >= y0 && at / width < y1) pixels[at] ^= 1;
        return pixels;
    }

    /// <summary>Rectangles and stars with up to three holes and an island in one of them, in two halves of the frame; winding as it comes.</summary>
    public static Gen<Vertex[][][]> Rings { get; } =
        from first in Part(14, 25, 12)
        from second in Part(44, 25, 13)
        from both in Gen.Bool
        select both ? (Vertex[][][])[.. first, .. second] : first;

    private static Gen<Vertex[][][]> Part(double x, double y, double reach) =>
        from outer in Star(x, y, reach * 0.9, reach)
        from holes in Gen.Int[0, 3]
        from left in Star(x - (0.4 * reach), y, reach * 0.15, reach * 0.2)
        from right in Star(x + (0.4 * reach), y, reach * 0.25, reach * 0.3)
        from low in Star(x, y + (0.5 * reach), reach * 0.1, reach * 0.2)
        from island in Star(x + (0.4 * reach), y, reach * 0.05, reach * 0.2)
        select holes switch
        {
            0 => (Vertex[][][])[[outer]],
            1 => [[outer, right]],
            2 => [[outer, right, left], [island]],
            _ => [[outer, left, low, right], [island]],
        };

    private static Gen<Vertex[]> Star(double x, double y, double least, double most) =>
        from reaches in Gen.Double[least, most].Array[8, 14]
        from backwards in Gen.Bool
        select Enumerable.Range(0, reaches.Length).Select(i =>
        {
            var (sin, cos) = Math.SinCos((backwards ? -1 : 1) * Math.Tau * i / reaches.Length);
            return new Vertex(x + (reaches[i] * cos), y + (reaches[i] * sin));
        }).ToArray();
}
