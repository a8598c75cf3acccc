using System.Text;
using EncordFunctions.Labels.Masks;

namespace EncordFunctions.Bench.Masks;

/// <summary>
/// Masks as they are drawn by hand: one blob with an uneven edge on a frame of 0.3 to 2 megapixels, half a run a row; the median text is
/// about 490 characters long. Always the same ones.
/// </summary>
internal sealed class MaskSet
{
    public const int Count = 400;

    private static readonly (int Width, int Height)[] Frames = [(1280, 720), (640, 480), (1920, 1080), (1024, 1024)];

    public MaskSet()
    {
        var random = new Random(7);
        for (var number = 0; number < Count; number++) Masks[number] = Blob(random, Frames[number % Frames.Length]);
        Texts = Array.ConvertAll(Masks, static mask => Encoding.ASCII.GetBytes(mask.Encode()));
    }

    public Mask[] Masks { get; } = new Mask[Count];

    public byte[][] Texts { get; }

    private static Mask Blob(Random random, (int Width, int Height) frame)
    {
        var (width, height) = frame;
        var (rx, ry) = ((int)(width * (0.03 + (0.12 * random.NextDouble()))), (int)(height * (0.05 + (0.21 * random.NextDouble()))));
        var (cx, cy) = (random.Next(rx + 12, width - rx - 12), random.Next(ry, height - ry));
        var pixels = new byte[width * height];
        var (left, right) = (0, 0);
        for (var y = cy - ry; y < cy + ry; y++)
        {
            (left, right) = (Math.Clamp(left + random.Next(-2, 3), -8, 8), Math.Clamp(right + random.Next(-2, 3), -8, 8));
            var half = (int)(rx * Math.Sqrt(1 - Math.Pow((y - cy) / (double)ry, 2)));
            var from = Math.Clamp(cx - half + left, 0, width - 1);
            var to = Math.Clamp(cx + half + right, from + 1, width);
            pixels.AsSpan((y * width) + from, to - from).Fill(1);
        }
        return Mask.FromBytes(pixels, width, height);
    }
}
