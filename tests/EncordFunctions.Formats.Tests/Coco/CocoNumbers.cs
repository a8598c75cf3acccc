using System.Globalization;
using CsCheck;
using EncordFunctions.Formats.Tests.Support;
using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Formats.Tests.Coco;

public sealed class CocoNumbers
{
    /// <summary>Coordinates of all sorts, and what is next to where their spelling changes.</summary>
    internal static readonly Gen<double> Numbers = Gen.OneOf(
        Gen.Double[-100, 5_000],
        Gen.Double[0, 1].Select(Gen.Int[1, 4096], (fraction, side) => fraction * side),
        Gen.Int[-9_999_999, 9_999_999].Select(Gen.OneOf(10.0, 100.0, 1e4, 1e7), (whole, by) => whole / by),
        Gen.Select(Gen.Long, Gen.Int[-60, 55], (bits, exponent) =>
            BitConverter.Int64BitsToDouble((bits & ~(0x7ffL << 52)) | ((exponent + 1023L) << 52))),
        Gen.Select(Gen.Int[-3, 3], Gen.Int[-30, 52], (steps, exponent) =>
            BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(Math.Pow(2, exponent)) + steps)),
        Gen.OneOf(0.1, 0.2 + 0.1, 1 / 3.0, 1e-4, 0.99999e-4, 1e-5, 9007199254740993, 4503599627370495.5, 5e-324, 123456789012345680));

    [Fact]
    public void Coordinates_are_spelt_as_the_runtime_spells_them() => Numbers.Array[400].Sample(
        numbers =>
        {
            Vertex[] points = [.. numbers.Chunk(2).Select(pair => new Vertex(pair[0], pair[1])), new(0, 0)];

            var file = CocoFile.OfAsync("", new RowEvent.AnnotationRead(Writing.Annotate(new Polyline(points)))).GetAwaiter().GetResult();

            var written = file.Only.GetProperty("segmentation")[0].EnumerateArray().Take(numbers.Length).Select(number => number.GetRawText());
            Assert.Equal(numbers.Select(Spelt), written);
        },
        iter: 1_000);

    private static string Spelt(double number) => number == 0 ? "0"
        : number == Math.Truncate(number) && Math.Abs(number) < (1L << 53) ? ((long)number).ToString(CultureInfo.InvariantCulture)
        : number.ToString(CultureInfo.InvariantCulture);
}
