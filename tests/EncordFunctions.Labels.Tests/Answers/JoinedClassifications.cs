using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Tests.Support;

namespace EncordFunctions.Labels.Tests.Answers;

/// <summary>What a classification is when its frames, its answer and the ontology each say something of it.</summary>
public sealed class JoinedClassifications
{
    private const string Ontology = """
        {"objects":[],"classifications":[
        {"featureNodeHash":"weather","attributes":[{"name":"Sky","type":"text","featureNodeHash":"sky"}]},{"featureNodeHash":"other","attributes":[{"name":"Road","type":"text","featureNodeHash":"road"}]}]}
        """;

    private const string OfAnswer = """
        "featureHash":"weather","name":"Sky","value":"sky","confidence":0.25,"manualAnnotation":true,"createdBy":"answer@example.com","createdAt":"2024-01-01 00:00:00",
        "lastEditedBy":"answer2@example.com","lastEditedAt":"2024-01-02 00:00:00"
        """;

    private const string OfFrame = """
        ,"featureHash":"other","name":"Road","value":"road","confidence":0.75,"manualAnnotation":false,"createdBy":"frame@example.com","createdAt":"2023-01-01 00:00:00",
        "lastEditedBy":"frame2@example.com","lastEditedAt":"2023-01-02 00:00:00"
        """;

    private const string Answers = """ "classifications":[{"name":"Attribute","value":"attribute","featureHash":"sky","answers":"x"}] """;

    [Theory]
    [InlineData(OfAnswer, OfFrame, "weather Sky sky 0.25 True answer@example.com 2024-01-01 answer2@example.com 2024-01-02")]
    [InlineData(OfAnswer, "", "weather Sky sky 0.25 True answer@example.com 2024-01-01 answer2@example.com 2024-01-02")]
    [InlineData("\"reviews\":[]", OfFrame, "other Road road 0.75 False frame@example.com 2023-01-01 frame2@example.com 2023-01-02")]
    [InlineData("\"reviews\":[]", "", " Attribute attribute 1 True    ")]
    public void What_the_answer_says_counts_before_what_the_first_frame_says(string answer, string frame, string expected)
    {
        var reading = Reading.Of(Video(frame, $"{answer},{Answers}"));

        Assert.Empty(reading.AllIssues);
        Assert.Equal(expected, Described(Assert.Single(reading.Classifications)));
    }

    [Theory]
    [InlineData(OfAnswer, OfFrame, "")]
    [InlineData("\"name\":\"Sky\",\"featureHash\":\"weather\"", ",\"featureHash\":\"gone\",\"name\":\"Gone\"", "")]
    [InlineData("\"reviews\":[]", ",\"featureHash\":\"gone\",\"name\":\"Gone\"", "EL401 The ontology has no classification gone (Gone).")]
    [InlineData("\"featureHash\":\"weather\"", ",\"featureHash\":\"weather\",\"name\":\"Gone\"", "EL402 The label's class is called \"Gone\" and in the ontology \"Sky\".")]
    [InlineData("\"featureHash\":\"other\"", "", "EL404 Attribute sky (Attribute) belongs to class weather, not to other.")]
    public void The_same_is_held_against_the_ontology(string answer, string frame, string said)
    {
        var issues = Reading.Of(Video(frame, $"{answer},{Answers}"), KnownOntology.Of(Ontology)).AllIssues;

        Assert.Equal(said, string.Join("; ", issues.Select(issue => $"{issue.Code.Id} {issue.Message}")));
        Assert.All(issues, static issue => Assert.Equal("/classification_answers/c", issue.Pointer));
    }

    [Fact]
    public void A_classification_that_is_not_named_goes_by_the_name_in_the_ontology() =>
        Assert.Equal("Sky", Assert.Single(Reading.Of(Video("", $"\"featureHash\":\"weather\",{Answers}"), KnownOntology.Of(Ontology)).Classifications).Name);

    [Theory]
    [InlineData("", "\"createdBy\":\"me\"", false)]
    [InlineData("\"spaces\":{\"s\":{\"range\":[[0,0]]}}", "\"name\":\"n\"", true)]
    [InlineData("\"spaces\":{\"s\":{\"range\":[{\"start\":{\"xpath\":\"/p\",\"offset\":1},\"end\":{\"xpath\":\"/p\",\"offset\":4}}]}}", "\"name\":\"n\"", true)]
    public void An_answer_that_nobody_signed_holds_where_it_has_a_range(string spaces, string member, bool isOnSpace)
    {
        var reading = Reading.Of(Row.Of("group", "", $$$""" "spaces":{"s":{"space_type":"text"} },"classification_answers":{"c":{ {{{member}}}{{{(spaces.Length > 0 ? "," : "")}}}{{{spaces}}} } } """));

        var classification = Assert.Single(reading.Classifications);
        Assert.Equal(isOnSpace ? "s" : null, classification.Space?.Hash);
    }

    [Fact]
    public void Of_a_text_in_a_group_the_first_character_stands_for_all_of_it() =>
        Assert.True(Assert.Single(Reading.Of(Row.Of("group", "", """
            "spaces":{"s":{"space_type":"text"} },"classification_answers":{"c":{"createdBy":"me","spaces":{"s":{"range":[[0,0]]} } } }
            """)).Classifications).IsGlobal);

    [Fact]
    public void On_a_space_that_its_answer_does_not_name_a_classification_has_no_stretches_of_html()
    {
        var reading = Reading.Of(Row.Of("group", "", """
            "spaces":{"s":{"space_type":"video","labels":{"3":{"classifications":[{"classificationHash":"c"}]} } } },"classification_answers":{"c":{"classifications":[]} }
            """));

        Assert.Empty(Assert.Single(reading.Classifications).HtmlRanges);
    }

    [Fact]
    public void A_frame_past_the_end_points_to_the_answer_where_that_has_no_range()
    {
        var row = Row.Of("image", Row.Unit("u", """{"5":{"classifications":[{"classificationHash":"c"}]} }"""), """ "classification_answers":{"c" : {"classifications":[]} } """);

        Assert.Equal(["EL210 /classification_answers/c {\"cla"], Said.Of(row, Reading.Of(row)));
    }

    [Fact]
    public void A_space_that_is_not_there_is_named_where_the_answer_names_it()
    {
        var row = Row.Of("group", "", """ "spaces":{},"classification_answers":{"c":{"createdBy":"me","spaces":{"gone" : {"range":[[1,2]]} } } } """);

        Assert.Equal(["EL212 /classification_answers/c/spaces/gone {\"ran"], Said.Of(row, Reading.Of(row)));
    }

    [Fact]
    public void A_member_of_a_classification_that_nobody_knows_is_named_and_what_follows_is_read()
    {
        var row = Video(",\"mood\" : {\"name\":\"x\"},\"name\":\"Sky\"", "\"reviews\":[]");

        var reading = Reading.Of(row);

        Assert.Equal(["EL007 /data_units/u/labels/2/classifications/0/mood {\"nam"], Said.Of(row, reading));
        Assert.Equal("Sky", Assert.Single(reading.Classifications).Name);
    }

    [Fact]
    public void A_value_of_a_classification_that_can_not_be_read_is_named_with_its_frame()
    {
        var row = Video(",\"createdAt\" : \"soon\"", "\"reviews\":[]");

        var reading = Reading.Of(row);

        Assert.Equal(["EL301 /data_units/u/labels/2/classifications/0/createdAt \"soon"], Said.Of(row, reading));
        Assert.Equal((2L, (string?)null), Assert.Single(reading.AllIssues) is var issue ? (issue.Frame!.Value, issue.ObjectHash) : default);
    }

    [Theory]
    [InlineData("object_answers", "classifications", "a")]
    [InlineData("classification_answers", "classifications", null)]
    public void What_is_wrong_with_an_answer_belongs_to_an_object_only_where_it_is_one(string map, string list, string? hash) =>
        Assert.Equal(hash, Reading.Of(Row.Of("image", Row.Unit("u", Row.Labels(Row.Object("a", Row.Box))), $$$""" "{{{map}}}":{"a":{"{{{list}}}":[7],"createdBy":"me"} } """))
            .AllIssues.Single(static issue => issue.Code == IssueCatalogue.AnswerMalformed).ObjectHash);

    [Theory]
    [InlineData("object_answers")]
    [InlineData("object_actions")]
    [InlineData("classification_answers")]
    public void A_map_of_answers_that_is_none_is_named_and_what_follows_is_read(string map)
    {
        foreach (var (value, found) in new[] { ("[{\"mood\":1}]", "a list"), ("\"x\"", "a text"), ("7", "a number"), ("false", "a boolean") })
        {
            var row = Row.Of("image", Row.Unit("u", Row.Labels(Row.Object("a", Row.Box))), $"\"{map}\" : {value},\"export_hash\":\"after\"");

            var reading = Reading.Of(row);

            Assert.Equal((IssueCatalogue.WrongKind, $"/{map}", $"Expected an object, found {found}; read as absent."), Assert.Single(reading.AllIssues) is var issue ? (issue.Code, issue.Pointer, issue.Message) : default);
            Assert.StartsWith(value, row[(int)issue.Offset..], StringComparison.Ordinal);
            Assert.Equal(("after", "a"), (reading.Header.ExportHash, reading.Only.ObjectHash));
        }
    }

    private static string Described(Classification read) => string.Join(" ",
        read.FeatureHash, read.Name, read.Value, FormattableString.Invariant($"{read.Confidence}"), read.ManualAnnotation, read.CreatedBy, $"{read.CreatedAt:yyyy-MM-dd}", read.LastEditedBy, $"{read.LastEditedAt:yyyy-MM-dd}");

    private static string Video(string frame, string answer) => Row.Of(
        "video", Row.Unit("u", $$"""{"2":{"classifications":[{"classificationHash":"c"{{frame}}}]},"3":{"classifications":[{"classificationHash":"c","name":"Later"}]} }"""), $$$""" "classification_answers":{"c":{ {{{answer}}} } } """);
}
