using EncordFunctions.Labels.Masks;

namespace EncordFunctions.Formats.Previews;

/// <summary>A mask on a small grid, for small pictures: its outline costs what the picture has, not what the mask has.</summary>
internal static class SmallMask
{
    /// <summary>Takes the middle pixel of each cell of a grid of <paramref name="width"/> by <paramref name="height"/>.</summary>
    public static Mask Of(Mask mask, int width, int height)
    {
        var cells = new byte[width * height];
        var runs = mask.Runs;
        var (run, end) = (0, (long)runs[0]);
        for (var y = 0; y < height; y++)
        {
            var row = (long)(((y + 0.5) * mask.Height / height) - 1e-9) * mask.Width;
            for (var x = 0; x < width; x++)
            {
                var pixel = row + (long)((x + 0.5) * mask.Width / width);
                while (pixel >= end) end += runs[++run];
                cells[(y * width) + x] = (byte)(run & 1);
            }
        }
        return Mask.FromBytes(cells, width, height);
    }
}
