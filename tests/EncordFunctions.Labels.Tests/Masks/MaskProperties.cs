using System.Text;
using CsCheck;
using EncordFunctions.Labels.Masks;

namespace EncordFunctions.Labels.Tests.Masks;

public sealed class MaskProperties
{
    private const int Times = 1_000;

    [Fact]
    public void Pixels_survive_runs_and_text() => MaskGen.Picture.Sample(
        picture =>
        {
            var (pixels, width, height) = picture;
            var mask = Mask.FromBytes(pixels, width, height);
            var read = NaiveMask.Read(mask.Encode(), width, height);

            Assert.Equal(mask.Runs, read.Runs);
            Assert.Equal(pixels, NaiveMask.PixelsOf(read));
        },
        iter: Times);

    [Fact]
    public void Column_runs_equal_those_of_the_drawn_mask() => MaskGen.Picture.Sample(
        picture =>
        {
            var (pixels, width, height) = picture;
            var mask = Mask.FromBytes(pixels, width, height);
            var expected = NaiveMask.ColumnRunsOf(pixels, width, height);

            Assert.Equal(expected, mask.ToColumnMajor());
            Assert.Equal(expected, NaiveMask.Read(mask.CocoCounts(), height, width).Runs);
        },
        iter: Times);

    [Fact]
    public void Area_and_bounds_equal_those_of_the_drawn_mask() => MaskGen.Picture.Sample(
        picture =>
        {
            var (pixels, width, height) = picture;
            var mask = Mask.FromBytes(pixels, width, height);

            Assert.Equal(pixels.Sum(pixel => pixel), mask.Area);
            Assert.Equal(NaiveMask.BoundsOf(pixels, width), mask.Bounds);
        },
        iter: Times);

    [Fact]
    public void Packed_rows_equal_those_of_the_drawn_mask() => Gen.Select(MaskGen.Picture, Gen.Bool, Gen.Int[1, 9]).Sample(
        (picture, filterByte, rowsAtATime) =>
        {
            var (pixels, width, height) = picture;
            var mask = Mask.FromBytes(pixels, width, height);
            var expected = NaiveMask.PackedRowsOf(pixels, width, height, filterByte);

            var packed = new byte[expected.Length + 1];
            packed.AsSpan().Fill(0xa5);
            mask.WritePackedRows(packed, filterByte);
            Assert.Equal(expected, packed[..^1]);

            var lines = new ScanLines(mask, filterByte);
            var band = new byte[(rowsAtATime * lines.Stride) + lines.Stride - 1];
            var banded = new List<byte>();
            while (lines.Write(band) is > 0 and var rows) banded.AddRange(band.AsSpan(0, rows * lines.Stride));
            Assert.Equal(expected, banded);
        },
        iter: Times);

    [Fact]
    public void Any_text_is_a_mask_or_a_fault_and_costs_no_more_than_its_length() => Gen.OneOf(
        Gen.Byte.Array[0, 60],
        Gen.Byte[48, 111].Array[0, 60],
        Gen.Byte[48, 63].Array[0, 600]).Sample(
        text =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var reading = Mask.Read(text, 30_011, 20_011);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000);

            if (reading is MaskReading.Faulty fault)
            {
                Assert.InRange(fault.At, 0, text.Length);
                Assert.NotEmpty(fault.Message);
            }
        },
        iter: Times);

    [Fact]
    public void A_text_that_is_read_is_written_so_that_it_reads_the_same() => Gen.Select(RunTexts, Gen.Int[1, 4]).Sample(
        (runs, height) =>
        {
            var pixels = runs.Sum();
            if (pixels == 0) return;
            var (text, width) = (Spell(runs), pixels);
            var mask = NaiveMask.Read(text, width, 1);
            var again = NaiveMask.Read(mask.Encode(), width, 1);

            Assert.Equal(runs, mask.Runs);
            Assert.Equal(mask.Runs, again.Runs);
            Assert.Equal(NaiveMask.PixelsOf(mask), NaiveMask.PixelsOf(again));
            if (pixels % height == 0)
            {
                var folded = NaiveMask.Read(text, width / height, height);
                Assert.Equal(NaiveMask.ColumnRunsOf(NaiveMask.PixelsOf(folded), width / height, height), folded.ToColumnMajor());
                Assert.Equal(NaiveMask.BoundsOf(NaiveMask.PixelsOf(folded), width / height), folded.Bounds);
            }
        },
        iter: Times);

    /// <summary>Runs with empty ones among them, which no encoder writes and a reader must still bear.</summary>
    private static Gen<int[]> RunTexts { get; } = Gen.OneOf(Gen.Const(0), Gen.Int[0, 20], Gen.Int[0, 700]).Array[1, 30];

    /// <summary>The text of runs, each number with a group more than it needs.</summary>
    private static string Spell(int[] runs)
    {
        var text = new StringBuilder();
        for (var run = 0; run < runs.Length; run++)
        {
            var number = run < 3 ? runs[run] : runs[run] - runs[run - 2];
            for (; number is < -16 or > 15; number >>= 5) text.Append((char)(48 + 32 + (number & 31)));
            text.Append((char)(48 + 32 + (number & 31))).Append(number < 0 ? 'O' : '0');
        }
        return text.ToString();
    }
}
