using System.Text;
using EncordFunctions.Labels.Json;
using EncordFunctions.Labels.Tests.Support;

namespace EncordFunctions.Labels.Tests.Json;

/// <summary>JSON that comes in pieces is walked as if it were there whole.</summary>
public sealed class JsonWalking
{
    private const string Spaced = """
         { "a" : 1 ,
           "\u0062/c" : [ true , { "k" : "x ] \" y" } , "last" ]
           , "" : { } , "skipped" : [ [ 1 , 2 ] , "\\" , null ] , "z":"end"} 
        """;

    private static readonly string Everything = $$$"""{"n":-1.5e3,"list":[1,"two",[3]],"name of {{{new string('x', 300)}}}":{"deep":{"er":[{},[]]}},"t":true,"f":false,"0":null}""";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(1_000)]
    public async Task Every_name_and_value_is_met_at_its_offset_however_the_stream_is_cut(int chunk)
    {
        foreach (var json in new[] { Spaced, Everything })
        {
            using var source = new JsonSource(new ChunkedStream(Encoding.UTF8.GetBytes(json), _ => chunk), new JsonValidator());
            var walker = new JsonWalker(source);

            Assert.Equal(json.IndexOf('{', StringComparison.Ordinal), await OffsetOfNext(walker));
            walker.Enter();
            using var expected = System.Text.Json.JsonDocument.Parse(json);
            var at = 1;
            foreach (var member in expected.RootElement.EnumerateObject())
            {
                Assert.True(await walker.NextMemberAsync(CancellationToken.None));
                Assert.Equal(member.Name, Encoding.UTF8.GetString(walker.Name));
                Assert.Equal(at = json.IndexOf('"', at), walker.NameOffset);
                var value = member.Value.GetRawText();
                Assert.Equal(at = json.IndexOf(value, json.IndexOf(':', at), StringComparison.Ordinal), walker.Offset);
                if (member.Name == "skipped") await walker.SkipAsync(CancellationToken.None);
                else Assert.Equal(value, await Take(walker));
                at += value.Length;
                Assert.Equal(at, walker.Offset);
            }
            Assert.False(await walker.NextMemberAsync(CancellationToken.None));
            Assert.Equal(JsonKind.End, await walker.PeekAsync(CancellationToken.None));
            Assert.False(walker.RanOut);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(1_000)]
    public async Task Elements_are_taken_one_by_one_with_white_space_around_them(int chunk)
    {
        using var source = new JsonSource(new ChunkedStream(Encoding.UTF8.GetBytes(" [ 1 , \"two, ]\" ,[3,[4]] , {\"five\":5} ] "), _ => chunk), null);
        var walker = new JsonWalker(source);

        await walker.PeekAsync(CancellationToken.None);
        walker.Enter();
        var taken = new List<string>();
        while (await walker.NextElementAsync(CancellationToken.None)) taken.Add(await Take(walker));

        Assert.Equal(["1", "\"two, ]\"", "[3,[4]]", "{\"five\":5}"], taken);
        Assert.Equal(JsonKind.End, await walker.PeekAsync(CancellationToken.None));
    }

    [Fact]
    public async Task An_element_that_is_at_hand_whole_is_taken_at_once_and_one_that_is_not_stays()
    {
        using var source = new JsonSource(new ChunkedStream("[ 1 , \"two\" ]"u8.ToArray(), _ => 9), null);
        var walker = new JsonWalker(source);
        await walker.PeekAsync(CancellationToken.None);
        walker.Enter();

        Assert.True(walker.TryTakeNextElement());
        Assert.Equal("1", Released(walker));
        Assert.False(walker.TryTakeNextElement());
        Assert.Equal(3, walker.Offset);
        Assert.True(await walker.NextElementAsync(CancellationToken.None));
        Assert.Equal("\"two\"", await Take(walker));
        Assert.False(walker.TryTakeNextElement());
        Assert.False(await walker.NextElementAsync(CancellationToken.None));
        Assert.False(walker.RanOut);
    }

    [Fact]
    public async Task A_value_is_taken_from_behind_white_space()
    {
        foreach (var chunk in new[] { 1, 100 })
        {
            using var source = new JsonSource(new ChunkedStream("  [1, 2] "u8.ToArray(), _ => chunk), null);
            var walker = new JsonWalker(source);
            if (chunk == 100) Assert.True(await source.FillAsync(CancellationToken.None));

            Assert.Equal("[1, 2]", await Take(walker));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("[1,")]
    [InlineData("\"a")]
    [InlineData("12")]
    public async Task A_value_that_the_source_ends_before_is_not_taken(string json)
    {
        using var source = new JsonSource(new MemoryStream(Encoding.UTF8.GetBytes(json)), null);
        var walker = new JsonWalker(source);

        Assert.False(await walker.TakeAsync(CancellationToken.None));
        Assert.True(walker.RanOut);
        Assert.True(walker.Taken.IsEmpty);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("[ ")]
    [InlineData("[,")]
    public async Task A_list_that_the_source_ends_in_reads_as_ended(string json)
    {
        using var source = new JsonSource(new MemoryStream(Encoding.UTF8.GetBytes(json)), null);
        var walker = new JsonWalker(source);
        Assert.Equal(JsonKind.List, await walker.PeekAsync(CancellationToken.None));
        walker.Enter();

        Assert.False(walker.TryTakeNextElement());
        Assert.False(await walker.NextElementAsync(CancellationToken.None));
        Assert.True(walker.RanOut);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{\"na")]
    [InlineData("{\"name\"")]
    [InlineData("{\"name\" : ")]
    public async Task An_object_that_the_source_ends_in_reads_as_ended(string json)
    {
        using var source = new JsonSource(new MemoryStream(Encoding.UTF8.GetBytes(json)), null);
        var walker = new JsonWalker(source);
        Assert.Equal(JsonKind.Object, await walker.PeekAsync(CancellationToken.None));
        walker.Enter();

        Assert.False(await walker.NextMemberAsync(CancellationToken.None));
        Assert.True(walker.RanOut);
    }

    [Fact]
    public async Task Values_longer_than_the_window_are_taken_whole_and_what_follows_is_at_its_offset()
    {
        var texts = Enumerable.Range(0, 6).Select(i => $"\"{new string((char)('a' + i), i * 70_000)}\"").ToArray();
        var json = $"[{string.Join(" , ", texts)}]";
        using var source = new JsonSource(new ChunkedStream(Encoding.UTF8.GetBytes(json), read => 1_000 * read), new JsonValidator());
        var walker = new JsonWalker(source);
        await walker.PeekAsync(CancellationToken.None);
        walker.Enter();

        foreach (var text in texts)
        {
            Assert.True(await walker.NextElementAsync(CancellationToken.None));
            Assert.Equal(json.IndexOf(text, StringComparison.Ordinal), walker.Offset);
            Assert.Equal(text, await Take(walker));
        }
        Assert.False(await walker.NextElementAsync(CancellationToken.None));
    }

    private static async Task<long> OffsetOfNext(JsonWalker walker)
    {
        await walker.PeekAsync(CancellationToken.None);
        return walker.Offset;
    }

    private static async Task<string> Take(JsonWalker walker)
    {
        Assert.True(await walker.TakeAsync(CancellationToken.None));
        return Released(walker);
    }

    private static string Released(JsonWalker walker)
    {
        var taken = Encoding.UTF8.GetString(walker.Taken);
        walker.Release();
        Assert.True(walker.Taken.IsEmpty);
        return taken;
    }
}
