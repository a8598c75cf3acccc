using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Shapes;
using EncordFunctions.Labels.Tests.Support;

namespace EncordFunctions.Labels.Tests.Geometry;

/// <summary>All on a frame of 200 x 100 pixels.</summary>
public sealed class Shapes
{
    [Fact]
    public void A_box_under_a_member_0_is_a_box() =>
        Assert.Equal(new BoundingBox(20, 20, 60, 40), Read(""" "shape":"bounding_box","boundingBox":{"0":{"x":0.1,"y":0.2,"w":0.3,"h":0.4}} """));

    [Fact]
    public void A_rotated_box_keeps_its_unrotated_place_and_its_angle() =>
        Assert.Equal(
            new RotatableBoundingBox(20, 20, 60, 40, 30.5),
            Read(""" "shape":"rotatable_bounding_box","rotatableBoundingBox":{"x":0.1,"y":0.2,"w":0.3,"h":0.4,"theta":30.5} """));

    [Fact]
    public void The_points_of_a_polygon_map_are_in_the_order_of_their_numbers()
    {
        var polygon = Assert.IsType<Polygon>(Read(""" "shape":"polygon","polygon":{"10":{"x":1,"y":1},"9":{"x":0,"y":1},"1":{"x":0,"y":0}} """));

        Assert.Equal([new Vertex(0, 0), new Vertex(0, 100), new Vertex(200, 100)], Assert.Single(Assert.Single(polygon.Parts)));
    }

    [Theory]
    [InlineData(""" "polygon":[{"x":0,"y":0},{"x":1,"y":0},{"x":0,"y":1}] """)]
    [InlineData(""" "polygons":[[[0,0,1,0,0,1]]] """)]
    [InlineData(""" "polygons":[[[{"x":0,"y":0},{"x":1,"y":0},{"x":0,"y":1}]]] """)]
    [InlineData(""" "polygon":{"0":{"x":0.5,"y":0.5},"1":{"x":0,"y":0},"2":{"x":0,"y":0}},"polygons":[[[0,0,1,0,0,1]]] """)]
    [InlineData(""" "polygon":[{"x":0,"y":0},{"x":1,"y":0},{"x":0,"y":1}],"polygons":[] """)]
    [InlineData(""" "polygon":[{"x":0,"y":0},{"x":1,"y":0},{"x":0,"y":1}],"polygons":null """)]
    public void Polygons_win_over_the_older_polygon_and_every_layout_gives_the_same(string geometry)
    {
        var polygon = Assert.IsType<Polygon>(Read($"\"shape\":\"polygon\",{geometry}"));

        Assert.Equal([new Vertex(0, 0), new Vertex(200, 0), new Vertex(0, 100)], Assert.Single(Assert.Single(polygon.Parts)));
    }

    [Fact]
    public void Polygons_have_parts_and_parts_have_holes()
    {
        var polygon = Assert.IsType<Polygon>(Read(""" "shape":"polygon","polygons":[[[0,0,1,0,1,1,0,1],[0.25,0.25,0.75,0.25,0.75,0.75,0.25,0.75]],[[0.5,0.5,0.6,0.5,0.6,0.6]]] """));

        Assert.Equal([2, 1], polygon.Parts.Select(part => part.Length));
        Assert.Equal([new Vertex(50, 25), new Vertex(150, 25), new Vertex(150, 75), new Vertex(50, 75)], polygon.Parts[0][1]);
        Assert.Equal((200 * 100) - (100 * 50) + (20 * 10 / 2), polygon.Area!.Value, 1e-9);
    }

    [Theory]
    [InlineData(""" "polyline":{"0":{"x":0,"y":0},"1":{"x":1,"y":1}} """)]
    [InlineData(""" "polyline":[{"x":0,"y":0},{"y":1,"x":1}] """)]
    [InlineData(""" "polyline":[{"x":0,"y":0,"z":null},{"y":1,"x":1}] """)]
    public void A_polyline_is_a_map_or_a_list(string geometry) =>
        Assert.Equal([new Vertex(0, 0), new Vertex(200, 100)], Assert.IsType<Polyline>(Read($"\"shape\":\"polyline\",{geometry}")).Points);

    [Fact]
    public void A_point_is_one_point() => Assert.Equal(new Point(new Vertex(100, 25)), Read(""" "shape":"point","point":{"0":{"x":0.5,"y":0.25}} """));

    [Theory]
    [InlineData("", Visibility.Visible)]
    [InlineData(""" ,"visible":true """, Visibility.Visible)]
    [InlineData(""" ,"occluded":true """, Visibility.Occluded)]
    [InlineData(""" ,"selfOccluded":true """, Visibility.SelfOccluded)]
    [InlineData(""" ,"invisible":true """, Visibility.Invisible)]
    [InlineData(""" ,"invisible":false """, Visibility.Visible)]
    [InlineData(""" ,"visible":true,"selfOccluded":true,"occluded":true,"invisible":true """, Visibility.Invisible)]
    [InlineData(""" ,"visible":true,"selfOccluded":true,"occluded":true """, Visibility.Occluded)]
    [InlineData(""" ,"invisible":true,"occluded":true,"selfOccluded":true,"visible":true """, Visibility.Invisible)]
    [InlineData(""" ,"selfOccluded":true,"visibility":"visible" """, Visibility.SelfOccluded)]
    [InlineData(""" ,"visibility":"visible" """, Visibility.Visible)]
    [InlineData(""" ,"visibility":"occluded" """, Visibility.Occluded)]
    [InlineData(""" ,"visibility":"selfOccluded" """, Visibility.SelfOccluded)]
    [InlineData(""" ,"visibility":"invisible" """, Visibility.Invisible)]
    [InlineData(""" ,"visibility":null """, Visibility.Visible)]
    public void How_well_a_joint_is_seen_is_read_from_flags_and_from_a_word(string marks, Visibility expected)
    {
        var skeleton = Assert.IsType<Skeleton>(Read($$$""" "shape":"skeleton","skeleton":{"0":{"x":0.5,"y":0.25,"name":"nose","color":"#000000","value":"nose","featureHash":"f"{{{marks}}}}} """));

        Assert.Equal([new SkeletonPoint("nose", "f", new Vertex(100, 25), expected)], skeleton.Points);
    }

    [Fact]
    public void The_joints_of_a_skeleton_are_in_the_order_of_their_numbers()
    {
        var skeleton = Assert.IsType<Skeleton>(Read(""" "shape":"skeleton","skeleton":{"10":{"x":0,"y":0,"name":"ten"},"9":{"x":0,"y":0,"name":"nine"}} """));

        Assert.Equal(["nine", "ten"], skeleton.Points.Select(point => point.Name));
    }

    [Fact]
    public void The_golden_mask_is_read_row_by_row()
    {
        var row = Row.Of("image", Row.Unit("u", Row.Labels(Row.Object("a", """ "shape":"bitmask","bitmask":{"rleString":"033","top":0,"left":0,"width":3,"height":2} """)), """ "width":3,"height":2 """));

        var mask = Assert.IsType<Bitmask>(Reading.Of(row).Only.Shape);

        Assert.Equal([0, 3, 3], mask.Mask.Runs.ToArray());
        Assert.Equal(new Bounds(0, 0, 3, 1), mask.Bounds);
    }

    [Theory]
    [InlineData("033", 3, 2)]
    [InlineData("01", 1, 1)]
    public void A_mask_on_a_frame_of_unknown_size_has_its_own(string runs, int width, int height)
    {
        var members = $"\"bitmask\":{{\"rleString\":\"{runs}\",\"width\":{width},\"height\":{height}}}";

        var mask = Assert.IsType<Bitmask>(Reading.Of(Row.Of("image", Row.Unit("u", Row.Labels(Row.Object("a", members)), ""))).Only.Shape).Mask;

        Assert.Equal((width, height), (mask.Width, mask.Height));
    }

    [Fact]
    public void An_escaped_character_of_a_mask_is_the_character()
    {
        var row = Row.Of("image", Row.Unit("u", Row.Labels(Row.Object("a", """ "shape":"bitmask","bitmask":{"rleString":"0\u0033\u0033","width":3,"height":2} """)), """ "width":3,"height":2 """));

        Assert.Equal([0, 3, 3], Assert.IsType<Bitmask>(Reading.Of(row).Only.Shape).Mask.Runs.ToArray());
    }

    [Fact]
    public void An_object_without_a_shape_has_the_shape_of_its_geometry() =>
        Assert.Equal(new Point(new Vertex(100, 25)), Read(""" "point":{"0":{"x":0.5,"y":0.25}},"polygon":null """));

    [Fact]
    public void The_stated_shape_wins_over_other_geometry() =>
        Assert.IsType<Point>(Read(""" "boundingBox":{"x":0,"y":0,"w":1,"h":1},"shape":"point","point":{"0":{"x":0.5,"y":0.25}} """));

    private static Shape Read(string members)
    {
        var reading = Reading.Of(Row.With(members));
        Assert.DoesNotContain(reading.AllIssues, issue => issue.Code.Severity == Severity.Error);
        return reading.Only.Shape;
    }
}
