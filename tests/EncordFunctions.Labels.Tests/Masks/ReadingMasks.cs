using System.Text;
using EncordFunctions.Labels.Masks;

namespace EncordFunctions.Labels.Tests.Masks;

public sealed class ReadingMasks
{
    [Fact]
    public void Runs_go_along_the_rows_not_down_the_columns()
    {
        var mask = NaiveMask.Read("033", 3, 2);

        Assert.Equal<byte>([1, 1, 1, 0, 0, 0], NaiveMask.PixelsOf(mask));
    }

    [Theory]
    [InlineData("525", 12, 1, "000001100000")]
    [InlineData("11100000", 8, 1, "01010101")]
    [InlineData("0341", 11, 1, "11100001111")]
    [InlineData("04", 4, 1, "1111")]
    [InlineData(":6", 4, 4, "0000000000111111")]
    [InlineData("061M", 10, 1, "1111110111")]
    [InlineData("02220N:0F20N", 6, 6, "110011110011000000000000110011110011")]
    public void A_text_is_read_as_the_vendor_reads_it(string text, int width, int height, string rows)
    {
        var mask = NaiveMask.Read(text, width, height);

        Assert.Equal(rows, string.Concat(NaiveMask.PixelsOf(mask)));
        Assert.Equal(text, mask.Encode());
    }

    [Theory]
    [InlineData("0610", new[] { 0, 6, 1, 6 })]
    [InlineData("0PP1", new[] { 0, 1024 })]
    [InlineData("`0", new[] { 16 })]
    [InlineData("?", new[] { 15 })]
    public void Numbers_of_several_groups_are_read_and_written(string text, int[] runs)
    {
        var mask = NaiveMask.Read(text, runs.Sum(), 1);

        Assert.Equal(runs, mask.Runs);
        Assert.Equal(text, mask.Encode());
    }

    [Fact]
    public void An_empty_text_is_an_empty_mask()
    {
        var mask = NaiveMask.Read("", 5, 4);

        Assert.Equal([20], mask.Runs);
        Assert.Equal(0, mask.Area);
        Assert.Equal(default, mask.Bounds);
        Assert.Equal([20], mask.ToColumnMajor());
        Assert.Equal("d0", mask.CocoCounts());
    }

    [Theory]
    [InlineData("0 3", MaskFault.IllegalCharacter, 1)]
    [InlineData("03p", MaskFault.IllegalCharacter, 2)]
    [InlineData("0ÿ3", MaskFault.IllegalCharacter, 1)]
    [InlineData("03Q", MaskFault.NumberCutShort, 3)]
    [InlineData("0PPPPPPPPPPPPP03", MaskFault.NumberTooLong, 13)]
    [InlineData("0N8", MaskFault.NegativeRun, 1)]
    [InlineData("0330I", MaskFault.SumTooLarge, 3)]
    [InlineData("032", MaskFault.SumTooSmall, 3)]
    [InlineData("034", MaskFault.SumTooLarge, 2)]
    [InlineData("0oooooooooo?", MaskFault.SumTooLarge, 1)]
    [InlineData("0oooooooooo_", MaskFault.NumberCutShort, 12)]
    public void A_text_that_is_no_mask_says_where_and_why(string text, MaskFault kind, int at)
    {
        var fault = NaiveMask.Refuse(text, 3, 2);

        Assert.Equal((kind, at), (fault.Kind, fault.At));
        Assert.NotEmpty(fault.Message);
    }

    [Theory]
    [InlineData("032", "The runs cover 5 of 6 pixels.")]
    [InlineData("034", "The runs cover more than 6 pixels from run 2 on.")]
    [InlineData("0N8", "Run 1 is -2.")]
    [InlineData("0 3", "The byte 32 is not between '0' (48) and 'o' (111).")]
    [InlineData("03Q", "The text ends inside a number.")]
    [InlineData("0PPPPPPPPPPPPP03", "A number has more than 12 groups.")]
    public void What_was_found_is_said_in_words_and_numbers(string text, string message) =>
        Assert.Equal(message, NaiveMask.Refuse(text, 3, 2).Message);

    [Theory]
    [InlineData(0, 5)]
    [InlineData(5, 0)]
    [InlineData(-1, -1)]
    [InlineData(1 << 20, 1 << 11)]
    [InlineData((1 << 20) + 1, 1)]
    [InlineData(int.MaxValue, int.MaxValue)]
    public void A_size_that_can_not_be_is_refused(int width, int height)
    {
        Assert.Equal(MaskFault.ImpossibleSize, NaiveMask.Refuse("", width, height).Kind);
        Assert.Throws<ArgumentException>(() => Mask.FromRuns([1], width, height));
    }

    [Fact]
    public void A_size_that_can_not_be_is_said()
    {
        Assert.Equal("A mask of 0 × 5 pixels can't be.", NaiveMask.Refuse("", 0, 5).Message);
        Assert.Equal("A mask of 0 × 5 pixels can't be.", Assert.Throws<ArgumentException>(() => Mask.FromBytes([], 0, 5)).Message);
    }

    [Theory]
    [InlineData(Mask.LongestSide, 1)]
    [InlineData(1, Mask.LongestSide)]
    [InlineData(Mask.LongestSide, 2_047)]
    public void The_greatest_sizes_are_read(int width, int height) => Assert.Equal(width * height, NaiveMask.Read("", width, height).Runs[0]);

    [Fact]
    public void The_most_runs_a_mask_may_have_are_read_and_one_more_is_not()
    {
        var most = new string('0', Mask.MostRuns - 1) + "6";

        Assert.Equal(Mask.MostRuns, NaiveMask.Read(most, 3, 2).Runs.Length);
        Assert.Equal($"The text has more than {Mask.MostRuns} runs.", NaiveMask.Refuse(most + "0", 3, 2).Message);
    }

    [Fact]
    public void The_most_runs_down_the_columns_are_read_and_a_column_more_is_not()
    {
        // Two rows off, two on, and so on: a run for every two rows of each column.
        static string Stripes(int width, int height)
        {
            var runs = new int[height / 2];
            Array.Fill(runs, 2 * width);
            return Mask.FromRuns(runs, width, height).Encode();
        }

        Assert.Equal(Mask.MostRuns, NaiveMask.Read(Stripes(1 << 11, 1 << 12), 1 << 11, 1 << 12).ToColumnMajor().Length);
        Assert.Equal(
            $"The mask has more than {Mask.MostRuns} runs down its columns.",
            NaiveMask.Refuse(Stripes((1 << 11) + 1, 1 << 12), (1 << 11) + 1, 1 << 12).Message);
    }

    [Fact]
    public void Working_on_a_mask_again_allocates_no_more_than_its_result()
    {
        var pixels = new byte[200 * 200];
        for (var at = 0; at < pixels.Length; at += 3) pixels[at] = 1;
        var text = Encoding.ASCII.GetBytes(Mask.FromBytes(pixels, 200, 200).Encode());
        var mask = NaiveMask.Read(Encoding.ASCII.GetString(text), 200, 200);

        AllocatesAtMost((4 * mask.Runs.Length) + 1_000, () => Mask.Read(text, 200, 200));
        AllocatesAtMost((4 * mask.ToColumnMajor().Length) + 1_000, () => mask.ToColumnMajor());
    }

    [Fact]
    public void A_short_text_does_not_stand_for_gigabytes_of_column_runs()
    {
        // One row on, one row off: 16 KB of text, but a change at every pixel down the columns.
        const int Width = 1 << 14, Height = 1 << 14;
        var stripes = new int[Height];
        Array.Fill(stripes, Width);
        var text = Mask.FromRuns(stripes, Width, Height).Encode();

        Assert.Equal(MaskFault.TooFragmented, NaiveMask.Refuse(text, Width, Height).Kind);
    }

    [Fact]
    public void A_text_of_countless_empty_runs_is_refused()
    {
        Assert.Equal(MaskFault.TooFragmented, NaiveMask.Refuse(new string('0', Mask.MostRuns + 40), 3, 2).Kind);
    }

    [Fact]
    public void A_great_frame_costs_nothing_when_its_text_is_bad()
    {
        var text = "0"u8.ToArray();
        Mask.Read(text, 40_000, 40_000);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Mask.Read(text, 40_000, 40_000);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2_000);
    }

    [Fact]
    public void A_mask_can_not_be_made_of_runs_that_do_not_fit()
    {
        Assert.StartsWith("The runs cover 7 of 6 pixels.", Assert.Throws<ArgumentException>(() => Mask.FromRuns([3, 4], 3, 2)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Mask.FromRuns([7, -1], 3, 2));
        Assert.StartsWith("3 bytes for 4 pixels.", Assert.Throws<ArgumentException>(() => Mask.FromBytes([1, 0, 1], 2, 2)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Packed_rows_want_room_for_all_of_them()
    {
        var mask = Mask.FromRuns([0, 36], 12, 3);

        mask.WritePackedRows(new byte[6]);
        Assert.StartsWith("No room for all rows.", Assert.Throws<ArgumentException>(() => mask.WritePackedRows(new byte[5])).Message, StringComparison.Ordinal);
    }

    /// <summary>What is rented the first time is there the second time.</summary>
    private static void AllocatesAtMost(long bytes, Func<object> work)
    {
        work();
        var before = GC.GetAllocatedBytesForCurrentThread();
        work();
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, bytes);
    }
}
