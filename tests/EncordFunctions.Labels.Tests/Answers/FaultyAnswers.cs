using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Tests.Support;

namespace EncordFunctions.Labels.Tests.Answers;

public sealed class FaultyAnswers
{
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
        var row = Film.Of(1, $$$""" "object_answers":{"a":{"classifications":[{{{attribute}}},{"name":"good","answers":"x"}]}} """);

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
        var reading = Reading.Of(Film.Of(1, Film.Actions(Film.Action("t", "\"x\"", range))));

        Assert.Contains((code, $"/object_actions/a/actions/0{pointer}"), reading.AllIssues.Select(issue => (issue.Code.Id, issue.Pointer)));
        Assert.Single(reading.Annotations);
    }

    [Theory]
    [InlineData("""{"name":"n","featureHash":"f"}""", "The attribute n has no answers; it is left out.")]
    [InlineData("""{"featureHash":"f"}""", "The attribute f has no answers; it is left out.")]
    public void An_attribute_that_was_not_asked_is_named_as_well_as_can_be(string attribute, string message) =>
        Assert.Equal(message, Assert.Single(Reading.Of(Film.Of(1, $$$""" "object_answers":{"a":{"classifications":[{{{attribute}}}]}} """)).AllIssues).Message);

    [Theory]
    [InlineData("object_answers", "classifications", "objectHash")]
    [InlineData("object_actions", "actions", "objectHash")]
    [InlineData("classification_answers", "classifications", "classificationHash")]
    public void A_finding_points_to_its_own_element_of_the_list_and_to_what_stands_after_it(string map, string list, string hash)
    {
        var good = """{"featureHash":"f","answers":"x","range":[[0,0]]}""";
        var row = Film.Of(1, $$$""" "{{{map}}}":{"a":{"{{{list}}}":[{{{good}}},{{{good}}},7],"{{{hash}}}":"b"}} """);

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
            var row = Film.Of(1, $$$""" "{{{map}}}":{"a":{"{{{list}}}":{{{value}}},"mood":1},"gone":7} """);

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
    [InlineData("object_answers", """{"a":{"classifications":[{"name":"n","answers":"x"},{"name":"m","mood":MOOD,"answers":"x"}]}}""", "an attribute", "/a/classifications/1/mood")]
    [InlineData("object_actions", """{"a":{"actions":[{"name":"m","mood":MOOD,"answers":"x","range":[[0,0]]}]}}""", "an attribute", "/a/actions/0/mood")]
    [InlineData("object_answers", """{"a":{"classifications":[{"name":"n","answers":[{"name":"o","mood":MOOD,"value":"o"}]}]}}""", "an option", "/a/classifications/0/answers/0/mood")]
    [InlineData("object_actions", """{"a":{"actions":[{"name":"n","answers":[{"name":"o"},{"mood":MOOD}],"range":[[0,0]]}]}}""", "an option", "/a/actions/0/answers/1/mood")]
    public void A_member_nobody_knows_is_named_where_it_stands_and_what_follows_is_read(string map, string answers, string holder, string pointer)
    {
        foreach (var mood in new[] { """{"is":["good"]}""", "\"good\"", "7", "null" })
        {
            var row = Film.Of(1, $" \"{map}\":{answers.Replace("MOOD", mood, StringComparison.Ordinal)} ");

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
    public void Thousands_of_faults_in_answers_are_counted_and_not_all_kept()
    {
        var reading = Reading.Of(Film.Of(1, $"\"object_answers\":{{{string.Join(",", Enumerable.Range(0, 5000).Select(i => $"\"o{i}\":7"))}}}"));

        Assert.Equal(201, reading.AllIssues.Count);
        Assert.Contains("4800 more", reading.AllIssues[^1].Message, StringComparison.Ordinal);
    }
}
