using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Tests.Support;

namespace EncordFunctions.Labels.Tests.Rows;

/// <summary>Objects that are ranges, with something wrong or something rare, each beside one that is right.</summary>
public sealed class FaultyRanges
{
    private const string Good = "\"good\":{\"featureHash\":\"f\",\"range\":[[1,2]]}";

    [Theory]
    [InlineData("7", "EL205 /object_answers/a 7,\"go")]
    [InlineData("[\"range\",[[1,2]]]", "EL205 /object_answers/a [\"ran")]
    [InlineData("\"text\"", "EL205 /object_answers/a \"text")]
    [InlineData("{\"featureHash\":\"f\",\"range\" : []}", "EL211 /object_answers/a/range []},\"")]
    [InlineData("{\"range_html\" : [],\"featureHash\":\"f\"}", "EL211 /object_answers/a/range [],\"f")]
    [InlineData("{\"featureHash\":\"f\"}", "EL211 /object_answers/a {\"fea")]
    [InlineData("{\"featureHash\":\"f\",\"spaces\":{}}", "EL211 /object_answers/a {\"fea")]
    public void An_object_that_is_nowhere_is_named_where_it_stands_and_the_next_one_is_read(string entry, string said)
    {
        var row = Audio($"\"a\":{entry},{Good}");

        var reading = Reading.Of(row);

        Assert.Equal([said], Said.Of(row, reading));
        Assert.Equal("good", reading.Only.ObjectHash);
    }

    [Fact]
    public void An_object_marked_as_deleted_is_kept_and_said_to_be_so()
    {
        var row = Audio("\"a\":{\"featureHash\":\"f\",\"range\":[[1,2]],\"isDeleted\" : true}");

        var reading = Reading.Of(row);

        Assert.Equal("a", reading.Only.ObjectHash);
        Assert.Equal(["EL114 /object_answers/a/isDeleted true}"], Said.Of(row, reading));
    }

    [Theory]
    [InlineData("\"range\":[[1,2]],\"range_html\":[]", "1-2")]
    [InlineData("\"range_html\":[{\"start\":{\"xpath\":\"/p\",\"offset\":1},\"end\":{\"xpath\":\"/p\",\"offset\":4}}],\"range\":[]", "/p:1-/p:4")]
    public void A_list_that_is_empty_takes_nothing_from_the_one_before_it(string ranges, string range) =>
        Assert.Equal(range, EventText.Of(Reading.Of(Row.Of("plain_text", Unit, $$$""" "object_answers":{"a":{"featureHash":"f",{{{ranges}}}} } """)).Only.Range));

    [Fact]
    public void An_object_that_says_little_is_drawn_by_hand_and_sure()
    {
        var annotation = Reading.Of(Audio(Good)).Only;

        Assert.Equal((true, 1.0, null, null), (annotation.ManualAnnotation, annotation.Confidence, annotation.Extra, annotation.Name));
    }

    [Fact]
    public void Only_members_nobody_knows_are_kept_beside_an_object_and_all_of_them()
    {
        var reading = Reading.Of(Audio("""
            "a":{"featureHash":"f","range":[[1,2]],"mood":[1],"classifications":[],"reviews":[],"objectHash":"a","age":{"of":2},"range_html":[],"spaces":{} }
            """));

        Assert.Equal("""{"mood":[1],"age":{"of":2}}""", reading.Only.Extra);
    }

    [Fact]
    public void A_range_past_the_end_is_named_with_the_first_that_is_past_it()
    {
        var row = Row.Of("audio", Unit.Replace("\"labels\"", "\"data_duration\":10,\"labels\"", StringComparison.Ordinal), """ "object_answers":{"a":{"featureHash":"f","range" : [[0,5],[6,10000],[10001,10001],[10002,10003]]} } """);

        var reading = Reading.Of(row);

        Assert.Equal(4, reading.Annotations.Count);
        Assert.Equal(["EL210 /object_answers/a/range [[0,5"], Said.Of(row, reading));
        Assert.Equal("[10001, 10001] ends past 10000, the last place of the file.", Assert.Single(reading.AllIssues).Message);
    }

    [Theory]
    [InlineData("\"shape\":\"audio\"", "text/plain", "audio")]
    [InlineData("\"shape\":\"text\"", "audio/mpeg", "text")]
    [InlineData("\"shape\":\"time_range\"", "text/plain", "time_range")]
    [InlineData("\"shape\":\"polygon\"", "text/plain", "text")]
    [InlineData("\"shape\":null", "text/html", "text")]
    [InlineData("\"shape\":null", "audio/wav", "audio")]
    [InlineData("\"shape\":null", "application/x", "time_range")]
    [InlineData("\"range_html\":[{\"start\":{\"xpath\":\"/p\",\"offset\":1},\"end\":{\"xpath\":\"/p\",\"offset\":4}}]", "application/x", "text")]
    public void In_a_row_of_a_type_nobody_knows_the_object_or_its_file_says_what_a_range_is(string member, string mimeType, string shape)
    {
        var row = Row.Of("novelty", Unit.Replace("audio/mpeg", mimeType, StringComparison.Ordinal), $$$""" "object_answers":{"a":{"featureHash":"f","range":[[1,2]],{{{member}}}} } """);

        Assert.All(Reading.Of(row).Annotations, annotation => Assert.Equal(shape, annotation.Shape.Name));
        Assert.NotEmpty(Reading.Of(row).Annotations);
    }

    [Theory]
    [InlineData("novelty", "\"range\":[[1,2]]", 0)]
    [InlineData("novelty", "\"featureHash\":\"f\",\"range\":[[1,2]]", 1)]
    [InlineData("novelty", "\"featureHash\":\"f\",\"range\":[]", 0)]
    [InlineData("group", "\"featureHash\":\"f\",\"range\":[[1,2]]", 0)]
    [InlineData("group", "\"range\":[[1,2]]", 0)]
    [InlineData("time_series", "\"range\":[[1,2]]", 1)]
    public void An_answer_with_a_range_is_an_object_where_the_type_of_the_row_allows_it(string dataType, string members, int count) =>
        Assert.Equal(count, Reading.Of(Row.Of(dataType, Unit, $$$""" "object_answers":{"a":{ {{{members}}} } } """)).Annotations.Count);

    [Theory]
    [InlineData("group", "[[1,2]]", "EL212 /object_answers/a/spaces/gone {\"ran")]
    [InlineData("group", "[{\"start\":{\"xpath\":\"/p\",\"offset\":1},\"end\":{\"xpath\":\"/p\",\"offset\":4}}]", "EL212 /object_answers/a/spaces/gone {\"ran")]
    [InlineData("group", "[]", "EL213 /object_answers/a {\"fea")]
    [InlineData("group", "null", "EL213 /object_answers/a {\"fea")]
    [InlineData("image", "[[1,2]]", "EL213 /object_answers/a {\"fea")]
    public void Only_a_range_is_lost_with_a_space_that_is_not_there(string dataType, string range, string said)
    {
        var row = Row.Of(dataType, Unit, $$$$""" "object_answers":{"a":{"featureHash":"f","spaces":{"gone" : {"range":{{{{range}}}}} } } } """);

        var reading = Reading.Of(row);

        Assert.Empty(reading.Annotations);
        Assert.Equal([said], Said.Of(row, reading));
    }

    [Fact]
    public void Answers_may_name_the_only_data_unit_as_a_space()
    {
        var reading = Reading.Of(Row.Of("group", Unit, """ "object_answers":{"a":{"featureHash":"f","spaces":{"u":{"range":[[0,0]]} } } } """));

        Assert.Equal([IssueCatalogue.AnswerOrphaned], reading.AllIssues.Select(issue => issue.Code));
    }

    [Fact]
    public void A_space_beside_several_data_units_is_found()
    {
        var reading = Reading.Of(Row.Of("group", $"{Unit},{Unit.Replace("\"u\"", "\"v\"", StringComparison.Ordinal)}", """
            "spaces":{"s":{"space_type":"audio"} },"object_answers":{"a":{"featureHash":"f","spaces":{"s":{"range":[[3,4]]} } } }
            """));

        Assert.Empty(reading.AllIssues);
        Assert.Equal("s", reading.Only.Unit.Hash);
    }

    [Theory]
    [InlineData("\"a\":{\"featureHash\":\"new\",\"name\":\"New\",\"range\":[[1,2]]}", "EL401 The ontology has no object class new (New).")]
    [InlineData("\"a\":{\"featureHash\":\"new\",\"name\":\"New\",\"range\":[]}", "EL211 The object has no range that can be read, so it is nowhere.")]
    [InlineData("\"a\":{\"featureHash\":\"new\",\"spaces\":{\"s\":{\"range\":[]}}}", "EL211 The object has no range on s that can be read, so it is nowhere on it.")]
    [InlineData("\"a\":{\"featureHash\":\"voice\",\"name\":\"Noise\",\"range\":[[1,2]]}", "EL402 The label's class is called \"Noise\" and in the ontology \"Voice\".")]
    public void A_range_is_held_against_the_ontology_and_what_is_nowhere_is_not(string entry, string said)
    {
        var reading = WithOntology(entry);

        Assert.Equal([said], reading.AllIssues.Select(issue => $"{issue.Code.Id} {issue.Message}"));
    }

    [Theory]
    [InlineData("\"name\":\"Noise\",\"color\":\"#00FF00\",", "Noise", "#00FF00")]
    [InlineData("", "Voice", "#123456")]
    public void The_name_and_colour_that_an_object_has_count_before_those_of_its_class(string members, string name, string color) =>
        Assert.Equal((name, color), WithOntology($"\"a\":{{{members}\"featureHash\":\"voice\",\"range\":[[1,2]]}}").Only is var read ? (read.Name, read.Color) : default);

    private static Reading WithOntology(string entry) => Reading.Of(
        Audio(entry, ",\"spaces\":{\"s\":{\"space_type\":\"audio\"}}"),
        KnownOntology.Of("""{"objects":[{"id":"1","name":"Voice","color":"#123456","shape":"audio","featureNodeHash":"voice"}],"classifications":[]}"""));

    private const string Unit = """ "u":{"data_hash":"u","data_type":"audio/mpeg","labels":{} } """;

    private static string Audio(string objects, string more = "") => Row.Of("audio", Unit, $"\"object_answers\":{{{objects}}}{more}");
}
