using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Shapes;
using EncordFunctions.Labels.Tests.Support;

namespace EncordFunctions.Labels.Tests.Geometry;

/// <summary>Keys and members of points. The frame is 200 x 100 pixels.</summary>
public sealed class PointMembers
{
    [Theory]
    [InlineData("""{"0":{"x":0,"y":0},"2":{"x":1,"y":0}}""", "EL140")]
    [InlineData("""{"1":{"x":0,"y":0},"2":{"x":1,"y":0}}""", "EL140")]
    [InlineData("""{"0":{"x":0,"y":0},"1":{"x":0.5,"y":0.5},"01":{"x":1,"y":0}}""", "EL141")]
    [InlineData("""{"0":{"x":0.5,"y":0.5},"1":{"x":1,"y":0},"00":{"x":0,"y":0}}""", "EL141")]
    public void Keys_that_do_not_count_up_from_0_are_named_and_order_the_points(string polyline, string code)
    {
        var reading = Reading.Of(Row.With($"\"shape\":\"polyline\",\"polyline\":{polyline}"));

        Assert.Equal([new Vertex(0, 0), new Vertex(200, 0)], Assert.IsType<Polyline>(reading.Only.Shape).Points);
        var issue = Assert.Single(reading.AllIssues);
        Assert.Equal((code, Severity.Warning, "/data_units/unit-1/labels/objects/0/polyline"), (issue.Code.Id, issue.Code.Severity, issue.Pointer));
    }

    [Fact]
    public void A_joint_without_a_name_is_kept_and_named()
    {
        var row = Row.With(""" "shape":"skeleton","skeleton":{"0":{"x":0,"y":0,"name":"nose"},"1":{"x":0.5,"y":0,"featureHash":"f1"}} """);

        var reading = Reading.Of(row);

        Assert.Equal(["nose", null], Assert.IsType<Skeleton>(reading.Only.Shape).Points.Select(point => point.Name));
        var issue = Assert.Single(reading.AllIssues);
        Assert.Equal((IssueCatalogue.PointWithoutName, "/data_units/unit-1/labels/objects/0/skeleton/1"), (issue.Code, issue.Pointer));
        Assert.StartsWith("""{"x":0.5""", row[(int)issue.Offset..], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(""" "boundingBox":{"x":0,"y":0,"w":1,"h":1,"depth":2} """, "/boundingBox/depth", "2")]
    [InlineData(""" "boundingBox":{"was":{"x":1},"x":0,"y":0,"w":1,"h":1} """, "/boundingBox/was", "{\"x\":1}")]
    [InlineData(""" "boundingBox":{"x":0,"was":{"x":1},"y":0,"w":1,"h":1} """, "/boundingBox/was", "{\"x\":1}")]
    [InlineData(""" "boundingBox":{"x":0,"0":{"x":1},"y":0,"w":1,"h":1} """, "/boundingBox/0", "{\"x\":1}")]
    [InlineData(""" "polyline":[{"x":0,"y":0},{"x":1,"y":1,"t":3}] """, "/polyline/1/t", "3")]
    [InlineData(""" "skeleton":{"0":{"x":0,"y":0,"name":"n","bone":[{}]}} """, "/skeleton/0/bone", "[{}]")]
    [InlineData(""" "cuboid":{"position":[0,0,0],"orientation":[0,0,0],"size":[1,1,1],"yaw":0} """, "/cuboid/yaw", "0}")]
    [InlineData(""" "cuboid_2d":{"front":[0,0,0.1,0,0.1,0.1,0,0.1],"offset":{"x":0,"y":0,"w":1}} """, "/cuboid_2d/offset/w", "1}")]
    [InlineData(""" "cuboid_2d":{"back":[{}],"front":[0,0,0.1,0,0.1,0.1,0,0.1],"offset":{"x":0,"y":0}} """, "/cuboid_2d/back", "[{}]")]
    [InlineData(""" "circle":{"x":0.5,"y":0.5,"r":0.1,"fill":true} """, "/circle/fill", "true")]
    [InlineData(""" "bitmask":{"counts":[{}],"rleString":"","width":200,"height":100} """, "/bitmask/counts", "[{}]")]
    public void A_member_that_is_not_known_is_counted_with_its_place(string members, string pointer, string at)
    {
        var row = Row.With(members);

        var reading = Reading.Of(row);

        Assert.Single(reading.Annotations);
        var issue = Assert.Single(reading.AllIssues);
        Assert.Equal((IssueCatalogue.UnknownMember, $"/data_units/unit-1/labels/objects/0{pointer}"), (issue.Code, issue.Pointer));
        Assert.StartsWith(at, row[(int)issue.Offset..], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(""" "featureHash":[{}],"name":"nose" """, "/featureHash", "[{}]")]
    [InlineData(""" "visibility":7,"name":"nose" """, "/visibility", "7")]
    [InlineData(""" "visibility":"hidden","name":"nose" """, "/visibility", "\"hidden\"")]
    public void A_member_of_a_joint_that_can_not_be_read_is_left_out_with_its_place(string members, string pointer, string at)
    {
        var row = Row.With($"\"skeleton\":{{\"0\":{{\"x\":0.5,{members},\"y\":1}}}}");

        var reading = Reading.Of(row);

        Assert.Equal([new SkeletonPoint("nose", null, new Vertex(100, 100), Visibility.Visible)], Assert.IsType<Skeleton>(reading.Only.Shape).Points);
        var issue = Assert.Single(reading.AllIssues);
        Assert.Equal((IssueCatalogue.WrongKind, $"/data_units/unit-1/labels/objects/0/skeleton/0{pointer}"), (issue.Code, issue.Pointer));
        Assert.StartsWith(at, row[(int)issue.Offset..], StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_of_null_is_no_name_and_nothing_worse() => Assert.Equal(
        [IssueCatalogue.PointWithoutName],
        Reading.Of(Row.With(""" "skeleton":{"0":{"x":0,"name":null,"featureHash":null,"y":0}} """)).AllIssues.Select(issue => issue.Code));

    [Fact]
    public void A_joint_whose_name_is_not_utf8_says_so()
    {
        var reading = Reading.Of(Row.With(""" "skeleton":{"0":{"x":0,"y":0,"name":"half \ud83d a pair"}} """));

        Assert.Equal("half \ufffd a pair", Assert.Single(Assert.IsType<Skeleton>(reading.Only.Shape).Points).Name);
        var issue = Assert.Single(reading.AllIssues);
        Assert.Equal((IssueCatalogue.TextNotUtf8, "/data_units/unit-1/labels/objects/0/skeleton/0/name"), (issue.Code, issue.Pointer));
    }
}
