using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Tests.Support;

namespace EncordFunctions.Labels.Tests.Answers;

public sealed class Attributes
{
    [Fact]
    public void Static_attributes_stand_on_every_frame_of_their_object()
    {
        var row = Video(3, """ "object_answers":{"a":{"objectHash":"a","classifications":[{"name":"Colour","value":"colour","featureHash":"c","answers":[{"name":"Red","featureHash":"r"}],"manualAnnotation":true}]}} """);

        var reading = Reading.Of(row);

        Assert.Empty(reading.AllIssues);
        Assert.All(reading.Annotations, annotation => Assert.Equal("Colour/c=[r]", EventText.Of(Assert.Single(annotation.Attributes))));
    }

    [Theory]
    [InlineData("\"Medium\"", "'Medium'")]
    [InlineData("2.5", "2.5")]
    [InlineData("null", "none")]
    [InlineData("[]", "[]")]
    [InlineData("""[{"featureHash":"x"},{"featureHash":"y"}]""", "[x,y]")]
    public void The_json_kind_of_an_answer_says_what_it_is(string answers, string expected)
    {
        var row = Video(1, $$$""" "object_answers":{"a":{"classifications":[{"name":null,"answers":{{{answers}}}}]}} """);

        Assert.Equal($"/={expected}", EventText.Of(Assert.Single(Reading.Of(row).Only.Attributes)));
    }

    [Fact]
    public void Answers_of_objects_that_are_nowhere_are_not_used_and_named()
    {
        var reading = Reading.Of(Video(1, """ "object_answers":{"gone":{"classifications":[{"answers":"x"}]}},"object_actions":{"gone":{"actions":[{"answers":"x","range":[[0,0]]}]}} """));

        Assert.Empty(reading.Only.Attributes);
        Assert.Equal(["/object_answers/gone", "/object_actions/gone"], reading.AllIssues.Select(issue => issue.Pointer));
        Assert.All(reading.AllIssues, issue => Assert.Equal((IssueCatalogue.AnswerOrphaned, Severity.Info, "gone"), (issue.Code, issue.Code.Severity, issue.ObjectHash)));
    }

    [Fact]
    public void Options_of_one_attribute_are_joined_whether_they_come_in_one_action_or_in_many()
    {
        var editor = Video(10, Actions(Action("d", Options("A"), "[[0,6]]"), Action("d", Options("B"), "[[4,8]]"), Action("d", Options("C"), "[[2,9]]")));
        var sdk = Video(10, Actions(
            Action("d", Options("A"), "[[0,1]]"), Action("d", Options("A", "C"), "[[2,3]]"), Action("d", Options("A", "B", "C"), "[[4,6]]"),
            Action("d", Options("B", "C"), "[[7,8]]"), Action("d", Options("C"), "[[9,9]]")));

        Assert.Equal(["A", "A", "AC", "AC", "ABC", "ABC", "ABC", "BC", "BC", "C"], OptionsPerFrame(editor));
        Assert.Equal(OptionsPerFrame(editor), OptionsPerFrame(sdk));
    }

    [Fact]
    public void The_last_text_or_number_of_a_frame_wins()
    {
        var row = Video(4, Actions(Action("t", "\"one\"", "[[0,2]]"), Action("n", "1", "[[1,3]]"), Action("t", "\"two\"", "[[1,1]]"), Action("n", "2", "[[3,3]]")));

        Assert.Equal(
            ["/t='one'*", "/t='two'*;/n=1*", "/t='one'*;/n=1*", "/n=2*"],
            Reading.Of(row).Annotations.Select(annotation => string.Join(";", annotation.Attributes.Select(EventText.Of))));
    }

    [Fact]
    public void Dynamic_attributes_count_in_the_places_of_an_image_group()
    {
        var units = string.Join(",", Row.Unit("u1", Row.Labels(Row.Object("a", Row.Box)), sequence: 1), Row.Unit("u0", Row.Labels(Row.Object("a", Row.Box))));

        var reading = Reading.Of(Row.Of("img_group", units, Actions(Action("t", "\"first\"", "[[0,0]]"))));

        Assert.Equal([0, 1], reading.Annotations.Select(annotation => annotation.Attributes.Count));
    }

    [Theory]
    [InlineData("""{"name":"n","answers":{}}""", "EL205", "/object_answers/a/classifications/0/answers")]
    [InlineData("""{"name":"n","answers":true}""", "EL205", "/object_answers/a/classifications/0/answers")]
    [InlineData("""{"name":"n","answers":[1]}""", "EL205", "/object_answers/a/classifications/0/answers/0")]
    [InlineData("7", "EL205", "/object_answers/a/classifications/0")]
    [InlineData("""{"name":"n"}""", "EL205", "/object_answers/a/classifications/0")]
    public void An_answer_that_can_not_be_read_costs_a_warning(string attribute, string code, string pointer)
    {
        var row = Video(1, $$$""" "object_answers":{"a":{"classifications":[{{{attribute}}},{"name":"good","answers":"x"}]}} """);

        var reading = Reading.Of(row);

        Assert.Contains("good/='x'", reading.Only.Attributes.Select(EventText.Of));
        var issue = Assert.Single(reading.AllIssues);
        Assert.Equal((code, pointer, Severity.Warning), (issue.Code.Id, issue.Pointer, issue.Code.Severity));
    }

    [Theory]
    [InlineData("[[3,1]]", "EL206", "/range/0")]
    [InlineData("[[0,1],[1]]", "EL206", "/range/1")]
    [InlineData("[[-1,1]]", "EL206", "/range/0")]
    [InlineData("[[0,\"x\"]]", "EL206", "/range/0")]
    [InlineData("[[0,9],[3,4]]", "EL209", "/range/1")]
    [InlineData("[0,1]", "EL206", "/range/0")]
    [InlineData("7", "EL206", "/range")]
    [InlineData("[]", "EL207", "")]
    [InlineData("null", "EL207", "")]
    public void A_range_that_is_none_is_said_to_be_so(string range, string code, string pointer)
    {
        var reading = Reading.Of(Video(1, Actions(Action("t", "\"x\"", range))));

        Assert.Contains((code, $"/object_actions/a/actions/0{pointer}"), reading.AllIssues.Select(issue => (issue.Code.Id, issue.Pointer)));
        Assert.Single(reading.Annotations);
    }

    [Fact]
    public void Numbers_of_a_range_may_be_given_as_text_or_with_a_point()
    {
        var reading = Reading.Of(Video(3, Actions(Action("t", "\"x\"", "[[\"1\",1.0]]"))));

        Assert.Equal([0, 1, 0], reading.Annotations.Select(annotation => annotation.Attributes.Count));
        Assert.Empty(reading.AllIssues);
    }

    [Fact]
    public void Thousands_of_faults_in_answers_are_counted_and_not_all_kept()
    {
        var reading = Reading.Of(Video(1, $"\"object_answers\":{{{string.Join(",", Enumerable.Range(0, 5000).Select(i => $"\"o{i}\":7"))}}}"));

        Assert.Equal(201, reading.AllIssues.Count);
        Assert.Contains("4800 more", reading.AllIssues[^1].Message, StringComparison.Ordinal);
    }

    private static string Video(int frames, string answers) =>
        Row.Of("video", Row.Unit("u", $"{{{string.Join(",", Enumerable.Range(0, frames).Select(i => $"\"{i}\":{Row.Labels(Row.Object("a", Row.Box))}"))}}}"), answers);

    private static string Actions(params string[] actions) => $$"""
        "object_actions":{"a":{"objectHash":"a","actions":[{{string.Join(",", actions)}}]} }
        """;

    private static string Action(string attribute, string answers, string range) =>
        $$"""{"featureHash":"{{attribute}}","answers":{{answers}},"dynamic":true,"range":{{range}},"shouldPropagate":false,"trackHash":"","manualAnnotation":true}""";

    private static string Options(params string[] hashes) => $"[{string.Join(",", hashes.Select(hash => $"{{\"featureHash\":\"{hash}\"}}"))}]";

    private static List<string> OptionsPerFrame(string row) =>
    [
        .. Reading.Of(row).Annotations.Select(annotation => string.Concat(
            ((Labels.Answers.AnswerValue.Options)Assert.Single(annotation.Attributes).Answer).Chosen.Select(option => option.FeatureHash).Order(StringComparer.Ordinal))),
    ];
}
