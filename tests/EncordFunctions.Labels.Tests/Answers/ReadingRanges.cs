using System.Text;
using EncordFunctions.Labels.Answers;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Json;
using EncordFunctions.Labels.Tests.Support;
using EncordFunctions.Labels.Values;

namespace EncordFunctions.Labels.Tests.Answers;

public sealed class ReadingRanges
{
    private const string P5 = """{"xpath":"/p","offset":5}""";
    private const string P6 = """{"xpath":"/p","offset":6}""";
    private const string Q2 = """{"xpath":"/q","offset":2}""";

    [Theory]
    [InlineData("[[0,5],[7,7]]", "0-5 7-7")]
    [InlineData(" [ [ 0 , 5 ] , [ 7 , 9 ] ] ", "0-5 7-9")]
    [InlineData("[[\"0\",\"5\"]]", "0-5")]
    [InlineData("[[0.0,5.0]]", "0-5")]
    [InlineData("[[0,9007199254740992.0]]", "0-9007199254740992")]
    [InlineData("[[0,9223372036854775807]]", "0-9223372036854775807")]
    [InlineData("[]", "")]
    [InlineData("null", "")]
    public void Two_whole_numbers_are_a_range(string list, string ranges)
    {
        var (reader, findings) = Read(list);

        Assert.Empty(findings.Notes);
        Assert.Equal(ranges, string.Join(' ', reader.Spans.Select(static range => $"{range.Start}-{range.End}")));
    }

    [Theory]
    [InlineData("[]", "expected [start, end], found 0 of it")]
    [InlineData("[0]", "expected [start, end], found 1 of it")]
    [InlineData("[1,2,3]", "expected [start, end], found 3 of it")]
    [InlineData("[true,5]", "expected [start, end], two whole numbers from 0 on")]
    [InlineData("[null,5]", "expected [start, end], two whole numbers from 0 on")]
    [InlineData("[[0],5]", "expected [start, end], two whole numbers from 0 on")]
    [InlineData("[\"\",5]", "expected [start, end], two whole numbers from 0 on")]
    [InlineData("[\"1x\",5]", "expected [start, end], two whole numbers from 0 on")]
    [InlineData("[\"x\",5]", "expected [start, end], two whole numbers from 0 on")]
    [InlineData("[-1,5]", "expected [start, end], two whole numbers from 0 on")]
    [InlineData("[-0.5,5]", "expected [start, end], two whole numbers from 0 on")]
    [InlineData("[0,5.5]", "expected [start, end], two whole numbers from 0 on")]
    [InlineData("[0,9007199254740994.0]", "expected [start, end], two whole numbers from 0 on")]
    [InlineData("[0,9223372036854775808]", "expected [start, end], two whole numbers from 0 on")]
    [InlineData("[6,5]", "[6, 5] ends before it starts")]
    [InlineData("7", "expected [start, end], found a number")]
    [InlineData("null", "expected [start, end], found null")]
    [InlineData("{}", "a range in HTML has a start and an end, each with an xpath and an offset")]
    [InlineData($$"""{"start":{{P5}} }""", "a range in HTML has a start and an end, each with an xpath and an offset")]
    [InlineData($$"""{"end":{{P5}} }""", "a range in HTML has a start and an end, each with an xpath and an offset")]
    [InlineData($$"""{"end":{{P5}},"start":"x"}""", "a range in HTML has a start and an end, each with an xpath and an offset")]
    [InlineData($$"""{"start":7,"end":{{P5}} }""", "a range in HTML has a start and an end, each with an xpath and an offset")]
    [InlineData($$"""{"start":[{{P5}}],"end":{{P6}} }""", "a range in HTML has a start and an end, each with an xpath and an offset")]
    [InlineData($$"""{"start":{"offset":1},"end":{{P5}} }""", "a range in HTML has a start and an end, each with an xpath and an offset")]
    [InlineData($$"""{"start":{"xpath":7,"offset":1},"end":{{P5}} }""", "a range in HTML has a start and an end, each with an xpath and an offset")]
    [InlineData($$"""{"start":{"xpath":"/p","offset":-1},"end":{{P5}} }""", "a range in HTML has a start and an end, each with an xpath and an offset")]
    [InlineData($$"""{"start":{{P6}},"end":{{P5}} }""", "it ends at 5 before it starts at 6")]
    [InlineData($"[{P6},{P5}]", "it ends at 5 before it starts at 6")]
    [InlineData($$"""[{"xpath":"/p"},{{P5}}]""", "a place in HTML has an xpath and an offset")]
    [InlineData($"[{P5}]", "expected [start, end], found 1 of it")]
    [InlineData($"[{P5},{P5},{P5}]", "expected [start, end], found 3 of it")]
    public void What_is_no_range_is_left_out_with_the_reason_and_those_around_it_are_read(string element, string reason)
    {
        var list = $"[[0,1],{element},[8,9]]";

        var (reader, findings) = Read(list);

        var finding = Assert.Single(findings.Notes);
        Assert.Equal((IssueCatalogue.RangeMalformed, "/range/1", $"The range is left out: {reason}."), (finding.Code, finding.Path, finding.Message));
        Assert.StartsWith(element, list[finding.At..], StringComparison.Ordinal);
        Assert.Equal([new FrameRange(0, 1), new FrameRange(8, 9)], reader.Spans);
        Assert.Empty(reader.Html);
    }

    [Theory]
    [InlineData($"[0,{P5}]")]
    [InlineData($"[{P5},9]")]
    public void A_number_and_a_place_in_html_are_no_range(string element)
    {
        var (reader, findings) = Read($"[{element}]");

        var finding = Assert.Single(findings.Notes);
        Assert.Equal(("/range/0", "The range is left out: expected [start, end], found a number and a place in HTML."), (finding.Path, finding.Message));
        Assert.Empty(reader.Spans);
        Assert.Empty(reader.Html);
    }

    [Theory]
    [InlineData($$"""[{"start":{{P5}},"end":{{P6}} }]""", "/p:5-/p:6")]
    [InlineData($"[[{P5},{P6}]]", "/p:5-/p:6")]
    [InlineData($"[[{P5},{P5}]]", "/p:5-/p:5")]
    [InlineData($"[[{P5},{Q2}]]", "/p:5-/q:2")]
    [InlineData($$"""[{"note":{"start":1},"end":{{Q2}},"by":["end"],"start":{{P5}},"at":7}]""", "/p:5-/q:2")]
    [InlineData($$"""[[{"note":{"offset":1},"node":"\/p","by":["xpath"],"offset":5,"at":7},{{P6}}]]""", "/p:5-/p:6")]
    [InlineData($$"""[[{"node":"/p","xpath":null,"offset":"5"},{{P6}}]]""", "/p:5-/p:6")]
    public void Two_places_in_html_are_a_range_whatever_else_they_hold(string list, string range)
    {
        var (reader, findings) = Read(list);

        Assert.Empty(findings.Notes);
        Assert.Equal(range, EventText.Of(Assert.Single(reader.Html)));
    }

    [Theory]
    [InlineData("7", "a number")]
    [InlineData("{}", "an object")]
    [InlineData("true", "a boolean")]
    public void What_is_no_list_is_said_to_be_none(string list, string found)
    {
        var finding = Assert.Single(Read(list).Findings.Notes);

        Assert.Equal(("/range", $"The range is left out: expected a list, found {found}."), (finding.Path, finding.Message));
    }

    [Theory]
    [InlineData("[[0,5],[5,9]]", "/range/1", "[5, 9]")]
    [InlineData("[[7,9],[0,5],[4,4],[8,8]]", "/range/2", "[4, 4]")]
    [InlineData("[[0,5],7,[3,4]]", "/range/2", "[3, 4]")]
    [InlineData("[[0,5],[6,9]]", null, null)]
    [InlineData("[[6,9],[0,5]]", null, null)]
    public void The_first_range_that_overlaps_one_before_it_is_named_and_all_hold(string list, string? path, string? range)
    {
        var (reader, findings) = Read(list);

        var overlaps = findings.Notes.Where(static note => note.Code == IssueCatalogue.RangesOverlap);
        Assert.Equal(path is null ? [] : [(path, $"{range} overlaps a range before it in the list; both hold.")], overlaps.Select(static note => (note.Path, note.Message)));
        Assert.Equal(list.Count(static letter => letter == '[') - 1, reader.Spans.Count);
    }

    [Theory]
    [InlineData($"[[0,5],[{P5},{P6}]]")]
    [InlineData($$"""[[0,5],{"start":{{P5}},"end":{{P6}} },[{{Q2}},{{Q2}}]]""")]
    public void A_range_in_html_overlaps_none_of_numbers(string list)
    {
        var (reader, findings) = Read(list);

        Assert.Empty(findings.Notes);
        Assert.Equal([new FrameRange(0, 5)], reader.Spans);
        Assert.NotEmpty(reader.Html);
    }

    [Fact]
    public void Every_list_is_read_anew()
    {
        var findings = new Findings();
        var reader = new RangeReader(new MemberValues(new Utf8Strings(), findings), findings);
        foreach (var list in new[] { $"[[{P5},{P6}],[0,5]]", "[[3,4]]", "null", "[[3,4]]" })
        {
            var json = new JsonCursor(Encoding.UTF8.GetBytes(list));
            reader.Read(ref json, "");
        }

        Assert.Empty(findings.Notes);
        Assert.Equal([new FrameRange(3, 4)], reader.Spans);
        Assert.Empty(reader.Html);
    }

    private static (RangeReader Reader, Findings Findings) Read(string list)
    {
        var findings = new Findings();
        var reader = new RangeReader(new MemberValues(new Utf8Strings(), findings), findings);
        var json = new JsonCursor(Encoding.UTF8.GetBytes(list));
        reader.Read(ref json, "/range");
        return (reader, findings);
    }
}
