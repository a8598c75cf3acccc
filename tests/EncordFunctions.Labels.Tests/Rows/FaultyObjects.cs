using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Tests.Support;

namespace EncordFunctions.Labels.Tests.Rows;

public sealed class FaultyObjects
{
    [Theory]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("[{}]")]
    public void An_element_that_is_no_object_is_skipped(string element)
    {
        var reading = Reading.Of(Row.Image(Row.Object("a", Row.Box), element, Row.Object("b", Row.Box)));

        Assert.Equal([("a", 0), ("b", 2)], reading.Annotations.Select(annotation => (annotation.ObjectHash, annotation.Position)));
        Assert.Equal((IssueCatalogue.ObjectMalformed, "/data_units/unit-1/labels/objects/1"), Assert.Single(reading.Skips) is var issue ? (issue.Code, issue.Pointer) : default);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"objectHash\":null,")]
    [InlineData("\"objectHash\":\"\",")]
    [InlineData("\"objectHash\":{},")]
    public void An_object_without_a_hash_is_skipped(string hash) =>
        Assert.Equal(IssueCatalogue.NoObjectHash, Assert.Single(Reading.Of(Row.Image($"{{{hash}{Row.Box}}}")).Skips).Code);

    [Fact]
    public void The_second_object_of_a_hash_on_a_frame_is_skipped_and_another_frame_is_another_matter()
    {
        var labels = $$"""{"0":{{Row.Labels(Row.Object("a", Row.Box), Row.Object("a", Row.Box))}},"1":{{Row.Labels(Row.Object("a", Row.Box))}} }""";

        var reading = Reading.Of(Row.Of("video", Row.Unit("u", labels)));

        Assert.Equal([(0, 0), (1, 0)], reading.Annotations.Select(annotation => ((int)annotation.Frame!.Number, annotation.Position)));
        Assert.Equal(IssueCatalogue.ObjectRepeated, Assert.Single(reading.Skips).Code);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("stream@100")]
    [InlineData("99999999999999999999")]
    public void Objects_under_a_key_that_is_no_frame_number_are_skipped_one_by_one(string key)
    {
        var labels = $$"""{"{{key}}":{{Row.Labels(Row.Object("a", Row.Box), Row.Object("b", Row.Box))}},"4":{{Row.Labels(Row.Object("a", Row.Box))}} }""";

        var reading = Reading.Of(Row.Of("video", Row.Unit("u", labels)));

        Assert.Equal([IssueCatalogue.FrameKeyNotANumber, IssueCatalogue.FrameKeyNotANumber], reading.Skips.Select(issue => issue.Code));
        Assert.Equal(4, reading.Only.Frame!.Number);
    }

    [Fact]
    public void A_frame_that_comes_twice_is_read_once()
    {
        var labels = $$"""{"4":{{Row.Labels(Row.Object("a", Row.Box))}},"04":{{Row.Labels(Row.Object("a", Row.Box), Row.Object("b", Row.Box))}} }""";

        var reading = Reading.Of(Row.Of("video", Row.Unit("u", labels)));

        Assert.Equal("a", reading.Only.ObjectHash);
        Assert.Equal([IssueCatalogue.FrameRepeated, IssueCatalogue.FrameRepeated], reading.Skips.Select(issue => issue.Code));
    }

    [Fact]
    public void Two_images_at_one_place_of_a_group_do_not_overwrite_each_other()
    {
        var units = string.Join(",", Row.Unit("u0", Row.Labels(Row.Object("a", Row.Box))), Row.Unit("u1", Row.Labels(Row.Object("a", Row.Box))));

        var reading = Reading.Of(Row.Of("img_group", units));

        Assert.Equal("u0", reading.Only.Unit.Hash);
        Assert.Equal("/data_units/u1/labels/objects/0", Assert.Single(reading.Skips).Pointer);
    }

    [Fact]
    public void A_list_of_objects_that_is_none_is_an_issue_and_the_other_frames_are_read()
    {
        var labels = $$"""{"0":{"objects":{"a":{} } },"1":{"objects":"none"},"2":{{Row.Labels(Row.Object("a", Row.Box))}} }""";

        var reading = Reading.Of(Row.Of("video", Row.Unit("u", labels)));

        Assert.Equal(["/data_units/u/labels/0/objects", "/data_units/u/labels/1/objects"], reading.Found.Select(issue => issue.Pointer));
        Assert.All(reading.Found, issue => Assert.Equal(IssueCatalogue.UnusableContainer, issue.Code));
        Assert.Equal(2, reading.Only.Frame!.Number);
    }

    [Fact]
    public void A_frame_that_is_none_is_an_issue_and_null_is_no_frame()
    {
        var reading = Reading.Of(Row.Of("video", Row.Unit("u", $$"""{"0":[7],"1":null,"2":{{Row.Labels(Row.Object("a", Row.Box))}} }""")));

        Assert.Equal((IssueCatalogue.UnusableContainer, "/data_units/u/labels/0"), Assert.Single(reading.AllIssues) is var issue ? (issue.Code, issue.Pointer) : default);
        Assert.Equal(2, reading.Only.Frame!.Number);
    }

    [Fact]
    public void A_data_unit_that_is_none_is_an_issue_and_the_others_are_read()
    {
        var reading = Reading.Of(Row.Of("img_group", $"\"x\":7,{Row.Unit("u", Row.Labels(Row.Object("a", Row.Box)))},\"y\":null,{Row.Unit("v", Row.Labels(Row.Object("b", Row.Box)), sequence: 1)}"));

        Assert.Equal([("u", "a"), ("v", "b")], reading.Annotations.Select(annotation => (annotation.Unit.Hash, annotation.ObjectHash)));
        Assert.Equal("/data_units/x", Assert.Single(reading.AllIssues).Pointer);
    }

    [Fact]
    public void An_object_marked_as_deleted_is_kept_and_said_to_be_so()
    {
        var reading = Reading.Of(Row.With($"{Row.Box},\"isDeleted\":true"));

        Assert.Single(reading.Annotations);
        var issue = Assert.Single(reading.AllIssues);
        Assert.Equal((IssueCatalogue.MarkedDeleted, Severity.Info, "/data_units/unit-1/labels/objects/0/isDeleted"), (issue.Code, issue.Code.Severity, issue.Pointer));
    }

    [Theory]
    [InlineData("\"createdAt\":\"the day before\"", "EL301", "/createdAt")]
    [InlineData("\"createdAt\":17", "EL008", "/createdAt")]
    [InlineData("\"color\":\"red\"", "EL302", "/color")]
    [InlineData("\"confidence\":\"much\"", "EL303", "/confidence")]
    [InlineData("\"manualAnnotation\":\"perhaps\"", "EL008", "/manualAnnotation")]
    [InlineData("\"name\":[]", "EL008", "/name")]
    public void A_value_that_can_not_be_read_costs_a_warning_and_not_the_object(string member, string code, string pointer)
    {
        var row = Row.Image($$"""{"objectHash":"a",{{Row.Box}},{{member}} }""");

        var reading = Reading.Of(row);

        Assert.Single(reading.Annotations);
        var issue = Assert.Single(reading.AllIssues);
        Assert.Equal((code, $"/data_units/unit-1/labels/objects/0{pointer}", Severity.Warning), (issue.Code.Id, issue.Pointer, issue.Code.Severity));
        Assert.StartsWith(member[(member.IndexOf(':', StringComparison.Ordinal) + 1)..], row[(int)issue.Offset..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_that_is_not_utf8_is_replaced_and_said_to_be_so()
    {
        var bytes = System.Text.Encoding.Latin1.GetBytes(Row.Image($$"""{"objectHash":"a","name":"Caf{{'\u00e9'}}",{{Row.Box}} }"""));

        var reading = await Reading.OfAsync(bytes, new RowPlace("e", 0, ""), json => new MemoryStream(json));

        Assert.Equal("Caf\uFFFD", reading.Only.Name);
        Assert.Equal(IssueCatalogue.TextNotUtf8, Assert.Single(reading.AllIssues).Code);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_replaced() =>
        Assert.Equal("\uFFFDx\U0001F600", Reading.Of(Row.Image($$"""{"objectHash":"a","name":"\ud83dx\ud83d\ude00",{{Row.Box}} }""")).Only.Name);

    [Fact]
    public void Members_nobody_knows_are_counted_by_name_with_their_first_place()
    {
        var row = Row.Image(Row.Object("a", $"{Row.Box},\"novelty\":{{\"a\":[1]}}"), Row.Object("b", $"{Row.Box},\"novelty\":2,\"a/b~c\":3"));

        var reading = Reading.Of(row);

        Assert.Equal(2, reading.Annotations.Count);
        Assert.Equal(["/data_units/unit-1/labels/objects/0/novelty", "/data_units/unit-1/labels/objects/1/a~1b~0c"], reading.AllIssues.Select(issue => issue.Pointer));
        Assert.All(reading.AllIssues, issue => Assert.Equal((IssueCatalogue.UnknownMember, Severity.Info), (issue.Code, issue.Code.Severity)));
        Assert.Contains("2 times", reading.AllIssues[0].Message, StringComparison.Ordinal);
        Assert.Equal(["""{"novelty":{"a":[1]}}""", """{"novelty":2,"a/b~c":3}"""], reading.Annotations.Select(annotation => annotation.Extra));
    }

    [Fact]
    public void However_many_members_are_not_known_the_report_stays_short()
    {
        var row = Row.With($"{Row.Box},{string.Join(",", Enumerable.Range(0, 1000).Select(i => $"\"m{i}\":0"))}");

        var reading = Reading.Of(row);

        Assert.Equal(65, reading.AllIssues.Count);
        Assert.Contains("936 members", reading.AllIssues[^1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Hashes_with_slashes_are_escaped_in_pointers()
    {
        var reading = Reading.Of(Row.Of("video", Row.Unit("a/b~c", "{\"3\":{\"objects\":[7]}}")), new RowPlace("entry.json", 40, "/2"));

        var issue = Assert.Single(reading.Skips);
        Assert.Equal(("/2/data_units/a~1b~0c/labels/3/objects/0", "entry.json"), (issue.Pointer, issue.Entry));
    }
}
