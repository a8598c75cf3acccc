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
    [InlineData("""[{"note":{"featureHash":"no"},"featureHash":"x","by":["me"],"name":"X"},{"at":7,"featureHash":"y"}]""", "[x,y]")]
    public void The_json_kind_of_an_answer_says_what_it_is(string answers, string expected)
    {
        var row = Video(1, $$$""" "object_answers":{"a":{"classifications":[{"name":null,"answers":{{{answers}}}}]}} """);

        Assert.Equal($"/={expected}", EventText.Of(Assert.Single(Reading.Of(row).Only.Attributes)));
    }

    [Fact]
    public void Answers_of_objects_that_are_nowhere_are_not_used_and_named()
    {
        var row = Video(1, """
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
        var editor = Video(10, Actions(Action("d", Options("A"), "[[0,6]]"), Action("d", Options("B"), "[[4,8]]"), Action("d", Options("C"), "[[2,9]]")));
        var sdk = Video(10, Actions(
            Action("d", Options("A"), "[[0,1]]"), Action("d", Options("A", "C"), "[[2,3]]"), Action("d", Options("A", "B", "C"), "[[4,6]]"),
            Action("d", Options("B", "C"), "[[7,8]]"), Action("d", Options("C"), "[[9,9]]")));

        Assert.Equal(["A", "A", "AC", "AC", "ABC", "ABC", "ABC", "BC", "BC", "C"], OptionsPerFrame(editor));
        Assert.Equal(OptionsPerFrame(editor), OptionsPerFrame(sdk));
    }

    [Fact]
    public void Options_are_the_same_by_their_hash_and_without_one_by_all_they_say()
    {
        var row = Video(1, Actions(
            Action("h", """[{"name":"One","featureHash":"A"}]""", "[[0,0]]"), Action("h", """[{"name":"Other","featureHash":"A"},{"name":"One","featureHash":"B"}]""", "[[0,0]]"),
            Action("n", """[{"name":"One"}]""", "[[0,0]]"), Action("n", """[{"name":"One"},{"name":"Two"}]""", "[[0,0]]")));

        Assert.Equal(["/h=[A,B]*", "/n=[One,Two]*"], Reading.Of(row).Only.Attributes.Select(EventText.Of));
    }

    [Fact]
    public void A_text_and_options_of_one_attribute_are_not_joined()
    {
        var row = Video(1, Actions(
            Action("t", Options("A"), "[[0,0]]"), Action("t", "\"x\"", "[[0,0]]"), Action("o", "\"x\"", "[[0,0]]"), Action("o", Options("A"), "[[0,0]]")));

        Assert.Equal(["/t='x'*", "/o=[A]*"], Reading.Of(row).Only.Attributes.Select(EventText.Of));
    }

    [Fact]
    public void Attributes_without_a_hash_are_told_apart_by_their_name()
    {
        string Named(string name, string answer) => $$"""{"name":"{{name}}","answers":"{{answer}}","range":[[0,0]]}""";

        var reading = Reading.Of(Video(1, Actions(Named("n", "first"), Named("m", "other"), Named("n", "last"))));

        Assert.Equal(["n/='last'*", "m/='other'*"], reading.Only.Attributes.Select(EventText.Of));
    }

    [Fact]
    public void A_static_answer_stands_beside_a_dynamic_one_of_its_attribute()
    {
        var reading = Reading.Of(Video(1, $$$""" "object_answers":{"a":{"classifications":[{"featureHash":"t","answers":"always"}]}},{{{Actions(Action("t", "\"now\"", "[[0,0]]"))}}} """));

        Assert.Equal(["/t='always'", "/t='now'*"], reading.Only.Attributes.Select(EventText.Of));
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
    [InlineData("""{"name":"n","answers":[{},[{}],{}]}""", "EL205", "/object_answers/a/classifications/0/answers/1")]
    [InlineData("""{"answers":{"name":"m","answers":"y"},"name":"n"}""", "EL205", "/object_answers/a/classifications/0/answers")]
    [InlineData("""[{"name":"n","answers":"y"}]""", "EL205", "/object_answers/a/classifications/0")]
    [InlineData("null", "EL205", "/object_answers/a/classifications/0")]
    [InlineData("""{"answers":[{"name":[]},{}]}""", "EL008", "/object_answers/a/classifications/0/answers/0")]
    [InlineData("""{"answers":[{},{"value":{}}]}""", "EL008", "/object_answers/a/classifications/0/answers/1")]
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

    [Theory]
    [InlineData("""{"name":"n","featureHash":"f"}""", "The attribute n has no answers; it is left out.")]
    [InlineData("""{"featureHash":"f"}""", "The attribute f has no answers; it is left out.")]
    public void An_attribute_that_was_not_asked_is_named_as_well_as_can_be(string attribute, string message) =>
        Assert.Equal(message, Assert.Single(Reading.Of(Video(1, $$$""" "object_answers":{"a":{"classifications":[{{{attribute}}}]}} """)).AllIssues).Message);

    [Theory]
    [InlineData("object_answers", "classifications", "objectHash")]
    [InlineData("object_actions", "actions", "objectHash")]
    [InlineData("classification_answers", "classifications", "classificationHash")]
    public void A_finding_points_to_its_own_element_of_the_list_and_to_what_stands_after_it(string map, string list, string hash)
    {
        var good = """{"featureHash":"f","answers":"x","range":[[0,0]]}""";
        var row = Video(1, $$$""" "{{{map}}}":{"a":{"{{{list}}}":[{{{good}}},{{{good}}},7],"{{{hash}}}":"b"}} """);

        var issues = Reading.Of(row).AllIssues.Where(static issue => issue.Code.Severity == Severity.Warning).ToList();

        Assert.Equal([$"EL205 /{map}/a/{list}/2", $"EL016 /{map}/a/{hash}"], issues.Select(static issue => $"{issue.Code.Id} {issue.Pointer}"));
        Assert.StartsWith("7]", row[(int)issues[0].Offset..], StringComparison.Ordinal);
        Assert.StartsWith("\"b\"", row[(int)issues[1].Offset..], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("object_answers", "classifications", "an object answer")]
    [InlineData("object_actions", "actions", "object actions")]
    [InlineData("classification_answers", "classifications", "a classification answer")]
    public void A_list_that_is_none_is_named_and_what_follows_is_read(string map, string list, string holder)
    {
        foreach (var (value, found) in new[] { ("{\"x\":1}", "an object"), ("\"x\"", "a text"), ("7", "a number"), ("null", "") })
        {
            var row = Video(1, $$$""" "{{{map}}}":{"a":{"{{{list}}}":{{{value}}},"mood":1},"gone":7} """);

            var issues = Reading.Of(row).AllIssues.Where(static issue => issue.Code != IssueCatalogue.ClassificationUnplaced)
                .Select(issue => $"{issue.Pointer} {issue.Code.Id} {issue.Message} {row.IndexOf(value, (int)issue.Offset, StringComparison.Ordinal) == issue.Offset}");

            string[] expected =
            [
                .. found.Length == 0 ? Array.Empty<string>() : [$"/a/{list} EL205 Expected a list, found {found}; left out. True"],
                $"/a/mood EL007 Member \"mood\" of {holder} is not known; it stands once and is not used. False",
                "/gone EL205 Expected answers, found a number; left out. " + (value == "7"),
            ];
            Assert.Equal(expected.Select(issue => $"/{map}{issue}"), issues.Order(StringComparer.Ordinal));
        }
    }

    [Theory]
    [InlineData("object_answers", """{"a":{"mood":MOOD,"objectHash":"a","classifications":[]}}""", "an object answer", "/a/mood")]
    [InlineData("object_actions", """{"a":{"objectHash":"a","mood":MOOD,"actions":[]}}""", "object actions", "/a/mood")]
    [InlineData("classification_answers", """{"a":{"name":"n","mood":MOOD,"createdBy":"me"}}""", "a classification answer", "/a/mood")]
    [InlineData("object_answers", """{"a":{"classifications":[{"name":"n","answers":"x"},{"name":"m","mood":MOOD,"answers":"x"}]}}""", "an attribute", "/a/mood")]
    [InlineData("object_actions", """{"a":{"actions":[{"name":"m","mood":MOOD,"answers":"x","range":[[0,0]]}]}}""", "an attribute", "/a/mood")]
    public void A_member_nobody_knows_is_named_where_it_stands_and_what_follows_is_read(string map, string answers, string holder, string pointer)
    {
        foreach (var mood in new[] { """{"is":["good"]}""", "\"good\"", "7", "null" })
        {
            var row = Video(1, $" \"{map}\":{answers.Replace("MOOD", mood, StringComparison.Ordinal)} ");

            var reading = Reading.Of(row);

            var issue = Assert.Single(reading.AllIssues);
            Assert.Equal(
                (IssueCatalogue.UnknownMember, $"/{map}{pointer}", $"Member \"mood\" of {holder} is not known; it stands once and is not used."), (issue.Code, issue.Pointer, issue.Message));
            Assert.StartsWith(mood, row[(int)issue.Offset..], StringComparison.Ordinal);
            Assert.Equal(answers.Split("\"answers\"").Length - 1, reading.Only.Attributes.Count);
            Assert.All(reading.Classifications, static read => Assert.Equal("me", read.CreatedBy));
        }
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
