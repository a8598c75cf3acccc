using System.Globalization;
using System.Text;
using CsCheck;
using EncordFunctions.Labels.Json;

namespace EncordFunctions.Labels.Tests.Json;

public sealed class JsonNumberTests
{
    [Fact]
    public void Any_decimal_number_is_the_nearest_double_there_is() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 24], Gen.String[Gen.Char['0', '9'], 1, 22], Gen.Bool).Sample(
            (whole, zeros, digits, negative) => IsReadAsTheLibraryDoes(
                $"{(negative ? "-" : "")}{(whole == 0 ? "0" : $"{whole}{digits[..(whole - 1 < digits.Length ? whole - 1 : 0)]}")}.{new string('0', zeros)}{digits}"),
            iter: 20_000);

    [Fact]
    public void A_fraction_of_a_frame_comes_back_as_it_was_written() =>
        Gen.Double[0, 1].Sample(
            static fraction => IsReadAsTheLibraryDoes(fraction.ToString("F17", CultureInfo.InvariantCulture))
                && (fraction < 1e-4 || Read(fraction.ToString("R", CultureInfo.InvariantCulture)) == fraction),
            iter: 20_000);

    /// <summary>Halfway between two doubles, and one digit to either side of it, where a sloppy division rounds the wrong way.</summary>
    [Theory]
    [InlineData("9007199254740993")]
    [InlineData("9007199254742017")]
    [InlineData("535689189090799.6563")]
    [InlineData("9018294.571011749097")]
    [InlineData("0.4764342944537698632")]
    [InlineData("0.000000000000000000000001")]
    [InlineData("-0.00000000000000000000012")]
    [InlineData("9007199254740993.0")]
    [InlineData("9007199254740993.001")]
    [InlineData("9007199254740992.999")]
    [InlineData("900719925474099.25")]
    [InlineData("1.0000000000000001")]
    [InlineData("0.9999999999999999999")]
    [InlineData("9999999999999999999")]
    [InlineData("18446744073709551615")]
    [InlineData("18446744073709551616")]
    [InlineData("0.0000000000000000000001")]
    [InlineData("0.00000000000000000000")]
    [InlineData("-0.0")]
    [InlineData("-0.00000000000000000000")]
    public void A_number_at_a_border_is_the_nearest_double_too(string text) => Assert.True(IsReadAsTheLibraryDoes(text));

    private static bool IsReadAsTheLibraryDoes(string text) =>
        BitConverter.DoubleToInt64Bits(Read(text)) == BitConverter.DoubleToInt64Bits(double.Parse(text, CultureInfo.InvariantCulture));

    private static double Read(string text)
    {
        var number = JsonNumber.Read(Encoding.ASCII.GetBytes(text), out var length);
        Assert.Equal(text.Length, length);
        return number;
    }
}
