using System.Text.Json;

namespace EncordFunctions.Formats.Tests.Coco;

/// <summary>COCO's counts read back the plain way, character by character and pixel by pixel.</summary>
internal static class CocoCounts
{
    /// <summary>The pixels of a segmentation, row by row: true where it is set.</summary>
    public static bool[] Pixels(JsonElement segmentation)
    {
        var (height, width) = (segmentation.GetProperty("size")[0].GetInt32(), segmentation.GetProperty("size")[1].GetInt32());
        var counts = segmentation.GetProperty("counts");
        var runs = counts.ValueKind == JsonValueKind.String ? Read(counts.GetString()!) : [.. counts.EnumerateArray().Select(one => one.GetInt64())];
        Assert.Equal((long)width * height, runs.Sum());
        var pixels = new bool[width * height];
        var at = 0;
        for (var run = 0; run < runs.Count; run++)
            for (var left = runs[run]; left > 0; left--, at++) pixels[(at % height * width) + (at / height)] = run % 2 == 1;
        return pixels;
    }

    public static (double X, double Y, double W, double H) BoundsOf(bool[] pixels, int width)
    {
        var set = Enumerable.Range(0, pixels.Length).Where(at => pixels[at]).ToArray();
        var (left, top) = (set.Min(at => at % width), set[0] / width);
        return (left, top, set.Max(at => at % width) - left + 1, (set[^1] / width) - top + 1);
    }

    private static List<long> Read(string text)
    {
        var runs = new List<long>();
        for (var at = 0; at < text.Length;)
        {
            var (number, shift, group) = (0L, 0, 0);
            do
            {
                group = text[at++] - '0';
                number |= (long)(group & 31) << shift;
                shift += 5;
            }
            while ((group & 32) != 0);
            if ((group & 16) != 0) number |= -1L << shift;
            runs.Add(runs.Count > 2 ? number + runs[^2] : number);
        }
        return runs;
    }
}
