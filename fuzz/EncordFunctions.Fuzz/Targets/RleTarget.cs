using System.Globalization;
using System.Text;
using EncordFunctions.Labels.Masks;

namespace EncordFunctions.Fuzz.Targets;

/// <summary>
/// The first two pairs of bytes are width and height, the rest is the text. A mask is read exactly where a plain decoder reads one, with the same
/// runs, and everything that is computed of the runs agrees with its pixels.
/// </summary>
internal sealed class RleTarget : FuzzTarget
{
    private const int MostDrawn = 1 << 16;

    public override string Name => "rle";

    public override IReadOnlyList<byte[]> Tokens { get; } =
        [.. ((string[])["0", "00", "P", "ooooooo", "oooooooooooo_", "0N", "PPPPPPP1", "`0", "P`X"]).Select(Encoding.ASCII.GetBytes)];

    public override IEnumerable<byte[]> Seeds()
    {
        yield return Input(3, 2, "033");
        yield return Input(12, 1, "525");
        yield return Input(6, 6, "02220N:0F20N");
        yield return Input(5, 4, "");
        var random = new Random(1);
        for (var side = 8; side <= 256; side *= 2)
        {
            var pixels = new byte[side * side];
            for (var at = 0; at < pixels.Length; at++) pixels[at] = (byte)(random.Next(side) == 0 ? 1 - pixels[Math.Max(0, at - 1)] : pixels[Math.Max(0, at - 1)]);
            yield return Input(side, side, Mask.FromBytes(pixels, side, side).Encode());
        }
    }

    public override string Run(byte[] input)
    {
        if (input.Length < 4) return "short";
        // Sizes past two bytes too, and negative ones: the top bits choose the scale.
        var (width, height) = (Side(input[0], input[1]), Side(input[2], input[3]));
        var text = input.AsSpan(4);
        var reading = Mask.Read(text, width, height);
        var plain = PlainRle.Read(text, width, height);
        if (reading is not MaskReading.Read { Mask: var mask })
        {
            var fault = (MaskReading.Faulty)reading;
            FindingException.Unless(fault.At >= 0 && fault.At <= text.Length, "a fault lies in the text");
            FindingException.Unless(plain is null || fault.Kind == MaskFault.TooFragmented, "a text that a plain decoder reads is read");
            return fault.Kind.ToString();
        }

        FindingException.Unless(plain is not null && mask.Runs.SequenceEqual(plain), "the runs are those of a plain decoder");
        var back = Mask.Read(Encoding.ASCII.GetBytes(mask.Encode()), width, height);
        FindingException.Unless(back is MaskReading.Read { Mask: var again } && (text.IsEmpty || again.Runs.SequenceEqual(mask.Runs)), "what is written reads back");
        var columns = mask.ToColumnMajor();
        FindingException.Unless(columns.Sum(run => (long)run) == (long)width * height, "the runs down the columns cover the mask");
        FindingException.Unless(columns.Where((_, run) => run % 2 == 1).Sum(run => (long)run) == mask.Area, "the area is the same down the columns");
        if ((long)width * height <= MostDrawn) PlainRle.Compare(mask, columns);
        return string.Create(CultureInfo.InvariantCulture, $"read {int.Log2(mask.Runs.Length)} {int.Log2(columns.Length)} {mask.Area == 0}");
    }

    private static int Side(byte low, byte high) => (high >> 6) switch
    {
        0 => low,
        1 => low | (high & 0x3f) << 8,
        2 => (low | (high & 0x3f) << 8) << 10,
        _ => -low,
    };

    private static byte[] Input(int width, int height, string text) =>
        [(byte)width, High(width), (byte)height, High(height), .. Encoding.ASCII.GetBytes(text)];

    private static byte High(int side) => side < 256 ? (byte)0 : (byte)(0x40 | side >> 8);
}
