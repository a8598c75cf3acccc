using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Tests.Support;

namespace EncordFunctions.Labels.Tests.Rows;

/// <summary>Where files end and where the reader stops counting.</summary>
public sealed class Ends
{
    [Theory]
    [InlineData("audio", "\"data_duration\":0", 5, false)]
    [InlineData("audio", "\"data_duration\":1", 1_000, false)]
    [InlineData("audio", "\"data_duration\":1", 1_001, true)]
    [InlineData("audio", "\"data_duration\":1e300", 9_000_000_000_000_000_000, false)]
    [InlineData("video", "\"data_duration\":10,\"data_fps\":25", 256, false)]
    [InlineData("video", "\"data_duration\":10,\"data_fps\":25", 257, true)]
    [InlineData("video", "\"data_duration\":10,\"data_fps\":0", 5, false)]
    [InlineData("video", "\"data_duration\":0,\"data_fps\":25", 5, false)]
    [InlineData("video", "\"data_duration\":10", 5_000, false)]
    [InlineData("nifti", "\"data_duration\":10,\"data_fps\":25", 5_000, false)]
    [InlineData("group", "\"data_duration\":10,\"data_fps\":25", 5_000, false)]
    public void A_file_ends_where_its_length_says_and_nowhere_if_it_says_none(string dataType, string length, long end, bool isBeyond)
    {
        var reading = Reading.Of(Row.Of(dataType, $"\"u\":{{{length},\"labels\":{{}}}}", Answer(end)));

        Assert.Single(reading.Classifications);
        Assert.Equal(isBeyond ? [IssueCatalogue.RangeBeyondFile] : [], reading.AllIssues.Select(issue => issue.Code));
    }

    [Theory]
    [InlineData("audio", "\"u\":{\"data_duration\":1},\"v\":{\"data_duration\":2}", 5_000, false)]
    [InlineData("video", "\"u\":{\"data_duration\":1,\"data_fps\":1},\"v\":{\"data_duration\":1,\"data_fps\":1}", 5_000, false)]
    [InlineData("img_group", "", 5, false)]
    [InlineData("img_group", "\"u\":{\"data_sequence\":0},\"v\":{\"data_sequence\":4}", 4, false)]
    [InlineData("img_group", "\"u\":{\"data_sequence\":0},\"v\":{\"data_sequence\":4}", 5, true)]
    public void Of_several_files_only_a_group_of_images_has_an_end(string dataType, string units, long end, bool isBeyond) =>
        Assert.Equal(isBeyond ? [IssueCatalogue.RangeBeyondFile] : [], Reading.Of(Row.Of(dataType, units, Answer(end))).AllIssues.Select(issue => issue.Code));

    [Theory]
    [InlineData(100_000, 0)]
    [InlineData(100_001, 1)]
    public void Past_a_hundred_thousand_objects_that_is_said_and_no_answer_is_called_orphaned(int count, int issues)
    {
        var objects = string.Join(",", Enumerable.Range(0, count).Select(i => $"\"{i}\":{{\"range\":[[0,1]]}}"));

        var reading = Reading.Of(Row.Of("audio", "\"u\":{}", $$"""
            "object_answers":{ {{objects}} }{{(issues == 0 ? "" : ",\"object_actions\":{\"lost\":{\"actions\":[{\"featureHash\":\"d\",\"answers\":1,\"range\":[[0,1]]}]}}")}}
            """));

        Assert.Equal(count, reading.Annotations.Count);
        Assert.Equal(issues, reading.AllIssues.Count);
        Assert.All(reading.AllIssues, static issue => Assert.Equal(
            (IssueCatalogue.TooManyInstances, "The row has more than 100000 object instances; those past them are read but not compared."), (issue.Code, issue.Message)));
    }

    [Theory]
    [InlineData(100_000)]
    [InlineData(100_002)]
    public void A_hundred_thousand_answers_without_an_object_are_named(int count)
    {
        var objects = string.Join(",", Enumerable.Range(0, count).Select(i => $"\"{i}\":{{}}"));

        Assert.Equal(100_000, Reading.Of(Row.Of("image", "\"u\":{}", $"\"object_answers\":{{{objects}}}")).AllIssues.Count);
    }

    [Theory]
    [InlineData(200, null)]
    [InlineData(201, "And 1 more of this kind.")]
    public void Two_hundred_faults_of_one_kind_are_named_and_the_rest_counted(int count, string? last)
    {
        var issues = Reading.Of(Row.Of("image", "\"u\":{}", $"\"object_answers\":{{{string.Join(",", Enumerable.Range(0, count).Select(i => $"\"{i}\":7"))}}}")).AllIssues;

        Assert.Equal((count, last), (issues.Count, issues[^1].Pointer.Length == 0 ? issues[^1].Message : null));
    }

    [Theory]
    [InlineData(1_000, 1_000)]
    [InlineData(1_002, 1_000)]
    public void A_thousand_classes_that_the_ontology_does_not_have_are_named(int count, int issues) =>
        Assert.Equal(issues, Reading.Of(
            Row.Of("audio", "\"u\":{}", $"\"object_answers\":{{{string.Join(",", Enumerable.Range(0, count).Select(i => $"\"{i}\":{{\"featureHash\":\"new{i}\",\"range\":[[0,1]]}}"))}}}"),
            KnownOntology.Of("""{"objects":[{"id":"1","name":"Car","shape":"bounding_box","featureNodeHash":"car"}],"classifications":[]}""")).AllIssues.Count);

    [Theory]
    [InlineData(9_999, 1)]
    [InlineData(10_000, 0)]
    public void Of_ten_thousand_streams_a_frame_that_comes_twice_is_told(int before, int repeated)
    {
        var frames = string.Join(",", Enumerable.Range(0, before).Select(i => $"\"s{i}@1\":{{\"objects\":[]}}"));

        var reading = Reading.Of(Row.Of("scene", $"\"u\":{{\"labels\":{{{frames},\"last@1\":{{\"objects\":[]}},\"last@01\":{{\"objects\":[7]}}}}}}"));

        Assert.Equal(before + 2 - repeated, reading.Events.OfType<EncordFunctions.Labels.Rows.RowEvent.FrameRead>().Count());
    }

    private static string Answer(long end) => $$$""" "classification_answers":{"c":{"createdBy":"me","range":[[1,{{{end}}}]]} } """;
}
