using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Shapes;
using EncordFunctions.Labels.Tests.Support;

namespace EncordFunctions.Labels.Tests.Rows;

/// <summary>Audio, text and time series: their objects are ranges and stand in <c>object_answers</c>.</summary>
public sealed class RangeRows
{
    private const string Entry = """ "featureHash":"f","name":"Speech","value":"speech","color":"#D33115","createdBy":"a@example.com","createdAt":"Thu, 05 Dec 2024 15:24:19 UTC" """;

    [Fact]
    public void Every_range_of_an_object_is_one_annotation()
    {
        var reading = Reading.Of(Audio($$$""" "a":{"objectHash":"a",{{{Entry}}},"shape":"audio","confidence":0.5,"manualAnnotation":false,"range":[[16884,23716],[100,200]],"classifications":[]} """));

        Assert.Empty(reading.AllIssues);
        Assert.Equal([("16884-23716", 0), ("100-200", 1)], reading.Annotations.Select(annotation => (EventText.Of(annotation.Range), annotation.Position)));
        Assert.All(reading.Annotations, annotation => Assert.Equal(
            ("a", "f", "Speech", "speech", "#D33115", 0.5, false, "a@example.com", null, "u", new Span("audio")),
            (annotation.ObjectHash, annotation.FeatureHash, annotation.Name, annotation.Value, annotation.Color, annotation.Confidence, annotation.ManualAnnotation,
                annotation.CreatedBy, annotation.Frame, annotation.Unit.Hash, (Span)annotation.Shape)));
    }

    [Theory]
    [InlineData("audio", "audio/mpeg", "audio")]
    [InlineData("plain_text", "text/plain", "text")]
    [InlineData("time_series", "text/csv", "time_range")]
    public void An_object_that_does_not_say_its_shape_has_that_of_its_data(string dataType, string mimeType, string shape)
    {
        var annotation = Reading.Of(Row.Of(dataType, Unit(mimeType), """ "object_answers":{"a":{"featureHash":"f","range":[[0,5]],"createdBy":"a"}} """)).Only;

        Assert.Equal((shape, null), (annotation.Shape.Name, annotation.Name));
        Assert.Null(annotation.Shape.Bounds);
    }

    [Theory]
    [InlineData("""[{"start":{"xpath":"/p[1]","offset":5},"end":{"xpath":"/p[2]","offset":10}}]""")]
    [InlineData("""[{"start":{"node":"/p[1]","offset":5},"end":{"node":"/p[2]","offset":"10"}}]""")]
    [InlineData("""[[{"xpath":"/p[1]","offset":5},{"xpath":"/p[2]","offset":10}]]""")]
    public void Text_in_html_is_marked_by_two_places_in_the_document(string ranges)
    {
        var reading = Reading.Of(Row.Of("plain_text", Unit("text/html"), $$$""" "object_answers":{"a":{ {{{Entry}}},"range":[],"range_html":{{{ranges}}} } } """));

        Assert.Empty(reading.AllIssues);
        Assert.Equal(new LabelRange.Html(new HtmlPlace("/p[1]", 5), new HtmlPlace("/p[2]", 10)), reading.Only.Range);
        Assert.Equal("text", reading.Only.Shape.Name);
    }

    [Fact]
    public void Ranges_in_nanoseconds_keep_every_digit()
    {
        var reading = Reading.Of(Row.Of("time_series", Unit("application/mcap"), """ "object_answers":{"a":{"featureHash":"f","range":[[1700000000000000001,1700000000000000003]]}} """));

        Assert.Equal(new LabelRange.Span(1700000000000000001, 1700000000000000003), reading.Only.Range);
    }

    [Theory]
    [InlineData("\"range\":[]")]
    [InlineData("\"range\":null")]
    [InlineData("\"createdBy\":null")]
    [InlineData("\"range\":[[9,3]]")]
    public void An_object_without_a_range_is_skipped_and_the_others_are_not(string range)
    {
        var reading = Reading.Of(Audio($$$""" "a":{ {{{Entry}}},{{{range}}} },"b":{ {{{Entry}}},"range":[[1,2]]} """));

        var skip = Assert.Single(reading.Skips);
        Assert.Equal((IssueCatalogue.ObjectWithoutRange, "a", "label-1"), (skip.Code, skip.ObjectHash, skip.LabelHash));
        Assert.StartsWith("/object_answers/a", skip.Pointer, StringComparison.Ordinal);
        Assert.Equal("b", reading.Only.ObjectHash);
    }

    [Theory]
    [InlineData("[[0,5],[9,3]]", "EL206", "/range/1")]
    [InlineData("[[0,5],[-1,3]]", "EL206", "/range/1")]
    [InlineData("[[0,5],[7]]", "EL206", "/range/1")]
    [InlineData("[[0,5],[7.5,8]]", "EL206", "/range/1")]
    [InlineData("[[0,5],7]", "EL206", "/range/1")]
    [InlineData("[[0,5],[1e99,1e99]]", "EL206", "/range/1")]
    public void A_range_that_is_none_is_left_out_and_named(string ranges, string code, string pointer)
    {
        var row = Audio($$$""" "a":{ {{{Entry}}},"range":{{{ranges}}} } """);

        var reading = Reading.Of(row);

        var issue = Assert.Single(reading.AllIssues);
        Assert.Equal((code, $"/object_answers/a{pointer}", "a"), (issue.Code.Id, issue.Pointer, issue.ObjectHash));
        Assert.StartsWith(ranges[7..^1], row[(int)issue.Offset..], StringComparison.Ordinal);
        Assert.Equal("0-5", EventText.Of(reading.Only.Range));
    }

    [Fact]
    public void Ranges_that_overlap_are_kept_as_they_are_with_one_warning()
    {
        var reading = Reading.Of(Audio($$$""" "a":{ {{{Entry}}},"range":[[0,5],[5,9],[3,4]]} """));

        Assert.Equal(["0-5", "5-9", "3-4"], reading.Annotations.Select(annotation => EventText.Of(annotation.Range)));
        var issue = Assert.Single(reading.AllIssues);
        Assert.Equal((IssueCatalogue.RangesOverlap, "/object_answers/a/range/1"), (issue.Code, issue.Pointer));
    }

    [Theory]
    [InlineData(0, 132_963, false)]
    [InlineData(0, 132_964, false)]
    [InlineData(0, 132_965, true)]
    public void A_range_past_the_end_of_an_audio_file_is_a_warning(int start, int end, bool isBeyond)
    {
        var unit = """ "u":{"data_type":"audio/mpeg","data_duration":132.9631,"labels":{} } """;

        var reading = Reading.Of(Row.Of("audio", unit, $$$""" "object_answers":{"a":{ {{{Entry}}},"range":[[{{{start}}},{{{end}}}]]} } """));

        Assert.Single(reading.Annotations);
        Assert.Equal(isBeyond ? ["EL210"] : [], reading.AllIssues.Select(issue => issue.Code.Id));
    }

    [Fact]
    public void What_the_format_does_not_know_of_an_object_is_kept_beside_it()
    {
        var reading = Reading.Of(Audio($$$""" "a":{ {{{Entry}}},"range":[[0,1]],"mood":{"is" : "g\u00f6\"od"} } """));

        Assert.Equal("""{"mood":{"is":"g\u00f6\"od"}}""", reading.Only.Extra);
        Assert.Equal((IssueCatalogue.UnknownMember, "/object_answers/a/mood"), Assert.Single(reading.AllIssues) is var issue ? (issue.Code, issue.Pointer) : default);
    }

    [Fact]
    public void A_hash_that_is_not_its_key_is_a_warning_and_the_key_counts()
    {
        var reading = Reading.Of(Audio($$$""" "a":{ "objectHash":"b",{{{Entry}}},"range":[[0,1]]} """));

        Assert.Equal("a", reading.Only.ObjectHash);
        Assert.Equal((IssueCatalogue.HashesDiffer, "/object_answers/a/objectHash"), Assert.Single(reading.AllIssues) is var issue ? (issue.Code, issue.Pointer) : default);
    }

    [Fact]
    public void Dynamic_attributes_come_with_the_ranges_they_hold_for_if_these_touch_the_objects()
    {
        var actions = """
            "object_actions":{"a":{"actions":[
            {"name":"Loud","featureHash":"l","answers":[{"featureHash":"yes"}],"dynamic":true,"range":[[0,50],[90,95]]},
            {"name":"Loud","featureHash":"l","answers":[{"featureHash":"no"}],"dynamic":true,"range":[[51,89]]},
            {"name":"Far","featureHash":"r","answers":"x","dynamic":true,"range":[[500,600]]} ]} }
            """;

        var reading = Reading.Of(Audio($$$""" "a":{ {{{Entry}}},"range":[[10,60]],"classifications":[{"name":"Who","featureHash":"w","answers":"me"}]} """, actions));

        Assert.Equal(["Who/w='me'", "Loud/l=[yes]*@0-50@90-95", "Loud/l=[no]*@51-89"], reading.Only.Attributes.Select(EventText.Of));
    }

    [Fact]
    public void A_transcript_is_its_texts_in_order_and_the_old_copy_is_not_used()
    {
        string Says(string text, string range) => $$"""{"name":"Words #transcript","featureHash":"t","answers":"{{text}}","dynamic":true,"range":{{range}}}""";
        var actions = $$$"""
            "object_actions":{"a":{"actions":[{{{Says("Goodbye", "[[200,250]]")}}},{{{Says("Hello world", "[[0,50]]")}}},{{{Says("How are you", "[[51,100]]")}}}]} }
            """;

        var reading = Reading.Of(Audio($$$""" "a":{ {{{Entry}}},"range":[[0,250]],"classifications":[{"name":"Words #transcript","featureHash":"t","answers":"old"}]} """, actions));

        Assert.Equal("Words #transcript/t='Hello world\nHow are you\nGoodbye'*@0-50@51-100@200-250", EventText.Of(Assert.Single(reading.Only.Attributes)));
    }

    [Fact]
    public void The_second_entry_of_an_object_is_skipped()
    {
        var reading = Reading.Of(Audio($$$""" "a":{ {{{Entry}}},"range":[[0,1]]},"a":{ {{{Entry}}},"range":[[5,6]]} """));

        Assert.Equal("0-1", EventText.Of(reading.Only.Range));
        Assert.Equal(IssueCatalogue.ObjectRepeated, Assert.Single(reading.Skips).Code);
    }

    [Fact]
    public void Objects_of_a_file_without_a_data_unit_still_have_one()
    {
        var reading = Reading.Of(Row.Of("audio", "", $$$""" "object_answers":{"a":{ {{{Entry}}},"range":[[0,1]]} } """));

        Assert.Equal(("data-1", "Data"), (reading.Only.Unit.Hash, reading.Only.Unit.Title));
    }

    [Fact]
    public void The_order_of_the_maps_changes_nothing_but_the_order()
    {
        string Of(bool unitsFirst)
        {
            string[] parts = [""" "data_type":"audio" """, $$$""" "data_units":{ {{{Unit("audio/mpeg")}}} } """, $$$""" "object_answers":{"a":{ {{{Entry}}},"range":[[3,4]]} } """,
                """ "object_actions":{"a":{"actions":[{"featureHash":"l","answers":"x","range":[[0,9]]}]} } """, "\"label_hash\":\"l\""];
            return $"{{{string.Join(",", unitsFirst ? parts : parts.Reverse())}}}";
        }

        Assert.Equal(Reading.Of(Of(true)).Events.Select(EventText.WithoutOffsets), Reading.Of(Of(false)).Events.Select(EventText.WithoutOffsets));
    }

    private static string Unit(string mimeType) => $$"""
        "u":{"data_hash":"u","data_title":"file","data_type":"{{mimeType}}","data_sequence":0,"labels":{} }
        """;

    private static string Audio(string objects, string more = "\"object_actions\":{}") => Row.Of("audio", Unit("audio/mpeg"), $$"""
        "object_answers":{ {{objects}} },{{more}}
        """);
}
