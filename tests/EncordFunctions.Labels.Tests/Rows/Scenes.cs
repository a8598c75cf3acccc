using CsCheck;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Tests.Support;

namespace EncordFunctions.Labels.Tests.Rows;

public sealed class Scenes
{
    private const string Cuboid = """ "shape":"cuboid","cuboid":{"position":[0,0,0],"orientation":[0,0,0],"size":[1,1,1]} """;

    [Fact]
    public void Frames_of_a_scene_are_events_nanoseconds_streams_and_files()
    {
        string[] keys = ["20", "1700000000000000001", "lidar@1700000000000000002", "cam/front#30", "gs://bucket/a@b/cloud.pcd", "other"];

        var reading = Reading.Of(Scene("false", [.. keys.Select(key => (key, Row.Object("a", Cuboid)))]));

        Assert.Empty(reading.AllIssues);
        Assert.Equal(
            [(20, null), (1700000000000000001, null), (1700000000000000002, "lidar"), (30, "cam/front"), (0, "gs://bucket/a@b/cloud.pcd"), (0, "other")],
            reading.Annotations.Select(annotation => (annotation.Frame!.Number, annotation.Frame.Stream)));
        Assert.All(reading.Annotations, annotation => Assert.Null(annotation.Range));
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("99999999999999999999")]
    public void A_number_that_no_frame_can_have_is_no_stream(string key) =>
        Assert.Equal(IssueCatalogue.FrameKeyNotANumber, Assert.Single(Reading.Of(Scene("false", (key, Row.Object("a", Cuboid)))).Skips).Code);

    [Fact]
    public void The_same_instant_of_two_streams_is_two_frames_and_of_one_stream_one()
    {
        var reading = Reading.Of(Scene("false", ("l@5", Row.Object("a", Cuboid)), ("r@5", Row.Object("a", Cuboid)), ("5", Row.Object("a", Cuboid)), ("l@05", Row.Object("a", Cuboid))));

        Assert.Equal(["l", "r", null], reading.Annotations.Select(annotation => annotation.Frame!.Stream));
        Assert.Equal(IssueCatalogue.FrameRepeated, Assert.Single(reading.Skips).Code);
    }

    [Fact]
    public void Point_clouds_and_cameras_are_spaces_with_flat_labels()
    {
        var spaces = $$$"""
            "spaces":{"path/to/1.pcd":{"space_type":"point_cloud","scene_info":{"event_index":4,"stream_id":"lidar1","uri":"path/to/1.pcd"},
            "labels":{"objects":[{{{Row.Object("a", "\"shape\":\"segmentation\",\"segmentation\":\"06\"")}}}],"classifications":[]}},"c":{"space_type":"scene_image","scene_info":null} }
            """;

        var reading = Reading.Of(Row.Of("scene", Row.Unit("u", "{}", ""), spaces));

        Assert.Equal(new SceneFile("lidar1", 4, "path/to/1.pcd"), reading.Only.Unit.Scene);
        Assert.Equal(["u", "path/to/1.pcd", "c"], reading.Index.Units.Select(unit => unit.Hash));
        Assert.Empty(reading.AllIssues);
    }

    [Fact]
    public void An_object_of_a_continuous_scene_holds_from_event_to_event_in_whatever_order_they_stand()
    {
        var reading = Reading.Of(Scene("true",
            ("3000000000", Set("a")), ("1000000000", Set("a", ",\"interpolate\":\"hold\"")), ("0", Row.Object("a", $"{Cuboid},\"event\":\"upsert\"")), ("4000000000", Delete("a")), ("2000000000", Delete("a"))));

        Assert.Empty(reading.AllIssues);
        Assert.Equal(["3000000000-3999999999", "1000000000-1999999999", "0-999999999"], reading.Annotations.Select(annotation => EventText.Of(annotation.Range)));
        Assert.All(reading.Annotations, annotation => Assert.Equal("upsert", annotation.Event));
        Assert.Equal([null, "hold", null], reading.Annotations.Select(annotation => annotation.Interpolate));
        Assert.Equal([3000000000, 1000000000, 0], reading.Annotations.Select(annotation => annotation.Frame!.Number));
    }

    [Theory]
    [InlineData("")]
    [InlineData(",\"cuboid\":null")]
    [InlineData(",\"shape\":\"cuboid\",\"cuboid\":{\"position\":[0,0,0],\"orientation\":[0,0,0],\"size\":[0,0,0]}")]
    public void A_delete_needs_no_geometry_and_is_no_annotation(string geometry)
    {
        var reading = Reading.Of(Scene("true", ("1", Set("a")), ("5", $$"""{"objectHash":"a","featureHash":"f","event":"delete"{{geometry}} }""")));

        Assert.Equal("1-4", EventText.Of(reading.Only.Range));
        Assert.Empty(reading.AllIssues);
    }

    [Fact]
    public void An_object_that_is_never_deleted_has_no_end_and_a_warning()
    {
        var reading = Reading.Of(Scene("true", ("1", Set("a")), ("5", Set("a"))));

        Assert.Equal(["1-4", "5-"], reading.Annotations.Select(annotation => EventText.Of(annotation.Range)));
        var issue = Assert.Single(reading.AllIssues);
        Assert.Equal((IssueCatalogue.NeverDeleted, "a", 5L), (issue.Code, issue.ObjectHash, issue.Frame));
    }

    [Fact]
    public void A_delete_of_what_is_not_there_is_a_warning()
    {
        var reading = Reading.Of(Scene("true", ("1", Delete("a")), ("2", Set("a")), ("3", Delete("a")), ("4", Delete("a"))));

        Assert.Single(reading.Annotations);
        Assert.Equal([("EL216", 1L), ("EL216", 4)], reading.AllIssues.Select(issue => (issue.Code.Id, issue.Frame!.Value)));
    }

    [Fact]
    public void An_event_nobody_knows_sets_the_object_and_is_named()
    {
        var reading = Reading.Of(Scene("true", ("1", Set("a", ",\"event\":\"morph\"")), ("5", Delete("a"))));

        Assert.Equal(("morph", "1-4"), (reading.Only.Event, EventText.Of(reading.Only.Range)));
        Assert.Equal((IssueCatalogue.EventUnknown, "/data_units/u/labels/1/objects/0/event"), Assert.Single(reading.AllIssues) is var issue ? (issue.Code, issue.Pointer) : default);
    }

    [Fact]
    public void A_scene_that_does_not_say_that_it_is_continuous_is_so_if_its_objects_have_events() =>
        Assert.Equal("1-4", EventText.Of(Reading.Of(Scene("null", ("1", Set("a")), ("5", Delete("a")))).Only.Range));

    [Fact]
    public void Labels_on_streams_of_a_continuous_scene_are_frames_unless_they_are_events()
    {
        var reading = Reading.Of(Scene("true", ("l@1", Set("a")), ("l@3", Set("b", ",\"event\":\"upsert\"")), ("l@7", Delete("b"))));

        Assert.Equal(["a 1 ", "b 3 3-6"], reading.Annotations.Select(annotation => $"{annotation.ObjectHash} {annotation.Frame!.Number} {EventText.Of(annotation.Range)}"));
        Assert.Empty(reading.AllIssues);
    }

    [Fact]
    public void Dynamic_attributes_of_an_event_are_those_that_hold_till_the_next()
    {
        const string Actions = """ ,"object_actions":{"a":{"actions":[{"featureHash":"d","answers":"x","range":[[0,2]]},{"featureHash":"d","answers":"y","range":[[3,9]]},{"featureHash":"d","answers":"z","range":[[10,12]]}]}} """;

        var reading = Reading.Of(Scene("true", Actions, ("1", Set("a")), ("5", Delete("a"))));

        Assert.Equal(["/d='x'*@0-2", "/d='y'*@3-9"], reading.Only.Attributes.Select(EventText.Of));
    }

    [Fact]
    public void Whatever_the_events_are_each_set_ends_where_the_next_event_begins()
    {
        Gen.Select(Gen.Int[0, 40], Gen.Bool).Array[1, 12].Sample(
            steps =>
            {
                var events = steps.DistinctBy(step => step.Item1).ToList();
                var reading = Reading.Of(Scene("true", [.. events.Select(step => ($"{step.Item1}", step.Item2 ? Delete("a") : Set("a")))]));
                var ordered = events.OrderBy(step => step.Item1).ToList();
                var expected = ordered.Select((step, i) => (step, End: i + 1 < ordered.Count ? $"{ordered[i + 1].Item1 - 1}" : "")).Where(one => !one.step.Item2).Select(one => $"{one.step.Item1}-{one.End}");
                var needless = ordered.Where((step, i) => step.Item2 && (i == 0 || ordered[i - 1].Item2)).Count();

                Assert.Equal(expected.Order(StringComparer.Ordinal), reading.Annotations.Select(annotation => EventText.Of(annotation.Range)).Order(StringComparer.Ordinal));
                Assert.Equal(needless, reading.AllIssues.Count(issue => issue.Code == IssueCatalogue.DeleteWithoutObject));
                Assert.Equal(ordered[^1].Item2 ? 0 : 1, reading.AllIssues.Count(issue => issue.Code == IssueCatalogue.NeverDeleted));
            },
            iter: 300);
    }

    private static string Set(string hash, string more = "") => Row.Object(hash, Cuboid + more);

    private static string Delete(string hash) => $$"""{"objectHash":"{{hash}}","featureHash":"f","event":"delete"}""";

    private static string Scene(string continuous, params (string Key, string Object)[] frames) => Scene(continuous, "", frames);

    private static string Scene(string continuous, string more, params (string Key, string Object)[] frames)
    {
        var labels = string.Join(",", frames.Select(frame => $"\"{frame.Key}\":{Row.Labels(frame.Object)}"));
        return Row.Of("scene", Row.Unit("u", $"{{{labels}}}", ""), $$"""
            "scene":{"isContinuous":{{continuous}} }{{more}}
            """);
    }
}
