using EncordFunctions.Labels.Masks;

namespace EncordFunctions.Fuzz.Targets;

/// <summary>The text form of runs, read in the plainest way: number by number, pixel by pixel.</summary>
internal static class PlainRle
{
    /// <summary>The runs, or null where the text is no mask of that size.</summary>
    public static int[]? Read(ReadOnlySpan<byte> text, int width, int height)
    {
        if (width is < 1 or > Mask.LongestSide || height is < 1 or > Mask.LongestSide || (long)width * height > int.MaxValue) return null;
        var pixels = (long)width * height;
        if (text.IsEmpty) return [(int)pixels];
        var runs = new List<long>();
        for (var at = 0; at < text.Length;)
        {
            var (number, groups, more) = (0L, 0, true);
            while (more)
            {
                if (at == text.Length || text[at] is < (byte)'0' or > (byte)'o' || groups == 12) return null;
                var bits = text[at++] - '0';
                number += (long)(bits & 31) << (5 * groups++);
                more = (bits & 32) != 0;
                if (!more && (bits & 16) != 0) number -= 1L << (5 * groups);
            }
            runs.Add(runs.Count < 3 ? number : number + runs[^2]);
            if (runs[^1] < 0 || runs[^1] > pixels) return null;
        }
        return runs.Sum() == pixels ? [.. runs.Select(run => (int)run)] : null;
    }

    /// <summary>Throws where the pixels, the box or the runs down the columns of a mask differ from what its runs say.</summary>
    public static void Compare(Mask mask, int[] columns)
    {
        var (width, height) = (mask.Width, mask.Height);
        var pixels = new byte[width * height];
        var at = 0;
        for (var run = 0; run < mask.Runs.Length; run++)
        {
            for (var end = at + mask.Runs[run]; at < end; at++) pixels[at] = (byte)(run % 2);
        }
        var drawn = new byte[width * height];
        mask.CopyTo(drawn);
        FindingException.Unless(drawn.AsSpan().SequenceEqual(pixels), "what is drawn is what the runs say");

        at = 0;
        for (var run = 0; run < columns.Length; run++)
        {
            for (var end = at + columns[run]; at < end; at++)
                FindingException.Unless(pixels[(at % height * width) + (at / height)] == run % 2, "the runs down the columns are of the same pixels");
        }

        var on = Enumerable.Range(0, pixels.Length).Where(pixel => pixels[pixel] == 1).ToArray();
        var box = mask.Bounds;
        if (on.Length == 0) FindingException.Unless(box == default, "an empty mask has no box");
        else
        {
            var (left, right) = (on.Min(pixel => pixel % width), on.Max(pixel => pixel % width) + 1);
            var (top, bottom) = (on[0] / width, (on[^1] / width) + 1);
            FindingException.Unless((box.X, box.Y, box.W, box.H) == (left, top, right - left, bottom - top), "the box is tight");
        }
    }
}
