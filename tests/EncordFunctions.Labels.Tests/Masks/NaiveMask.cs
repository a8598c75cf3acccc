using System.Text;
using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Masks;

namespace EncordFunctions.Labels.Tests.Masks;

/// <summary>Masks the slow way, a pixel at a time, for the runs to be compared with.</summary>
internal static class NaiveMask
{
    public static byte[] PixelsOf(Mask mask)
    {
        var pixels = new byte[mask.Width * mask.Height];
        mask.CopyTo(pixels);
        return pixels;
    }

    public static Mask Read(string text, int width, int height) => Assert.IsType<MaskReading.Read>(ReadAny(text, width, height)).Mask;

    public static MaskReading.Faulty Refuse(string text, int width, int height) =>
        Assert.IsType<MaskReading.Faulty>(ReadAny(text, width, height));

    public static MaskReading ReadAny(string text, int width, int height) => Mask.Read(Encoding.Latin1.GetBytes(text), width, height);

    public static Bounds BoundsOf(byte[] pixels, int width)
    {
        var set = Enumerable.Range(0, pixels.Length).Where(at => pixels[at] != 0).ToArray();
        if (set.Length == 0) return default;
        var (left, top) = (set.Min(at => at % width), set.Min(at => at / width));
        return new Bounds(left, top, set.Max(at => at % width) + 1 - left, set.Max(at => at / width) + 1 - top);
    }

    public static int[] ColumnRunsOf(byte[] pixels, int width, int height)
    {
        var runs = new List<int> { 0 };
        for (var x = 0; x < width; x++)
        {
            for (var y = 0; y < height; y++)
            {
                if (pixels[(y * width) + x] != (runs.Count - 1) % 2) runs.Add(0);
                runs[^1]++;
            }
        }
        return [.. runs];
    }

    public static byte[] PackedRowsOf(byte[] pixels, int width, int height, bool filterByte)
    {
        var lead = filterByte ? 1 : 0;
        var stride = lead + ((width + 7) / 8);
        var packed = new byte[stride * height];
        for (var at = 0; at < pixels.Length; at++)
        {
            var x = at % width;
            if (pixels[at] != 0) packed[(at / width * stride) + lead + (x / 8)] |= (byte)(0x80 >> (x % 8));
        }
        return packed;
    }
}
