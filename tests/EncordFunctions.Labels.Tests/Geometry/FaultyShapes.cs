using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Shapes;
using EncordFunctions.Labels.Tests.Support;

namespace EncordFunctions.Labels.Tests.Geometry;

public sealed class FaultyShapes
{
    /// <summary>The object's members, the issue's code, its pointer from the object on, and the text that stands at its offset.</summary>
    public static TheoryData<string, string, string, string> Faults => new()
    {
        { """ "shape":"bounding_box","boundingBox":{"x":0.1,"y":0.2,"w":0.3} """, "EL104", "/boundingBox", "{\"x\":0.1" },
        { """ "shape":"bounding_box","boundingBox":{} """, "EL104", "/boundingBox", "{}" },
        { """ "shape":"bounding_box","boundingBox":{"x":0.1,"y":"0.2","w":0.3,"h":0.4} """, "EL103", "/boundingBox/y", "\"0.2\"" },
        { """ "shape":"bounding_box","boundingBox":{"0":{"x":0.1,"y":null,"w":0.3,"h":0.4}} """, "EL103", "/boundingBox/0/y", "null" },
        { """ "shape":"bounding_box","boundingBox":[0,0,1,1] """, "EL103", "/boundingBox", "[0,0" },
        { """ "shape":"bounding_box","boundingBox":{"x":7.5,"y":0.2,"w":0.3,"h":0.4} """, "EL106", "/boundingBox/x", "7.5" },
        { """ "shape":"bounding_box","boundingBox":{"x":0.1,"y":1e999,"w":0.3,"h":0.4} """, "EL106", "/boundingBox/y", "1e999" },
        { """ "shape":"bounding_box","boundingBox":{"x":0.1,"y":0.2,"w":0,"h":0.4} """, "EL107", "/boundingBox/w", "0,\"h\"" },
        { """ "shape":"bounding_box","boundingBox":{"x":0.1,"y":0.2,"w":0.3,"h":-0.4} """, "EL107", "/boundingBox/h", "-0.4" },
        { """ "shape":"bounding_box" """, "EL102", "", "\"bounding_box\"" },
        { """ "shape":"bounding_box","boundingBox":null """, "EL102", "", "\"bounding_box\"" },
        { """ "confidence":1 """, "EL102", "", "{\"objectHash\":\"bad\"" },
        { """ "shape":"rotatable_bounding_box","rotatableBoundingBox":{"x":0.1,"y":0.2,"w":0.3,"h":0.4} """, "EL104", "/rotatableBoundingBox", "{\"x\"" },
        { """ "shape":"rotatable_bounding_box","rotatableBoundingBox":{"x":0.1,"y":0.2,"w":0.3,"h":0.4,"theta":1e999} """, "EL106", "/rotatableBoundingBox/theta", "1e999" },
        { """ "shape":"polygon","polygon":{"0":{"x":0,"y":0},"1":{"x":0}} """, "EL104", "/polygon/1", "{\"x\":0}" },
        { """ "shape":"polygon","polygon":{"first":{"x":0,"y":0}} """, "EL103", "/polygon", "{\"x\":0" },
        { """ "shape":"polygon","polygon":{"0":{"x":0,"y":0},"1a":{"x":1,"y":0}} """, "EL103", "/polygon", "{\"x\":1" },
        { """ "shape":"polygon","polygon":{} """, "EL102", "/polygon", "{}" },
        { """ "shape":"polygon","polygon":{"0":[0,1]} """, "EL103", "/polygon/0", "[0,1]" },
        { """ "shape":"polygon","polygons":[[[0,0,1,0,1]]] """, "EL103", "/polygons/0/0", "[0,0,1,0,1]" },
        { """ "shape":"polygon","polygons":[[[0,0,1,0,1,1]],[[0,0,1,0,1,1],[0,0,null,1]]] """, "EL103", "/polygons/1/1/2", "null" },
        { """ "shape":"polygon","polygons":[[[0,0,1,0,1,1]],[]] """, "EL102", "/polygons/1", "[]" },
        { """ "shape":"polygon","polygons":[[[]]] """, "EL102", "/polygons/0/0", "[]" },
        { """ "shape":"polygon","polygons":[[0,0,1,1]] """, "EL103", "/polygons/0/0", "0,0" },
        { """ "shape":"polygon","polygons":[0,0,1,1] """, "EL103", "/polygons/0", "0,0" },
        { """ "shape":"polygon","polygons":[["x"]] """, "EL103", "/polygons/0/0", "\"x\"" },
        { """ "shape":"polygon","polygons":{} """, "EL103", "/polygons", "{}" },
        { """ "shape":"polyline","polyline":[] """, "EL102", "/polyline", "[]" },
        { """ "shape":"polyline","polyline":[5] """, "EL103", "/polyline/0", "5" },
        { """ "shape":"polyline","polyline":[[{"z":1}]] """, "EL103", "/polyline/0", "[{" },
        { """ "shape":"point","point":{} """, "EL102", "/point", "{}" },
        { """ "shape":"point","point":{"0":{"x":0,"y":0},"1":{"x":0,"y":0}} """, "EL103", "/point", "{\"0\"" },
        { """ "shape":"skeleton","skeleton":{"0":{"x":0,"y":0},"7":{"y":0,"name":"n"}} """, "EL104", "/skeleton/7", "{\"y\"" },
        { """ "shape":"skeleton","skeleton":"x" """, "EL103", "/skeleton", "\"x\"" },
        { """ "shape":"skeleton","skeleton":{} """, "EL102", "/skeleton", "{}" },
        { """ "shape":"bitmask","bitmask":"033" """, "EL103", "/bitmask", "\"033\"" },
        { """ "shape":"bitmask","bitmask":{"rleString":"033","height":100} """, "EL104", "/bitmask", "{\"rle" },
        { """ "shape":"bitmask","bitmask":{"rleString":"033","width":200} """, "EL104", "/bitmask", "{\"rle" },
        { """ "shape":"bitmask","bitmask":{"rleString":"033","width":200,"height":99} """, "EL120", "/bitmask", "{\"rle" },
        { """ "shape":"bitmask","bitmask":{"rleString":"033","width":199,"height":100} """, "EL120", "/bitmask", "{\"rle" },
        { """ "shape":"bitmask","bitmask":{"rleString":"033","top":0,"left":0,"width":3,"height":2} """, "EL120", "/bitmask", "{\"rle" },
        { """ "shape":"bitmask","bitmask":{"rleString":"033","top":1,"left":0,"width":200,"height":100} """, "EL121", "/bitmask/top", "1" },
        { """ "shape":"bitmask","bitmask":{"rleString":"0!3","top":0,"left":0,"width":200,"height":100} """, "EL122", "/bitmask/rleString", "!3" },
        { """ "shape":"bitmask","bitmask":{"rleString":"033","top":0,"left":0,"width":200,"height":100} """, "EL126", "/bitmask/rleString", "\"," },
        { """ "shape":"bitmask","bitmask":{"top":0,"left":0,"width":200,"height":100} """, "EL104", "/bitmask", "{\"top" },
        { """ "shape":"bitmask","bitmask":{"rleString":5,"width":200,"height":100} """, "EL103", "/bitmask/rleString", "5" },
        { """ "shape":"bitmask","bitmask":{"rleString":"033","width":0,"height":100} """, "EL128", "/bitmask/width", "0" },
        { """ "shape":"bitmask","bitmask":{"rleString":"033","width":1e300,"height":100} """, "EL128", "/bitmask/width", "1e300" },
        { """ "shape":"bitmask","bitmask":{"rleString":"033","width":2.5,"height":100} """, "EL128", "/bitmask/width", "2.5" },
        { """ "shape":"bitmask","bitmask":{"rleString":"0Q","top":0,"left":0,"width":200,"height":100} """, "EL123", "/bitmask/rleString", "\"," },
        { """ "shape":"bitmask","bitmask":{"rleString":"oooooooooooooo1","width":200,"height":100} """, "EL124", "/bitmask/rleString", "oo1" },
        { """ "shape":"bitmask","bitmask":{"rleString":"0N8","width":200,"height":100} """, "EL125", "/bitmask/rleString", "N8" },
        { """ "shape":"bitmask","bitmask":{"rleString":"0ooo4","width":200,"height":100} """, "EL127", "/bitmask/rleString", "ooo4" },
        { """ "shape":"bitmask","bitmask":{"rleString":"\u00303!","width":200,"height":100} """, "EL122", "/bitmask/rleString", "!" },
        { """ "shape":"bitmask","bitmask":{"rleString":"0\\3!","width":200,"height":100} """, "EL122", "/bitmask/rleString", "!" },
        { """ "shape":"polyline","polyline":[{"x":1,"y":2,"z":3},{"x":1,"y":2}] """, "EL117", "/polyline/1", "{\"x\":1,\"y\":2}" },
        { """ "shape":"polyline","polyline":{"0":{"x":0,"y":0},"1":{"x":0,"y":0,"z":7}} """, "EL117", "/polyline/1/z", "7" },
        { """ "shape":"polyline","polyline":[{"x":1,"z":3}] """, "EL104", "/polyline/0", "{\"x\":1" },
        { """ "shape":"polygon","polygon":[{"x":0,"y":0,"z":0}] """, "EL117", "/polygon/0/z", "0}" },
        { """ "shape":"point","point":{"0":{"x":1.5,"y":-20,"z":"7"}} """, "EL103", "/point/0/z", "\"7\"" },
        { """ "shape":"point","point":{"0":{"x":1.5,"y":-20,"z":1e999}} """, "EL106", "/point/0/z", "1e999" },
        { """ "shape":"point","point":[{"x":1,"y":1,"z":1},{"x":1,"y":1,"z":1}] """, "EL103", "/point", "[{" },
        { """ "shape":"circle","circle":{"x":0.3,"y":0.6} """, "EL104", "/circle", "{\"x\":0.3" },
        { """ "shape":"circle","circle":{"x":0.3,"y":0.6,"r":0} """, "EL107", "/circle/r", "0}" },
        { """ "shape":"circle","circle":{"x":0.3,"y":6,"r":0.1} """, "EL106", "/circle/y", "6" },
        { """ "shape":"circle","circle":{"x":0.3,"y":0.6,"r":0.1,"stretch":-1} """, "EL107", "/circle/stretch", "-1" },
        { """ "shape":"ellipse","ellipse":{"x":0.3,"y":0.6,"rx":0.1,"ry":0.1} """, "EL104", "/ellipse", "{\"x\"" },
        { """ "shape":"ellipse","ellipse":{"x":0.3,"y":0.6,"rx":0.1,"ry":-0.1,"theta":0} """, "EL107", "/ellipse/ry", "-0.1" },
        { """ "shape":"ellipse","ellipse":{"x":0.3,"y":0.6,"rx":0.1,"ry":3,"theta":0} """, "EL106", "/ellipse/ry", "3" },
        { """ "shape":"cuboid","cuboid":{"position":[0,0,0],"size":[1,1,1]} """, "EL104", "/cuboid", "{\"pos" },
        { """ "shape":"cuboid","cuboid":{"position":[0,0],"orientation":[0,0,0],"size":[1,1,1]} """, "EL103", "/cuboid/position", "[0,0]" },
        { """ "shape":"cuboid","cuboid":{"position":[0,0,0,0],"orientation":[0,0,0],"size":[1,1,1]} """, "EL103", "/cuboid/position", "[0,0,0,0]" },
        { """ "shape":"cuboid","cuboid":{"position":[0,0,0],"orientation":[0,null,0],"size":[1,1,1]} """, "EL103", "/cuboid/orientation/1", "null" },
        { """ "shape":"cuboid","cuboid":{"position":[0,0,0],"orientation":[0,0,0],"size":[1,1,0]} """, "EL107", "/cuboid/size/2", "0]" },
        { """ "shape":"cuboid","cuboid":{"position":[0,0,1e400],"orientation":[0,0,0],"size":[1,1,1]} """, "EL106", "/cuboid/position/2", "1e400" },
        { """ "shape":"cuboid","cuboid":[] """, "EL103", "/cuboid", "[]" },
        { """ "shape":"cuboid_2d","cuboid_2d":{"front":[0,0,0.1,0,0.1,0.1,0,0.1]} """, "EL104", "/cuboid_2d", "{\"front" },
        { """ "shape":"cuboid_2d","cuboid_2d":{"front":[0,0,0.1,0,0.1,0.1,0,0.1],"vanishingPoint":{"x":0,"y":0}} """, "EL104", "/cuboid_2d", "{\"front" },
        { """ "shape":"cuboid_2d","cuboid_2d":{"offset":{"x":0,"y":0}} """, "EL104", "/cuboid_2d", "{\"offset" },
        { """ "shape":"cuboid_2d","cuboid_2d":{"front":[0,0,0.1,0.1],"offset":{"x":0,"y":0}} """, "EL103", "/cuboid_2d/front", "[0,0" },
        { """ "shape":"cuboid_2d","cuboid_2d":{"front":[0,0,0.1,0,0.1,5,0,0.1],"offset":{"x":0,"y":0}} """, "EL106", "/cuboid_2d/front/5", "5" },
        { """ "shape":"cuboid_2d","cuboid_2d":{"front":[0,0,0.1,0,0.1,0.1,0,0.1],"offset":{"x":0}} """, "EL104", "/cuboid_2d/offset", "{\"x\":0}" },
        { """ "shape":"cuboid_2d","cuboid_2d":{"front":[0,0,0.1,0,0.1,0.1,0,0.1],"vanishingPoint":{"x":0,"y":0},"scaleRatio":-1} """, "EL106", "/cuboid_2d/scaleRatio", "-1" },
        { """ "shape":"cuboid_2d","cuboid_2d":{"front":[0,0,0.1,0,0.1,0.1,0,0.1],"vanishingPoint":{"x":0,"y":0},"scaleRatio":1000001} """, "EL106", "/cuboid_2d/scaleRatio", "1000001" },
        { """ "shape":"cuboid_2d","cuboid_2d":{"front":[0,0,0.1,0,0.1,0.1,0,0.1],"vanishingPoint":{"x":1000001,"y":0},"scaleRatio":1} """, "EL106", "/cuboid_2d/vanishingPoint/x", "1000001" },
        { """ "shape":"cuboid_2d","cuboid_2d":{"front":[0,0,0.1,0,0.1,0.1,0,0.1],"vanishingPoint":{"x":0,"y":-1000001},"scaleRatio":1} """, "EL106", "/cuboid_2d/vanishingPoint/y", "-1000001" },
        { """ "shape":"cuboid_2d","cuboid_2d":{"front":[0,0,0.1,0,0.1,0.1,0,0.1],"offset":{"x":0,"y":0},"scaleRatio":1e999} """, "EL106", "/cuboid_2d/scaleRatio", "1e999" },
        { """ "shape":"cuboid_2d","cuboid_2d":{"front":[0,0,0.1,0,0.1,0.1,0,0.1],"offset":{"x":0,"y":0},"vanishingPoint":{"y":0,"x":1e999}} """, "EL106", "/cuboid_2d/vanishingPoint/x", "1e999" },
        { """ "shape":"cuboid_2d","cuboid_2d":7 """, "EL103", "/cuboid_2d", "7" },
        { """ "shape":"segmentation","segmentation":{} """, "EL103", "/segmentation", "{}" },
        { """ "shape":"segmentation","segmentation":"0 4" """, "EL122", "/segmentation", " 4" },
        { """ "shape":"segmentation","segmentation":"03Q" """, "EL123", "/segmentation", "\"" },
        { """ "shape":"segmentation","segmentation":"0N8" """, "EL125", "/segmentation", "N8" },
        { """ "shape":"segmentation","segmentation":"0oooooooooo?" """, "EL127", "/segmentation", "oooooooooo?" },
        { """ "shape":"blob" """, "EL101", "/shape", "\"blob\"" },
        { """ "shape":"audio" """, "EL101", "/shape", "\"audio\"" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void The_object_is_skipped_with_the_exact_place_and_its_neighbours_stay(string members, string code, string pointer, string at)
    {
        var row = Row.Image(Row.Object("before", Row.Box), $"{{\"objectHash\":\"bad\",{members}}}", Row.Object("after", Row.Box));

        var reading = Reading.Of(row);

        Assert.Equal(["before", "after"], reading.Annotations.Select(annotation => annotation.ObjectHash));
        var issue = Assert.Single(reading.Skips);
        Assert.Equal((code, $"/data_units/unit-1/labels/objects/1{pointer}"), (issue.Code.Id, issue.Pointer));
        Assert.Equal(("bad", 0L, "label-1", Severity.Error), (issue.ObjectHash, issue.Frame, issue.LabelHash, issue.Code.Severity));
        Assert.StartsWith(at, row[(int)issue.Offset..], StringComparison.Ordinal);
    }

    [Fact]
    public void Coordinates_on_a_frame_of_unknown_size_stay_fractions_with_a_warning()
    {
        const string Box = """ "shape":"bounding_box","boundingBox":{"x":0.1,"y":0.2,"w":0.3,"h":0.4} """;
        var reading = Reading.Of(Row.Of("image", Row.Unit("u", Row.Labels(Row.Object("a", Box)), """ "width":0 """)));

        Assert.Equal(new BoundingBox(0.1, 0.2, 0.3, 0.4), Assert.Single(reading.Annotations).Shape);
        Assert.Equal(IssueCatalogue.FrameSizeUnknown, Assert.Single(reading.AllIssues).Code);
    }

    [Theory]
    [InlineData(""" "shape":"bounding_box","boundingBox":{"x":-0.1,"y":0.2,"w":0.3,"h":0.4} """, "/boundingBox/x", "-0.1")]
    [InlineData(""" "shape":"bounding_box","boundingBox":{"x":0.9,"y":0.2,"w":0.3,"h":0.4} """, "/boundingBox/w", "0.3")]
    [InlineData(""" "shape":"bounding_box","boundingBox":{"x":1,"y":0.2,"w":0.3,"h":0.4} """, "/boundingBox/w", "0.3")]
    [InlineData(""" "shape":"bounding_box","boundingBox":{"x":0.1,"y":0.2,"w":0.3,"h":1} """, "/boundingBox/h", "1}")]
    [InlineData(""" "shape":"polygon","polygons":[[[0,0,1,0,1,1.5]]] """, "/polygons/0/0/5", "1.5")]
    [InlineData(""" "shape":"point","point":{"0":{"x":0.5,"y":1.01}} """, "/point/0/y", "1.01")]
    public void What_reaches_outside_the_frame_is_kept_with_a_warning(string members, string pointer, string at)
    {
        var row = Row.With(members);

        var reading = Reading.Of(row);

        var issue = Assert.Single(reading.AllIssues);
        Assert.Equal((IssueCatalogue.OutsideFrame, $"/data_units/unit-1/labels/objects/0{pointer}"), (issue.Code, issue.Pointer));
        Assert.StartsWith(at, row[(int)issue.Offset..], StringComparison.Ordinal);
        Assert.Single(reading.Annotations);
    }

    [Fact]
    public void Four_rounded_decimals_that_add_up_to_a_little_more_than_1_are_inside() =>
        Assert.Empty(Reading.Of(Row.With(""" "shape":"bounding_box","boundingBox":{"x":0.8667,"y":0,"w":0.1334,"h":1} """)).AllIssues);

    [Fact]
    public void A_ring_of_two_points_is_kept_with_a_warning() =>
        Assert.Equal(IssueCatalogue.RingTooShort, Assert.Single(Reading.Of(Row.With(""" "shape":"polygon","polygons":[[[0,0,1,1]]] """)).Found).Code);

    [Theory]
    [InlineData(""" "shape":"rotatable_bounding_box","rotatableBoundingBox":{"x":0,"y":0,"w":1,"h":1,"theta":361} """, "/rotatableBoundingBox/theta", "361")]
    [InlineData(""" "shape":"circle","circle":{"x":0.5,"y":0.5,"r":0.1,"theta":-1} """, "/circle/theta", "-1")]
    [InlineData(""" "shape":"ellipse","ellipse":{"x":0.5,"y":0.5,"rx":0.1,"ry":0.1,"theta":361} """, "/ellipse/theta", "361")]
    public void An_angle_beyond_a_turn_is_kept_with_a_warning(string members, string pointer, string at)
    {
        var row = Row.With(members);

        var issue = Assert.Single(Reading.Of(row).Found);

        Assert.Equal((IssueCatalogue.RotationOutsideTurn, $"/data_units/unit-1/labels/objects/0{pointer}"), (issue.Code, issue.Pointer));
        Assert.StartsWith(at, row[(int)issue.Offset..], StringComparison.Ordinal);
    }
}
