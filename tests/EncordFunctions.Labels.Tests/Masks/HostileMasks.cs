using System.Text;
using CsCheck;
using EncordFunctions.Labels.Masks;
using EncordFunctions.Labels.Tests.Support;

namespace EncordFunctions.Labels.Tests.Masks;

public sealed class HostileMasks
{
    private const long MiB = 1 << 20;

    [Fact]
    public void Garbage_is_refused_or_covers_every_pixel() =>
        Gen.Select(Gen.Byte[(byte)'0', (byte)'o'].Array[0, 60], Gen.Int[1, 40], Gen.Int[1, 40]).Sample(
            (text, width, height) =>
            {
                if (Mask.Read(text, width, height) is MaskReading.Read { Mask: var mask }) Assert.Equal(width * height, mask.Runs.ToArray().Sum());
            },
            iter: 10_000);

    [Theory]
    [InlineData('0', MaskFault.TooFragmented)]
    [InlineData('P', MaskFault.NumberTooLong)]
    [InlineData('o', MaskFault.NumberTooLong)]
    [InlineData('O', MaskFault.NegativeRun)]
    [InlineData('1', MaskFault.SumTooLarge)]
    [InlineData(' ', MaskFault.IllegalCharacter)]
    public void A_text_of_a_hundred_megabytes_is_refused_without_a_copy_of_it(char letter, MaskFault kind)
    {
        var text = new byte[100 * MiB];
        text.AsSpan().Fill((byte)letter);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var fault = Assert.IsType<MaskReading.Faulty>(Mask.Read(text, 1_000, 1_000));

        Assert.Equal(kind, fault.Kind);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20 * MiB);
    }

    [Theory]
    [InlineData("oooooooooooo0", MaskFault.NumberTooLong)]
    [InlineData("0ooooooooooo?", MaskFault.SumTooLarge)]
    [InlineData("ooooooooooo?ooooooooooo?", MaskFault.SumTooLarge)]
    [InlineData("0ooooo?ooooo?ooooo?", MaskFault.SumTooLarge)]
    [InlineData("0000ooooooooooo?", MaskFault.SumTooLarge)]
    [InlineData("0PPPPPPPPPPP@", MaskFault.NegativeRun)]
    public void Runs_that_overflow_are_too_large_and_not_small_again(string text, MaskFault kind) =>
        Assert.Equal(kind, NaiveMask.Refuse(text, 20, 10).Kind);

    [Theory]
    [InlineData("2147483647", "2147483647")]
    [InlineData("2147483648", "1")]
    [InlineData("-1", "5")]
    [InlineData("0", "0")]
    [InlineData("1e3", "1e-3")]
    [InlineData("3.5", "2")]
    [InlineData("1e999", "2")]
    [InlineData("99999999999999999999", "2")]
    [InlineData("null", "\"2\"")]
    public void A_size_that_no_mask_has_costs_the_object_alone(string width, string height)
    {
        var mask = $"\"shape\":\"bitmask\",\"bitmask\":{{\"top\":0,\"left\":0,\"width\":{width},\"height\":{height},\"rleString\":\"033\"}}";

        var before = GC.GetAllocatedBytesForCurrentThread();
        var reading = Reading.Of(Row.Image(Row.Object("a", Row.Box), Row.Object("mask", mask), Row.Object("b", Row.Box)));

        Assert.Equal(["a", "b"], reading.Annotations.Select(annotation => annotation.ObjectHash));
        Assert.Single(reading.Skips);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 * MiB);
    }

    [Fact]
    public void A_mask_cut_off_after_any_hundredth_of_its_text_costs_the_object_alone()
    {
        var stripes = new int[101];
        Array.Fill(stripes, 99);
        var text = Mask.FromRuns(stripes, 99, 101).Encode();
        for (var hundredth = 1; hundredth < 100; hundredth++)
        {
            var cut = text[..(text.Length * hundredth / 100)];
            if (cut.Length == 0) continue;
            Assert.IsType<MaskReading.Faulty>(Mask.Read(Encoding.ASCII.GetBytes(cut), 99, 101));
        }
    }
}
