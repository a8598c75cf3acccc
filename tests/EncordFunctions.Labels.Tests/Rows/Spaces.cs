using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Shapes;
using EncordFunctions.Labels.Tests.Support;

namespace EncordFunctions.Labels.Tests.Rows;

/// <summary>Data groups and layers: files under <c>spaces</c>.</summary>
public sealed class Spaces
{
    private const string Group = """ "g":{"data_type":"group","data_sequence":0,"labels":{} } """;

    [Fact]
    public void A_space_is_a_unit_of_its_own_with_its_size_and_place_in_the_group()
    {
        var reading = Reading.Of(Of("""
            "v":{"space_type":"video","child_info":{"layout_key":"main","file_name":"video.mp4"},"number_of_frames":10,"width":200,"height":100,"labels":{"3":LABELS}},
            "p":{"space_type":"pdf","number_of_pages":3,"labels":{"2":LABELS}},
            "root":{"space_type":"image","root_info":{"file_name":"own.png"},"width":20,"height":10,"labels":LABELS}
            """));

        Assert.Equal(
            [("v", "video", "main", "video.mp4", 3L), ("p", "pdf", null, null, 2L), ("root", "image", null, "own.png", 0L)],
            reading.Annotations.Select(annotation => (annotation.Unit.Hash, annotation.Unit.SpaceType, annotation.Unit.LayoutKey, annotation.Unit.Title, annotation.Frame!.Number)));
        Assert.Equal(new BoundingBox(20, 20, 60, 40), reading.Annotations[0].Shape);
        Assert.Equal([10, 3, 1], reading.Index.Units.Skip(1).Select(unit => unit.FrameCount!.Value));
        Assert.Equal(["EL018"], reading.AllIssues.Select(issue => issue.Code.Id));
    }

    [Fact]
    public void The_slices_of_a_stack_have_their_own_sizes()
    {
        var reading = Reading.Of(Of("""
            "s":{"space_type":"medical_stack","labels":{"0":LABELS,"1":LABELS},"frames":[{"width":10,"height":10,"file_name":"a"},{"width":"20","height":30}]}
            """));

        Assert.Equal([new FrameSize(10, 10), new FrameSize(20, 30)], reading.Annotations.Select(annotation => annotation.Frame!.Size));
        Assert.Equal(2, reading.Index.Units[1].FrameCount);
        Assert.Empty(reading.AllIssues);
    }

    [Theory]
    [InlineData("", ",")]
    [InlineData(",", "")]
    public void Spaces_may_stand_before_or_after_the_data_units(string before, string after)
    {
        const string Space = """ "spaces":{"s":{"space_type":"image","width":10,"height":10,"labels":{"0":{"objects":[{"objectHash":"b","shape":"point","point":{"0":{"x":0.5,"y":0.5}}}]}}}} """;
        var units = $$"""
            "data_units":{ {{Row.Unit("u", Row.Labels(Row.Object("a", Row.Box)))}} }
            """;
        var row = $$"""{"label_hash":"l","data_type":"image",{{(after.Length > 0 ? Space + after + units : units + before + Space)}} }""";

        var reading = Reading.Of(row);

        Assert.Equal(["u", "s"], reading.Index.Units.Select(unit => unit.Hash));
        Assert.Equal(["a u", "b s"], reading.Annotations.Select(annotation => $"{annotation.ObjectHash} {annotation.Unit.Hash}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_object_may_be_on_several_spaces_at_the_same_frame()
    {
        var reading = Reading.Of(Of("""
            "i":{"space_type":"image","width":10,"height":10,"labels":{"0":LABELS}},"j":{"space_type":"image","width":10,"height":10,"labels":{"0":LABELS}}
            """));

        Assert.Equal(["i", "j"], reading.Annotations.Select(annotation => annotation.Unit.Hash));
        Assert.Empty(reading.AllIssues);
    }

    [Fact]
    public void Range_objects_stand_on_the_spaces_that_their_answers_name()
    {
        const string Answers = """
            "object_answers":{
            "a":{"objectHash":"a","featureHash":"f","name":"Voice","shape":"audio","range":[],"createdBy":"x","spaces":{"au1":{"type":"frame","range":[[100,200],[300,400]]},"au2":{"range":[[1,2]]}}},
            "h":{"objectHash":"h","featureHash":"f","range":null,"spaces":{"ht":{"type":"html","range":[[{"xpath":"/p","offset":5},{"xpath":"/q","offset":10}],{"start":{"node":"/r","offset":1},"end":{"node":"/s","offset":2}}]}}},
            "box":{"objectHash":"box","classifications":[]} }
            """;

        var reading = Reading.Of(Of("""
            "im":{"space_type":"image","width":10,"height":10,"labels":{"0":{"objects":[{"objectHash":"box","shape":"point","point":{"0":{"x":0.5,"y":0.5}}}],"classifications":[]}}},
            "au1":{"space_type":"audio","duration_ms":400,"labels":{}},"au2":{"space_type":"audio","duration_ms":400,"labels":{}},"ht":{"space_type":"html","labels":{}}
            """, Answers));

        Assert.Empty(reading.AllIssues);
        Assert.Equal(
            ["a au1 audio 100-200 0", "a au1 audio 300-400 1", "a au2 audio 1-2 0", "box im point  0", "h ht text /p:5-/q:10 0", "h ht text /r:1-/s:2 1"],
            reading.Annotations.Select(annotation => $"{annotation.ObjectHash} {annotation.Unit.Hash} {annotation.Shape.Name} {EventText.Of(annotation.Range)} {annotation.Position}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_range_on_a_space_that_is_not_there_is_skipped_and_the_others_are_not()
    {
        const string Answers = """ "object_answers":{"a":{"featureHash":"f","range":[],"spaces":{"gone":{"range":[[1,2]]},"au":{"range":[[3,401]]},"root":{"range":[[7,8]]}}}} """;

        var reading = Reading.Of(Of(""" "au":{"space_type":"audio","duration_ms":400} """, Answers));

        Assert.Equal("3-401", EventText.Of(reading.Only.Range));
        var skip = Assert.Single(reading.Skips);
        Assert.Equal((IssueCatalogue.SpaceUnknown, "/object_answers/a/spaces/gone", "a"), (skip.Code, skip.Pointer, skip.ObjectHash));
        Assert.Equal((IssueCatalogue.RangeBeyondFile, "/object_answers/a/spaces/au"), Assert.Single(reading.Found) is var found ? (found.Code, found.Pointer) : default);
    }

    [Fact]
    public void An_object_on_a_space_of_audio_without_a_range_is_skipped()
    {
        var skip = Assert.Single(Reading.Of(Of(""" "au":{"space_type":"audio"} """, """ "object_answers":{"a":{"featureHash":"f","spaces":{"au":{"range":[]}}}} """)).Skips);

        Assert.Equal((IssueCatalogue.ObjectWithoutRange, "/object_answers/a/spaces/au"), (skip.Code, skip.Pointer));
    }

    [Fact]
    public void Dynamic_attributes_hold_on_the_space_they_name()
    {
        const string Answers = """
            "object_answers":{"a":{"classifications":[{"name":"s","answers":"everywhere"}]}},
            "object_actions":{"a":{"actions":[{"featureHash":"d","answers":"on i","range":[[0,0]],"spaceId":"i"},{"featureHash":"d","answers":"on j","range":[[0,0]],"spaceId":"j"},{"featureHash":"e","answers":"on all","range":[[0,0]]}]}}
            """;

        var reading = Reading.Of(Of("""
            "i":{"space_type":"image","width":10,"height":10,"labels":{"0":LABELS}},"j":{"space_type":"image","width":10,"height":10,"labels":{"0":LABELS}}
            """, Answers));

        Assert.Equal(["s/='everywhere';/d='on i'*;/e='on all'*", "s/='everywhere';/d='on j'*;/e='on all'*"],
            reading.Annotations.Select(annotation => string.Join(";", annotation.Attributes.Select(EventText.Of))));
    }

    [Fact]
    public void A_frame_past_the_last_one_is_a_warning_on_its_first_object()
    {
        var reading = Reading.Of(Of(""" "v":{"space_type":"video","number_of_frames":3,"width":10,"height":10,"labels":{"2":LABELS,"3":LABELS}} """));

        Assert.Equal(2, reading.Annotations.Count);
        Assert.Equal((IssueCatalogue.FrameBeyondFile, "/spaces/v/labels/3/objects/0", 3L), Assert.Single(reading.AllIssues) is var issue ? (issue.Code, issue.Pointer, issue.Frame) : default);
    }

    [Fact]
    public void The_children_of_a_group_that_have_rows_of_their_own_are_listed()
    {
        const string Unit = """
            "g":{"data_type":"application/vnd.encord.data.group","labels":{},"metadata":{"children":[
            {"data_hash":"d0","name":"a.mp4","label_hash":"l0","layout_key":"0"},{"data_hash":"d1","name":"b.mp4","label_hash":null,"layout_key":1},7]}}
            """;

        var reading = Reading.Of(Row.Of("group", Unit));

        Assert.Equal([new GroupChild("d0", "l0", "a.mp4", "0"), new GroupChild("d1", null, "b.mp4", "1")], Assert.Single(reading.Index.Units).Children);
        Assert.Equal((IssueCatalogue.WrongKind, "/data_units/g/metadata/children/2"), Assert.Single(reading.AllIssues) is var issue ? (issue.Code, issue.Pointer) : default);
    }

    [Fact]
    public void A_row_may_have_spaces_and_no_data_units()
    {
        var reading = Reading.Of($$"""{"label_hash":"l","data_type":"group","spaces":{"i":{"space_type":"image","width":10,"height":10,"labels":{{Row.Labels(Row.Object("a", Row.Box))}} } } }""");

        Assert.Equal("i", reading.Only.Unit.Hash);
    }

    [Theory]
    [InlineData("7", "EL012", "/spaces/x")]
    [InlineData("""{"space_type":"image","labels":[]}""", "EL012", "/spaces/x/labels")]
    [InlineData("""{"space_type":"video","number_of_frames":"many"}""", "EL303", "/spaces/x/number_of_frames")]
    [InlineData("""{"space_type":"medical_stack","frames":7}""", "EL008", "/spaces/x/frames")]
    [InlineData("""{"space_type":"image","glow":1}""", "EL007", "/spaces/x/glow")]
    public void A_fault_in_a_space_is_named_and_the_others_are_read(string space, string code, string pointer)
    {
        var reading = Reading.Of(Of($$""" "x":{{space}},"i":{"space_type":"image","width":10,"height":10,"labels":{"0":LABELS} } """));

        Assert.Equal("i", reading.Only.Unit.Hash);
        Assert.Equal((code, pointer), Assert.Single(reading.AllIssues) is var issue ? (issue.Code.Id, issue.Pointer) : default);
    }

    private static string Of(string spaces, string answers = "\"object_answers\":{}") => Row.Of(
        "group", Group, $$"""{{answers}},"spaces":{ {{spaces.Replace("LABELS", Row.Labels(Row.Object("a", Row.Box)), StringComparison.Ordinal)}} }""");
}
