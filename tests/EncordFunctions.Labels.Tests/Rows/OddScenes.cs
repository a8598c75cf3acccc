using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Tests.Support;

namespace EncordFunctions.Labels.Tests.Rows;

/// <summary>Frames of scenes that hold more, less or something else than objects with events.</summary>
public sealed class OddScenes
{
    private const string Cuboid = """ "shape":"cuboid","cuboid":{"position":[0,0,0],"orientation":[0,0,0],"size":[1,1,1]} """;
    private const string Delete = """{"objectHash":"a","featureHash":"f","event":"delete"}""";

    [Theory]
    [InlineData("\"mood\":[" + Delete + "],\"objects\":[OBJECT]")]
    [InlineData("\"classifications\":[" + Delete + "],\"objects\":[OBJECT]")]
    [InlineData("\"mood\":{\"objects\":[" + Delete + "]},\"objects\":[OBJECT]")]
    [InlineData("\"objects\":[[" + Delete + "],OBJECT]")]
    [InlineData("\"objects\":[\"objectHash\",\"a\",\"event\",\"delete\",OBJECT]")]
    [InlineData("\"objects\":[[\"objectHash\",\"a\",\"event\",\"delete\"],OBJECT]")]
    [InlineData("\"objects\":[{\"objectHash\":\"\",\"event\":\"delete\"},OBJECT]")]
    [InlineData("\"objects\":[{\"objectHash\":7,\"event\":\"delete\"},OBJECT]")]
    [InlineData("\"objects\":[{\"objectHash\":\"b\",\"event\":7},OBJECT]")]
    [InlineData("\"objects\":[{\"of\":{\"objectHash\":\"a\",\"event\":\"delete\"}},OBJECT]")]
    public void Only_objects_in_the_list_of_objects_have_events(string frame)
    {
        var reading = Reading.Of(Scene("null", $"\"1\":{{{frame}}},\"5\":{{\"objects\":{{}}}},\"7\":{{\"objects\":[OBJECT]}}"));

        Assert.Equal([(1L, null), (7L, null)], reading.Annotations.Select(annotation => (annotation.Frame!.Number, annotation.Range)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void However_many_objects_have_events_the_scene_is_continuous(int marks)
    {
        var frames = Enumerable.Range(0, marks).Select(i => $"\"{i}\":{{\"objects\":[{(i == marks - 1 ? Delete : Row.Object("a", Cuboid + ",\"event\":\"upsert\""))}]}}");

        Assert.All(Reading.Of(Scene("null", $"{string.Join(",", frames)},\"90\":{{\"objects\":[OBJECT]}},\"95\":{{\"objects\":[{Delete}]}}")).Annotations, static annotation => Assert.NotNull(annotation.Range));
    }

    [Fact]
    public void A_label_on_a_stream_that_is_no_event_ends_none_and_begins_none()
    {
        var reading = Reading.Of(Scene("true", $$"""
            "l@1":{"objects":[{{Row.Object("a", Cuboid + ",\"event\":\"upsert\"")}}]},"l@3":{"objects":[OBJECT]},"l@9":{"objects":[{{Delete}}]},"l@11":{"objects":[OBJECT]},"l@12":{"objects":[{{Delete}}]}
            """));

        Assert.Equal(["1-8", "", ""], reading.Annotations.Select(annotation => EventText.Of(annotation.Range)));
        Assert.Equal([IssueCatalogue.DeleteWithoutObject], reading.AllIssues.Select(issue => issue.Code));
    }

    [Theory]
    [InlineData("@5", "@5", 0)]
    [InlineData("#5", "#5", 0)]
    [InlineData("l@5", "l", 5)]
    [InlineData("l#5", "l", 5)]
    [InlineData("l@", "l@", 0)]
    [InlineData("a@1@5", "a@1", 5)]
    public void A_key_is_a_stream_and_a_number_only_if_it_names_both(string key, string stream, long number) =>
        Assert.Equal((stream, number), Reading.Of(Scene("false", $"\"{key}\":{{\"objects\":[OBJECT]}}")).Only.Frame is { } frame ? (frame.Stream, frame.Number) : default);

    [Fact]
    public void What_is_wrong_with_the_texts_of_an_object_is_said_once()
    {
        var row = Scene("true", $$"""
            "1":{"objects":[{"objectHash":"a\ud800","event":"upsert",{{Cuboid}}}],"metadata":{"width":"x"} },"2":{"objects":[{"objectHash":"a\ud800","event":"delete"}]}
            """);

        Assert.Single(Reading.Of(row).AllIssues, static issue => issue.Code == IssueCatalogue.NumberUnreadable);
    }

    private static string Scene(string continuous, string labels) =>
        Row.Of("scene", Row.Unit("u", $"{{{labels.Replace("OBJECT", Row.Object("a", Cuboid), StringComparison.Ordinal)}}}", ""), $$"""
            "scene":{"isContinuous":{{continuous}} }
            """);
}
