using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Tests.Support;

namespace EncordFunctions.Labels.Tests.Answers;

public sealed class SpaceClassifications
{
    private const string Signed = """ "createdBy":"a@example.com","classifications":[{"name":"n","answers":"x"}] """;

    [Fact]
    public void Frames_of_a_space_place_a_classification_on_it()
    {
        var reading = Reading.Of(Group(""" "c":{"classifications":[]} """, ("v", 3), ("v", 4), ("w", 9)));

        Assert.Equal(["c v 3-4", "c w 9-9"], reading.Classifications.Select(Describe));
        Assert.Empty(reading.AllIssues);
    }

    [Fact]
    public void The_range_that_an_answer_has_on_a_space_counts_before_its_frames()
    {
        var reading = Reading.Of(Group($$$""" "c":{ {{{Signed}}},"range":[],"spaces":{"v":{"type":"frame","range":[[0,9]]},"w":{"range":[[2,3]]} } } """, ("v", 3)));

        Assert.Equal(["c v 0-9", "c w 2-3"], reading.Classifications.Select(Describe));
        Assert.Empty(reading.AllIssues);
    }

    [Fact]
    public void A_signed_answer_that_names_a_space_without_a_range_holds_for_all_of_it_and_nowhere_else()
    {
        var classification = Assert.Single(Reading.Of(Group($$$""" "c":{ {{{Signed}}},"range":[],"spaces":{"v":{"range":[]} } } """)).Classifications);

        Assert.Equal(("v", true), (classification.Space?.Hash, classification.IsGlobal));
    }

    [Fact]
    public void An_unsigned_answer_that_names_a_space_without_a_range_is_nowhere()
    {
        var reading = Reading.Of(Group(""" "c":{"classifications":[],"spaces":{"v":{"range":[]} } } """));

        Assert.Empty(reading.Classifications);
        Assert.Equal(IssueCatalogue.ClassificationUnplaced, Assert.Single(reading.ClassificationSkips).Code);
    }

    [Fact]
    public void An_answer_that_names_no_space_holds_for_the_whole_group()
    {
        var classification = Assert.Single(Reading.Of(Group($$$""" "c":{ {{{Signed}}},"range":[],"spaces":{"root":{"range":[[1,2]]} } } """)).Classifications);

        Assert.Equal(((DataUnit?)null, true), (classification.Space, classification.IsGlobal));
    }

    [Fact]
    public void The_first_frame_of_a_group_beside_its_spaces_says_nothing() =>
        Assert.Equal(["c v 4-4"], Reading.Of(Group($$$""" "c":{ {{{Signed}}},"range":[[0,0]],"spaces":{"v":{"range":[[4,4]]} } } """)).Classifications.Select(Describe));

    [Fact]
    public void A_classification_on_a_space_that_is_not_there_is_skipped_and_named()
    {
        var reading = Reading.Of(Group($$$""" "c":{ {{{Signed}}},"spaces":{"gone":{"range":[[1,2]]},"v":{"range":[[1,2]]} } } """));

        Assert.Equal(["c v 1-2"], reading.Classifications.Select(Describe));
        Assert.Equal((IssueCatalogue.SpaceUnknown, "/classification_answers/c/spaces/gone"), Assert.Single(reading.ClassificationSkips) is var issue ? (issue.Code, issue.Pointer) : default);
    }

    [Fact]
    public void A_space_that_can_not_be_read_is_named_and_the_others_count()
    {
        var row = Group($$$""" "c":{ {{{Signed}}},"spaces":{"v":7,"w":{"note":{"range":[[8,9]]},"range":[[2,3]],"by":["me"]},"gone":{"range":[[4,4]]} } } """);

        var reading = Reading.Of(row);

        Assert.Equal(["c w 2-3"], reading.Classifications.Select(Describe));
        Assert.Equal(
            [("/classification_answers/c/spaces/gone", "{\"range\":[[4"), ("/classification_answers/c/spaces/v", "7,\"w\":{\"note")],
            reading.AllIssues.Select(issue => (issue.Pointer, row.Substring((int)issue.Offset, 12))).Order());
    }

    [Fact]
    public void A_range_that_is_empty_takes_nothing_from_the_one_beside_it()
    {
        const string Html = """{"start":{"xpath":"/p","offset":1},"end":{"xpath":"/p","offset":4}}""";
        var reading = Reading.Of(Group($$$"""
            "c":{ {{{Signed}}},"spaces":{"v":{"range":[[2,3]],"range_html":[]},"w":{"range_html":[{{{Html}}}],"range":[]} } },"d":{ {{{Signed}}},"range_html":[{{{Html}}}],"range":[]}
            """));

        Assert.Empty(reading.AllIssues);
        Assert.Equal(["c v 2-3 0", "c w  1", "d   1"], reading.Classifications.Select(static read => $"{Describe(read)} {read.HtmlRanges.Count}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Stretches_of_html_place_a_classification_too()
    {
        const string Html = """{"start":{"xpath":"/p","offset":1},"end":{"xpath":"/p","offset":4}}""";
        var reading = Reading.Of(Group($$$""" "c":{ {{{Signed}}},"spaces":{"v":{"type":"html","range":[{{{Html}}}]} } },"d":{ {{{Signed}}},"range":[],"range_html":[{{{Html}}}]} """));

        Assert.All(reading.Classifications, read => Assert.Equal("/p:1-/p:4", EventText.Of(Assert.Single(read.HtmlRanges))));
        Assert.All(reading.Classifications, read => Assert.False(read.IsGlobal));
        Assert.Equal(["v", null], reading.Classifications.Select(read => read.Space?.Hash));
    }

    [Fact]
    public void A_range_past_the_last_frame_of_a_space_is_a_warning()
    {
        var reading = Reading.Of(Group($$$""" "c":{ {{{Signed}}},"spaces":{"v":{"range":[[1,10]]} } },"d":{ {{{Signed}}},"spaces":{"v":{"range":[[1,9]]} } } """));

        Assert.Equal(2, reading.Classifications.Count);
        Assert.Equal((IssueCatalogue.RangeBeyondFile, "/classification_answers/c/spaces/v"), Assert.Single(reading.AllIssues) is var issue ? (issue.Code, issue.Pointer) : default);
    }

    [Theory]
    [InlineData("image", "[[0,1]]", true)]
    [InlineData("image", "[[0,0]]", false)]
    [InlineData("video", "[[0,300]]", true)]
    [InlineData("video", "[[0,250]]", false)]
    [InlineData("audio", "[[0,10000]]", false)]
    [InlineData("audio", "[[0,10001]]", true)]
    public void A_range_past_the_end_of_the_data_is_a_warning(string dataType, string range, bool isBeyond)
    {
        var row = Row.Of(
            dataType, Row.Unit("u", "{}", """ "width":10,"height":10,"data_fps":25,"data_duration":10 """), $$$""" "classification_answers":{"c":{ {{{Signed}}},"range":{{{range}}} }} """);

        var reading = Reading.Of(row);

        Assert.Single(reading.Classifications);
        Assert.Equal(isBeyond ? ["EL210 /classification_answers/c/range"] : [], reading.AllIssues.Select(issue => $"{issue.Code.Id} {issue.Pointer}"));
        Assert.All(reading.AllIssues, issue => Assert.StartsWith(range, row[(int)issue.Offset..], StringComparison.Ordinal));
    }

    [Fact]
    public void In_audio_and_text_a_signed_answer_without_a_range_holds_for_the_whole_file() =>
        Assert.True(Assert.Single(Reading.Of(Row.Of("audio", Row.Unit("u", "{}", ""), $$$""" "classification_answers":{"c":{ {{{Signed}}},"range":[],"spaces":{} }} """)).Classifications).IsGlobal);

    [Theory]
    [InlineData("plain_text", true)]
    [InlineData("audio", false)]
    public void Of_text_the_first_character_stands_for_all_of_it(string dataType, bool isWhole) =>
        Assert.Equal(isWhole, Assert.Single(Reading.Of(Row.Of(dataType, Row.Unit("u", "{}", ""), $$$""" "classification_answers":{"c":{ {{{Signed}}},"range":[[0,0]] } } """)).Classifications).IsGlobal);

    private static string Describe(Classification read) => $"{read.ClassificationHash} {read.Space?.Hash} {string.Join(",", read.Ranges.Select(range => $"{range.Start}-{range.End}"))}";

    private static string Group(string answers, params (string Space, int Frame)[] frames)
    {
        string Space(string hash) => $$"""
            "{{hash}}":{"space_type":"video","number_of_frames":10,"width":10,"height":10,"labels":{ {{string.Join(",", frames.Where(frame => frame.Space == hash).Select(frame => $"\"{frame.Frame}\":{{\"objects\":[],\"classifications\":[{{\"classificationHash\":\"c\",\"featureHash\":\"f\"}}]}}"))}} } }
            """;
        return Row.Of("group", """ "g":{"data_type":"group","labels":{} } """, $$"""
            "classification_answers":{ {{answers}} },"spaces":{ {{Space("v")}},{{Space("w")}} }
            """);
    }
}
