using System.Text;
using CsCheck;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Json;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Tests.Support;

namespace EncordFunctions.Labels.Tests.Json;

public sealed class FaultyJson
{
    [Fact]
    public void Nesting_past_64_levels_is_refused_before_anything_follows_it_down()
    {
        static Reading Nested(int levels) => Reading.Of(Row.Of("image", Row.Unit("u", "{}"), $"\"x\":{new string('[', levels)}{new string(']', levels)}"));

        Assert.DoesNotContain(Nested(63).AllIssues, static issue => issue.Code == IssueCatalogue.MalformedJson);
        var issue = Assert.Single(Nested(1_000_000).AllIssues);
        Assert.Equal((IssueCatalogue.MalformedJson, "The row is not JSON: expected no more than 64 levels, found '['."), (issue.Code, issue.Message));
    }

    [Theory]
    [InlineData("""{"a":{"b":[1,{"c":tru}]}}""", "/a/b/1/c")]
    [InlineData("""{"a":[1,2}""", "/a/1")]
    [InlineData("""{"a":[""", "/a/0")]
    [InlineData("""{"a":[1,""", "/a/1")]
    [InlineData("""{"a":1,""", "")]
    [InlineData("""{"a":1,"b""", "")]
    [InlineData("""{"x":{"a":1,]}""", "/x")]
    [InlineData("""{"label_hash":"l" "x":1}""", "/label_hash")]
    [InlineData("""{"a/b":{"c~":01}}""", "/a~1b/c~0")]
    [InlineData("""{"/a":{"~":01}}""", "/~1a/~0")]
    [InlineData("""{"a":{]""", "/a")]
    [InlineData("""{"a":{"b":1},"c":{]""", "/c")]
    [InlineData("""{"\u00e9":{"\ud83d\ude00":x}}""", "/\u00e9/\ud83d\ude00")]
    [InlineData("""{"\u0061\n":{"":x}}""", "/a\n/")]
    [InlineData("""[[],[[],"\x"]]""", "/1/1")]
    [InlineData("{} x", "")]
    public void Broken_json_is_named_at_the_innermost_place_reached_however_it_is_cut(string json, string pointer)
    {
        for (var chunk = 1; chunk <= json.Length; chunk++) Assert.Equal(pointer, Validate(json, chunk).Fault!.Pointer);
    }

    [Theory]
    [InlineData("NaN", "NaN")]
    [InlineData("Infinity", "NaN nor Infinity")]
    [InlineData("-Infinity", "NaN nor Infinity")]
    public void Numbers_that_json_does_not_know_are_named(string number, string message)
    {
        var row = Row.With($"\"shape\":\"point\",\"point\":{{\"0\":{{\"x\":{number},\"y\":0}}}}");

        var issue = Assert.Single(Reading.Of(row).AllIssues);

        Assert.Equal((IssueCatalogue.MalformedJson, "/data_units/unit-1/labels/objects/0/point/0/x"), (issue.Code, issue.Pointer));
        Assert.Contains(message, issue.Message, StringComparison.Ordinal);
        Assert.Equal(row.IndexOf(number, StringComparison.Ordinal) + (number[0] == '-' ? 1 : 0), issue.Offset);
    }

    [Fact]
    public void A_number_beyond_all_doubles_is_json_and_no_coordinate()
    {
        var reading = Reading.Of(Row.With(""" "confidence":1e999,"shape":"point","point":{"0":{"x":0,"y":-1e999}} """));

        Assert.Equal([IssueCatalogue.NumberUnreadable, IssueCatalogue.CoordinateImpossible], reading.AllIssues.Select(issue => issue.Code));
    }

    [Fact]
    public async Task Half_a_surrogate_pair_and_bytes_that_are_not_utf8_are_replaced_with_a_warning()
    {
        var issue = Assert.Single(Reading.Of(Row.Image(Row.Object("a", $"{Row.Box},\"createdBy\":\"\\udc00\""))).AllIssues);
        Assert.Equal((IssueCatalogue.TextNotUtf8, "/data_units/unit-1/labels/objects/0/createdBy"), (issue.Code, issue.Pointer));

        var bytes = Encoding.Latin1.GetBytes(Row.Image(Row.Object("a", $"{Row.Box},\"createdBy\":\"\u00e9\"")));
        var reading = await Reading.OfAsync(bytes, new RowPlace("e", 0, ""), json => new MemoryStream(json));
        Assert.Equal([IssueCatalogue.TextNotUtf8], reading.AllIssues.Select(found => found.Code));
        Assert.Equal("\ufffd", reading.Only.CreatedBy);
    }

    [Theory]
    [InlineData("""{"a":1,"a":2}""", "/a")]
    [InlineData("""{"a":1,"\u0061":2}""", "/a")]
    [InlineData("""{"x":[{},{"k":{},"j":[],"k":0}]}""", "/x/1/k")]
    [InlineData("""{"":1,"":2}""", "/")]
    [InlineData("""{"a":{"a":{"a":1}},"b":{"a":1},"c":[{"a":1},{"a":1}]}""", null)]
    [InlineData("""{"a":1,"A":2,"a ":3,"aa":4}""", null)]
    public void A_name_that_stands_twice_in_one_object_is_told_however_it_is_cut(string json, string? pointer)
    {
        for (var chunk = 1; chunk <= json.Length; chunk++)
            Assert.Equal(pointer is null ? [] : [pointer], Validate(json, chunk).Repeats.Select(repeat => repeat.Pointer));
    }

    [Fact]
    public void Names_are_told_apart_as_a_dictionary_tells_them() => Gen.Select(Gen.String[0, 3].Array[0, 90], Gen.Int[1, 40]).Sample(
        (names, chunk) =>
        {
            var clean = names.Select(name => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(name))).ToArray();
            var json = $"{{{string.Join(",", clean.Select(name => $"{System.Text.Json.JsonSerializer.Serialize(name)}:0"))}}}";
            var seen = new HashSet<string>();
            Assert.Equal(clean.Where(name => !seen.Add(name)).Take(100).Select(name => $"/{name.Replace("~", "~0").Replace("/", "~1")}"), Validate(json, chunk).Repeats.Select(repeat => repeat.Pointer));
        },
        iter: 1_000);

    [Fact]
    public void A_repeated_key_is_a_warning_at_its_second_place_and_the_last_value_is_used()
    {
        var row = Row.Image(Row.Object("a", $"{Row.Box},\"name\":\"Bus\"")).Replace("\"width\":200", "\"width\":300,\"width\":200", StringComparison.Ordinal);

        var reading = Reading.Of(row, new RowPlace("rows.json", 50, "/3"));

        Assert.Equal(("Bus", 200), (reading.Only.Name, reading.Only.Frame!.Size.Width));
        Assert.Equal(
            [("EL013", "/3/data_units/unit-1/labels/objects/0/name", row.LastIndexOf("\"name\"", StringComparison.Ordinal) + 50L), ("EL013", "/3/data_units/unit-1/width", row.LastIndexOf("\"width\"", StringComparison.Ordinal) + 50L)],
            reading.AllIssues.Select(issue => (issue.Code.Id, issue.Pointer, issue.Offset)));
    }

    [Fact]
    public void After_a_hundred_repeated_keys_the_rest_are_counted()
    {
        var row = Row.Image().Replace("\"object_answers\":{}", $"\"object_answers\":{{{string.Join(",", Enumerable.Repeat("\"x\":{}", 251))}}}", StringComparison.Ordinal);

        var issues = Reading.Of(row).AllIssues.Where(issue => issue.Code == IssueCatalogue.KeyRepeated).ToList();

        Assert.Equal(101, issues.Count);
        Assert.StartsWith("150 more", issues[^1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hundred_thousand_keys_take_a_few_megabytes_and_the_repeated_one_is_found()
    {
        var json = Encoding.UTF8.GetBytes($"{{{string.Join(",", Enumerable.Range(0, 100_000).Append(77_777).Select(frame => $"\"{frame}\":0"))}}}");

        var before = GC.GetAllocatedBytesForCurrentThread();
        var validator = new JsonValidator();
        for (var at = 0; at < json.Length; at += 65_536) Assert.Null(validator.Push(json.AsSpan(at, Math.Min(65_536, json.Length - at))));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8_000_000);
        Assert.Equal("/77777", Assert.Single(validator.Repeats).Pointer);
    }

    [Theory]
    [InlineData("x", 0, true)]
    [InlineData("x", 1, false)]
    [InlineData("\\n", 0, true)]
    [InlineData("\\n", 2, false)]
    public void A_name_may_have_a_megabyte_and_no_more_however_it_is_cut(string letter, int more, bool isJson)
    {
        var json = $"{{\"a\":{{\"{string.Concat(Enumerable.Repeat(letter, (JsonValidator.LongestName + more) / letter.Length))}\":1}}}}";

        var faults = new[] { json.Length, 65_536, 1_001 }.Select(chunk => Validate(json, chunk).Fault).Distinct().ToArray();

        var fault = Assert.Single(faults);
        if (isJson) Assert.Null(fault);
        else Assert.Equal(("/a", 7 + JsonValidator.LongestName + more - (more % 2)), (fault!.Pointer, (int)fault.Offset)); // An escape is one piece.
    }

    private static (JsonFault? Fault, IReadOnlyList<JsonRepeat> Repeats) Validate(string json, int chunk) => InPieces.Validate(Encoding.UTF8.GetBytes(json), chunk);
}
