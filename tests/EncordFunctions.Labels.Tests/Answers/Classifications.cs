using EncordFunctions.Labels.Answers;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Tests.Support;

namespace EncordFunctions.Labels.Tests.Answers;

public sealed class Classifications
{
    private const string Answers = """ "classifications":[{"name":"Weather","value":"weather","featureHash":"w","answers":[{"name":"Sun","featureHash":"s"}]}] """;
    private const string Signed = """ "createdBy":"a@example.com" """;

    [Fact]
    public void Frames_place_a_classification_whose_answer_has_no_range()
    {
        var classification = Assert.Single(Reading.Of(Video([3, 0, 1, 7, 2], $$"""{ {{Answers}} }""")).Classifications);

        Assert.Equal([new FrameRange(0, 3), new FrameRange(7, 7)], classification.Ranges);
        Assert.Equal(("c", "on-frame", "Name on frame"), (classification.ClassificationHash, classification.FeatureHash, classification.Name));
        Assert.Equal("Weather/w=[s]", EventText.Of(Assert.Single(classification.Answers)));
    }

    [Fact]
    public void A_range_places_a_classification_with_or_without_frames()
    {
        var answer = $$"""{ {{Answers}},{{Signed}},"featureHash":"f","range":[[7,9],[2,3],[3,5]] }""";

        Assert.Equal([new FrameRange(2, 5), new FrameRange(7, 9)], Assert.Single(Reading.Of(Video([2, 3, 9], answer)).Classifications).Ranges);
        var compact = Assert.Single(Reading.Of(Video([], answer)).Classifications);
        Assert.Equal([new FrameRange(2, 5), new FrameRange(7, 9)], compact.Ranges);
        Assert.Equal(("f", "Weather", "weather", false), (compact.FeatureHash, compact.Name, compact.Value, compact.IsGlobal));
    }

    [Fact]
    public void A_signed_answer_without_a_place_holds_for_the_whole_data_unit()
    {
        Assert.True(Assert.Single(Reading.Of(Video([], $$"""{ {{Answers}},{{Signed}},"range":[] }""")).Classifications).IsGlobal);
        Assert.True(Assert.Single(Reading.Of(Video([], $$"""{ {{Answers}},{{Signed}} }""")).Classifications).IsGlobal);
    }

    [Fact]
    public void An_unsigned_answer_without_a_place_is_dropped_and_said_to_be_so()
    {
        var reading = Reading.Of(Video([], $$"""{ {{Answers}} }"""));

        Assert.Empty(reading.Classifications);
        var issue = Assert.Single(reading.ClassificationSkips);
        Assert.Equal((IssueCatalogue.ClassificationUnplaced, "/classification_answers/c"), (issue.Code, issue.Pointer));
    }

    [Fact]
    public void A_classification_without_an_answer_is_dropped_once_and_said_to_be_so()
    {
        var reading = Reading.Of(Video([4, 5], null));

        Assert.Empty(reading.Classifications);
        var issue = Assert.Single(reading.ClassificationSkips);
        Assert.Equal((IssueCatalogue.ClassificationUnanswered, "/data_units/u/labels/4/classifications/0", 4L), (issue.Code, issue.Pointer, issue.Frame));
    }

    [Fact]
    public void What_the_answer_says_wins_over_what_the_frame_says()
    {
        var frame = """{"classificationHash":"c","featureHash":"on-frame","name":"n","confidence":0.5,"createdBy":"frame","lastEditedBy":"frame","manualAnnotation":false}""";
        var row = Row.Of("image", Row.Unit("u", $$"""{"objects":[],"classifications":[{{frame}}]}"""),
            $$$""" "classification_answers":{"c":{ {{{Answers}}},"createdBy":"answer","confidence":0.75} } """);

        var classification = Assert.Single(Reading.Of(row).Classifications);

        Assert.Equal(("answer", "frame", 0.75, false), (classification.CreatedBy, classification.LastEditedBy, classification.Confidence, classification.ManualAnnotation));
    }

    [Fact]
    public void Frames_outside_the_range_of_the_answer_are_a_warning()
    {
        var reading = Reading.Of(Video([2, 6], $$"""{ {{Answers}},{{Signed}},"range":[[0,5]] }"""));

        Assert.Equal([new FrameRange(0, 5)], Assert.Single(reading.Classifications).Ranges);
        Assert.Equal(IssueCatalogue.PlacementsDiffer, Assert.Single(reading.AllIssues).Code);
    }

    [Fact]
    public void Several_instances_may_stand_on_one_frame_and_come_in_the_order_they_are_met()
    {
        var row = Row.Of("image",
            Row.Unit("u", """{"objects":[],"classifications":[{"classificationHash":"b"},{"classificationHash":"a"}]}"""),
            $$$""" "classification_answers":{"z":{ {{{Signed}}} },"a":{},"b":{} } """);

        Assert.Equal(["b", "a", "z"], Reading.Of(row).Classifications.Select(classification => classification.ClassificationHash));
    }

    [Theory]
    [InlineData("7", "EL204")]
    [InlineData("{\"name\":\"n\"}", "EL203")]
    public void A_classification_that_can_not_be_read_is_skipped(string element, string code)
    {
        var reading = Reading.Of(Row.Of("image", Row.Unit("u", $$"""{"objects":[],"classifications":[{{element}},{"classificationHash":"c"}]}"""), """ "classification_answers":{"c":{}} """));

        Assert.Equal(code, Assert.Single(reading.ClassificationSkips).Code.Id);
        Assert.Single(reading.Classifications);
    }

    [Fact]
    public void Classifications_come_after_all_annotations()
    {
        var events = Reading.Of(RichRow.Of()).Events;

        var last = events.ToList().FindLastIndex(next => next is RowEvent.AnnotationRead or RowEvent.AnnotationSkipped);
        Assert.True(last < events.ToList().FindIndex(next => next is RowEvent.ClassificationRead));
    }

    private static string Video(int[] frames, string? answer)
    {
        var labels = frames.Select(frame => $$"""
            "{{frame}}":{"objects":[],"classifications":[{"classificationHash":"c","featureHash":"on-frame","name":"Name on frame","value":"name"}]}
            """);
        return Row.Of("video", Row.Unit("u", $"{{{string.Join(",", labels)}}}"), $"\"classification_answers\":{{{(answer is null ? "" : $"\"c\":{answer}")}}}");
    }
}
