using System.Text;
using EncordFunctions.Labels.Json;

namespace EncordFunctions.Labels.Tests.Json;

public sealed class TokenMatchTests
{
    [Theory]
    [InlineData("""{"12":{"x":0.5,"y":-1e+3}}""")]
    [InlineData(""" { "12" : { "x" : 0.5 , "y" : -1e+3 } }""")]
    [InlineData("\n{\t\"12\"\r\n: {\"x\" :0.5\n,\"y\":\t-1e+3 }}")]
    public void What_is_expected_is_taken_whatever_white_space_stands_between(string json)
    {
        var match = new TokenMatch(Encoding.UTF8.GetBytes(json));

        Assert.True(match.Take((byte)'{') && match.TakeKey(12) && match.Take((byte)':') && match.Take((byte)'{'));
        Assert.True(match.Take("\"x\""u8) && match.Take((byte)':') && match.TakeNumber("0.5"u8) && match.Take((byte)','));
        Assert.True(match.Take("\"y\""u8) && match.Take((byte)':'));
        Assert.Equal("-1e+3", Encoding.UTF8.GetString(match.Number()));
        Assert.True(match.Take((byte)'}') && match.Take((byte)'}'));
        Assert.False(match.Take((byte)'}'));
    }

    [Fact]
    public void What_is_not_expected_is_still_there()
    {
        var match = new TokenMatch(" [\"x\""u8);

        Assert.False(match.Take((byte)'{'));
        Assert.False(match.Take("\"x\""u8));
        Assert.True(match.Take((byte)'['));
        Assert.False(match.Take("\"y\""u8));
        Assert.False(match.Take("\"x\":"u8));
        Assert.True(match.Take("\"x\""u8));
        Assert.False(match.Take("\"x\""u8));
    }

    [Theory]
    [InlineData("\"0\"", 0, true)]
    [InlineData("\"9\"", 9, true)]
    [InlineData("\"190\"", 190, true)]
    [InlineData("\"12345678\"", 12345678, true)]
    [InlineData("\"12\"", 1, false)]
    [InlineData("\"1\"", 12, false)]
    [InlineData("\"\"", 0, false)]
    [InlineData("\"x\"", 0, false)]
    [InlineData("\"x\"", 1, false)]
    [InlineData("\"7x\"", 7, false)]
    [InlineData("\"7", 7, false)]
    [InlineData("\"", 0, false)]
    [InlineData("7\"", 7, false)]
    [InlineData("\"4294967303\"", 7, false)]
    public void A_key_is_taken_where_it_is_the_number_and_nothing_else(string json, int expected, bool taken) =>
        Assert.Equal(taken, new TokenMatch(Encoding.UTF8.GetBytes(json)).TakeKey(expected));

    [Theory]
    [InlineData("0.5", "0.5", true)]
    [InlineData(" 0.5 ", "0.5", true)]
    [InlineData("0.5,", "0.5", true)]
    [InlineData("0.55", "0.5", false)]
    [InlineData("0.5e1", "0.5", false)]
    [InlineData("0.5", "0.55", false)]
    [InlineData("0.5", "0.6", false)]
    [InlineData("0.5", "", false)]
    [InlineData("", "0.5", false)]
    [InlineData("x", "", false)]
    public void A_number_is_taken_where_it_is_spelt_the_same(string json, string expected, bool taken) =>
        Assert.Equal(taken, new TokenMatch(Encoding.UTF8.GetBytes(json)).TakeNumber(Encoding.UTF8.GetBytes(expected)));

    [Theory]
    [InlineData(" 12.5e-3", "12.5e-3")]
    [InlineData("-0E+1]", "-0E+1")]
    [InlineData("7 8", "7")]
    [InlineData("x", "")]
    [InlineData("", "")]
    public void The_next_number_is_given_as_it_is_spelt(string json, string number) =>
        Assert.Equal(number, Encoding.UTF8.GetString(new TokenMatch(Encoding.UTF8.GetBytes(json)).Number()));
}
