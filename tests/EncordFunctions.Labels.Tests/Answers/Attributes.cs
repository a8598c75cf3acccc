using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Tests.Support;

namespace EncordFunctions.Labels.Tests.Answers;

public sealed class Attributes
{
    [Fact]
    public void Static_attributes_stand_on_every_frame_of_their_object()
    {
        var row = Film.Of(3, """ "object_answers":{"a":{"objectHash":"a","classifications":[{"name":"Colour","value":"colour","featureHash":"c","answers":[{"name":"Red","featureHash":"r"}],"manualAnnotation":true}]}} """);

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
    [InlineData("""[{"note":{"featureHash":"no"},"featureHash":"x","by":["me"],"name":"X"},{"at":7,"featureHash":"y"}]""", "[x,y]")]
    public void The_json_kind_of_an_answer_says_what_it_is(string answers, string expected)
    {
        var row = Film.Of(1, $$$""" "object_answers":{"a":{"classifications":[{"name":null,"answers":{{{answers}}}}]}} """);

        Assert.Equal($"/={expected}", EventText.Of(Assert.Single(Reading.Of(row).Only.Attributes)));
    }

    [Fact]
    public void Answers_of_objects_that_are_nowhere_are_not_used_and_named()
    {
        var row = Film.Of(1, """
            "object_answers":{"gone":{"classifications":[{"answers":"x"}]}},
            "object_actions":{"gone":{"actions":[{"answers":"x","range":[[0,0]]}]},"idle":{"actions":[]},"none":{"actions":null}}
            """);

        var reading = Reading.Of(row);

        Assert.Empty(reading.Only.Attributes);
        Assert.Equal(["/object_answers/gone", "/object_actions/gone"], reading.AllIssues.Select(issue => issue.Pointer));
        Assert.Equal(["{\"classif", "{\"actions"], reading.AllIssues.Select(issue => row.Substring((int)issue.Offset, 9)));
        Assert.All(reading.AllIssues, issue => Assert.Equal((IssueCatalogue.AnswerOrphaned, Severity.Info, "gone"), (issue.Code, issue.Code.Severity, issue.ObjectHash)));
    }

    [Fact]
    public void Options_of_one_attribute_are_joined_whether_they_come_in_one_action_or_in_many()
    {
        var editor = Film.Of(10, Film.Actions(Film.Action("d", Options("A"), "[[0,6]]"), Film.Action("d", Options("B"), "[[4,8]]"), Film.Action("d", Options("C"), "[[2,9]]")));
        var sdk = Film.Of(10, Film.Actions(
            Film.Action("d", Options("A"), "[[0,1]]"), Film.Action("d", Options("A", "C"), "[[2,3]]"), Film.Action("d", Options("A", "B", "C"), "[[4,6]]"),
            Film.Action("d", Options("B", "C"), "[[7,8]]"), Film.Action("d", Options("C"), "[[9,9]]")));

        Assert.Equal(["A", "A", "AC", "AC", "ABC", "ABC", "ABC", "BC", "BC", "C"], OptionsPerFrame(editor));
        Assert.Equal(OptionsPerFrame(editor), OptionsPerFrame(sdk));
    }

    [Fact]
    public void Options_are_the_same_by_their_hash_and_without_one_by_all_they_say()
    {
        var row = Film.Of(1, Film.Actions(
            Film.Action("h", """[{"name":"One","featureHash":"A"}]""", "[[0,0]]"), Film.Action("h", """[{"name":"Other","featureHash":"A"},{"name":"One","featureHash":"B"}]""", "[[0,0]]"),
            Film.Action("n", """[{"name":"One"}]""", "[[0,0]]"), Film.Action("n", """[{"name":"One"},{"name":"Two"}]""", "[[0,0]]")));

        Assert.Equal(["/h=[A,B]*", "/n=[One,Two]*"], Reading.Of(row).Only.Attributes.Select(EventText.Of));
    }

    [Fact]
    public void A_text_and_options_of_one_attribute_are_not_joined()
    {
        var row = Film.Of(1, Film.Actions(
            Film.Action("t", Options("A"), "[[0,0]]"), Film.Action("t", "\"x\"", "[[0,0]]"), Film.Action("o", "\"x\"", "[[0,0]]"), Film.Action("o", Options("A"), "[[0,0]]")));

        Assert.Equal(["/t='x'*", "/o=[A]*"], Reading.Of(row).Only.Attributes.Select(EventText.Of));
    }

    [Fact]
    public void Attributes_without_a_hash_are_told_apart_by_their_name()
    {
        string Named(string name, string answer) => $$"""{"name":"{{name}}","answers":"{{answer}}","range":[[0,0]]}""";

        var reading = Reading.Of(Film.Of(1, Film.Actions(Named("n", "first"), Named("m", "other"), Named("n", "last"))));

        Assert.Equal(["n/='last'*", "m/='other'*"], reading.Only.Attributes.Select(EventText.Of));
    }

    [Fact]
    public void A_static_answer_stands_beside_a_dynamic_one_of_its_attribute()
    {
        var reading = Reading.Of(Film.Of(1, $$$""" "object_answers":{"a":{"classifications":[{"featureHash":"t","answers":"always"}]}},{{{Film.Actions(Film.Action("t", "\"now\"", "[[0,0]]"))}}} """));

        Assert.Equal(["/t='always'", "/t='now'*"], reading.Only.Attributes.Select(EventText.Of));
    }

    [Fact]
    public void The_last_text_or_number_of_a_frame_wins()
    {
        var row = Film.Of(4, Film.Actions(Film.Action("t", "\"one\"", "[[0,2]]"), Film.Action("n", "1", "[[1,3]]"), Film.Action("t", "\"two\"", "[[1,1]]"), Film.Action("n", "2", "[[3,3]]")));

        Assert.Equal(
            ["/t='one'*", "/t='two'*;/n=1*", "/t='one'*;/n=1*", "/n=2*"],
            Reading.Of(row).Annotations.Select(annotation => string.Join(";", annotation.Attributes.Select(EventText.Of))));
    }

    [Fact]
    public void Dynamic_attributes_count_in_the_places_of_an_image_group()
    {
        var units = string.Join(",", Row.Unit("u1", Row.Labels(Row.Object("a", Row.Box)), sequence: 1), Row.Unit("u0", Row.Labels(Row.Object("a", Row.Box))));

        var reading = Reading.Of(Row.Of("img_group", units, Film.Actions(Film.Action("t", "\"first\"", "[[0,0]]"))));

        Assert.Equal([0, 1], reading.Annotations.Select(annotation => annotation.Attributes.Count));
    }

    [Fact]
    public void Numbers_of_a_range_may_be_given_as_text_or_with_a_point()
    {
        var reading = Reading.Of(Film.Of(3, Film.Actions(Film.Action("t", "\"x\"", "[[\"1\",1.0]]"))));

        Assert.Equal([0, 1, 0], reading.Annotations.Select(annotation => annotation.Attributes.Count));
        Assert.Empty(reading.AllIssues);
    }

    private static string Options(params string[] hashes) => $"[{string.Join(",", hashes.Select(hash => $"{{\"featureHash\":\"{hash}\"}}"))}]";

    private static List<string> OptionsPerFrame(string row) =>
    [
        .. Reading.Of(row).Annotations.Select(annotation => string.Concat(
            ((Labels.Answers.AnswerValue.Options)Assert.Single(annotation.Attributes).Answer).Chosen.Select(option => option.FeatureHash).Order(StringComparer.Ordinal))),
    ];
}
