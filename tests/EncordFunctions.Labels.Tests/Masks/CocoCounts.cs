using CsCheck;
using EncordFunctions.Labels.Masks;

namespace EncordFunctions.Labels.Tests.Masks;

/// <summary>Our counts as COCO reads them: by a decoder that shares nothing with ours.</summary>
public sealed class CocoCounts
{
    [Fact]
    public void Coco_draws_the_same_picture() => MaskGen.Picture.Sample(
        picture =>
        {
            var (pixels, width, height) = picture;
            Assert.Equal(pixels, Draw(Mask.FromBytes(pixels, width, height).CocoCounts(), width, height));
        },
        iter: 1_000);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 700)]
    [InlineData(700, 1)]
    [InlineData(31, 33)]
    public void Empty_full_and_striped_masks_survive_our_text_and_cocos(int width, int height)
    {
        byte[] empty = new byte[width * height], full = [.. empty.Select(_ => (byte)1)], striped = [.. empty.Select((_, at) => (byte)(at % 2))];
        foreach (var pixels in new[] { empty, full, striped })
        {
            var mask = Mask.FromBytes(pixels, width, height);
            Assert.Equal(pixels, NaiveMask.PixelsOf(NaiveMask.Read(mask.Encode(), width, height)));
            Assert.Equal(pixels, Draw(mask.CocoCounts(), width, height));
        }
    }

    /// <summary>Draws compressed counts: six bits a character, five of them of the number; from the fourth count on the difference to the one two before.</summary>
    private static byte[] Draw(string counts, int width, int height)
    {
        var (runs, at) = (new List<long>(), 0);
        while (at < counts.Length)
        {
            var (number, power) = (0L, 1L);
            int group;
            do
            {
                group = counts[at++] - 48;
                number += group % 32 * power;
                power *= 32;
            }
            while (group >= 32);
            if (group >= 16) number -= power;
            runs.Add(runs.Count > 2 ? number + runs[^2] : number);
        }
        Assert.Equal(width * height, runs.Sum());
        var (pixels, place) = (new byte[width * height], 0);
        for (var run = 0; run < runs.Count; run++)
        {
            for (var i = 0L; i < runs[run]; i++, place++) pixels[(place % height * width) + (place / height)] = (byte)(run % 2);
        }
        return pixels;
    }
}
