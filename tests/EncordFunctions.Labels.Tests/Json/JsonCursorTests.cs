using System.Text;
using EncordFunctions.Labels.Json;

namespace EncordFunctions.Labels.Tests.Json;

public sealed class JsonCursorTests
{
    [Fact]
    public void Members_are_stepped_through_by_their_decoded_names()
    {
        var json = new JsonCursor(""" { "plain" : 1 , "\u0061\"\n" : [ 2 , 3 ] , "" : "x" } """u8);

        Assert.Equal(JsonKind.Object, json.Peek());
        json.Enter();
        Assert.True(json.NextMember(out var name));
        Assert.Equal("plain", Encoding.UTF8.GetString(name));
        Assert.Equal(1, json.ReadNumber());
        Assert.True(json.NextMember(out name));
        Assert.Equal("a\"\n", Encoding.UTF8.GetString(name));
        Assert.Equal("[ 2 , 3 ]", Encoding.UTF8.GetString(json.Skip()));
        Assert.True(json.NextMember(out name));
        Assert.Equal("", Encoding.UTF8.GetString(name));
        Assert.Equal(JsonKind.Text, json.Peek());
        Assert.Equal("x", Encoding.UTF8.GetString(json.ReadText(out _)));
        Assert.False(json.NextMember(out _));
        Assert.Equal(JsonKind.End, json.Peek());
    }

    [Theory]
    [InlineData("\"\"", "", false)]
    [InlineData("\"a/b\"", "a/b", false)]
    [InlineData("\"a\\/b\"", "a\\/b", true)]
    [InlineData("\"\\\"\\\\\"", "\\\"\\\\", true)]
    public void A_text_is_given_as_it_is_spelt_and_whether_it_has_escapes(string text, string raw, bool hasEscapes)
    {
        var json = new JsonCursor(Encoding.UTF8.GetBytes(text));

        Assert.Equal(raw, Encoding.UTF8.GetString(json.ReadText(out var escaped)));
        Assert.Equal((hasEscapes, text.Length), (escaped, json.At));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    public void Where_nothing_follows_it_is_the_end(string json) => Assert.Equal(JsonKind.End, new JsonCursor(Encoding.UTF8.GetBytes(json)).Peek());
}
