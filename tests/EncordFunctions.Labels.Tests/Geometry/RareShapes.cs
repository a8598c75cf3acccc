using System.Text.Json;
using CsCheck;
using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Shapes;
using EncordFunctions.Labels.Tests.Support;

namespace EncordFunctions.Labels.Tests.Geometry;

/// <summary>All on a frame of 200 x 100 pixels.</summary>
public sealed class RareShapes
{
    [Fact]
    public void A_circle_has_its_radius_as_a_part_of_the_width()
    {
        var circle = Read<Circle>(""" "shape":"circle","circle":{"x":0.5,"y":0.5,"r":0.1} """);

        Assert.Equal(new Circle(100, 50, 20, 1, 0), circle);
        Assert.Equal(new Bounds(80, 30, 40, 40), circle.Bounds);
        Assert.Equal(Math.PI * 400, circle.Area);
    }

    [Theory]
    [InlineData(""" "circle":{"stretch":null,"theta":null,"x":0.5,"y":0.5,"r":0.1} """)]
    [InlineData(""" "circle":{"stretch":1,"x":0.5,"y":0.5,"r":0.1,"theta":0} """)]
    public void A_circle_whose_stretch_and_turn_say_nothing_is_a_plain_one(string members) => Assert.Equal(new Circle(100, 50, 20, 1, 0), Read<Circle>(members));

    [Fact]
    public void A_stretched_circle_is_kept_as_it_stands_and_its_bounds_are_not_guessed()
    {
        var reading = Reading.Of(Row.With(""" "shape":"circle","circle":{"x":0.5,"y":0.5,"r":0.1,"stretch":2,"theta":30} """));

        Assert.Equal(new Circle(100, 50, 20, 2, 30), reading.Only.Shape);
        Assert.Equal((null, null), (reading.Only.Shape.Bounds, reading.Only.Shape.Area));
        var issue = Assert.Single(reading.AllIssues);
        Assert.Equal((IssueCatalogue.CircleStretched, Severity.Info, "/data_units/unit-1/labels/objects/0/circle/stretch"), (issue.Code, issue.Code.Severity, issue.Pointer));
    }

    [Theory]
    [InlineData(0, 80, 40, 40, 20)]
    [InlineData(90, 90, 30, 20, 40)]
    [InlineData(360, 80, 40, 40, 20)]
    public void An_ellipse_is_scaled_by_both_sides_and_turned_in_pixels(double theta, double x, double y, double w, double h)
    {
        var ellipse = Read<Ellipse>(FormattableString.Invariant($"\"shape\":\"ellipse\",\"ellipse\":{{\"x\":0.5,\"y\":0.5,\"rx\":0.1,\"ry\":0.1,\"theta\":{theta}}}"));

        Assert.Equal(new Ellipse(100, 50, 20, 10, theta), ellipse);
        Assert.Equal(new Bounds(x, y, w, h), Round(ellipse.Bounds!.Value));
        Assert.Equal(Math.PI * 200, ellipse.Area);
    }

    [Fact]
    public void The_bounds_of_an_ellipse_are_those_of_its_outline() =>
        Gen.Select(Gen.Double[1, 90], Gen.Double[1, 90], Gen.Double[0, 360]).Sample(
            (rx, ry, theta) =>
            {
                var (sin, cos) = Math.SinCos(theta * Math.PI / 180);
                var outline = Enumerable.Range(0, 20_000).Select(step =>
                {
                    var (y, x) = Math.SinCos(step * Math.PI / 10_000);
                    return new Vertex((rx * x * cos) - (ry * y * sin), (rx * x * sin) + (ry * y * cos));
                }).ToArray();
                var expected = Bounds.Around(outline);
                var bounds = new Ellipse(0, 0, rx, ry, theta).Bounds!.Value;
                Assert.Equal(expected.X, bounds.X, 1e-4);
                Assert.Equal(expected.Y, bounds.Y, 1e-4);
                Assert.Equal(expected.W, bounds.W, 1e-4);
                Assert.Equal(expected.H, bounds.H, 1e-4);
            },
            iter: 100);

    [Fact]
    public void A_cuboid_is_in_the_units_of_its_scene()
    {
        var cuboid = Read<Cuboid>(""" "shape":"cuboid","cuboid":{"size":[4,5,6.5],"orientation":[0.1,-0.2,3],"position":[10,-200,3e3]} """);

        Assert.Equal(new Cuboid(new(10, -200, 3000), new(0.1, -0.2, 3), new(4, 5, 6.5)), cuboid);
        Assert.Equal((null, null), (cuboid.Bounds, cuboid.Area));
    }

    [Fact]
    public void The_back_of_a_cuboid_in_perspective_shrinks_towards_the_vanishing_point()
    {
        var cuboid = Read<Cuboid2D>(""" "shape":"cuboid_2d","cuboid_2d":{"front":[0,0,0.1,0,0.1,0.1,0,0.1],"vanishingPoint":{"x":0.5,"y":0.5},"scaleRatio":0.75} """);

        Assert.Equal([new(0, 0), new(20, 0), new(20, 10), new(0, 10)], cuboid.Front);
        Assert.Equal(new Projection.Perspective(new(100, 50), 0.75), cuboid.Projection);
        Assert.Equal([new(25, 12.5), new(40, 12.5), new(40, 20), new(25, 20)], cuboid.Back());
        Assert.Equal(new Bounds(0, 0, 40, 20), cuboid.Bounds);
    }

    [Theory]
    [InlineData(""" "vanishingPoint":{"x":0.5,"y":0.5},"scaleRatio":0 """)]
    [InlineData(""" "vanishingPoint":{"x":1e6,"y":-1e6},"scaleRatio":1e6 """)]
    public void A_back_that_is_a_point_and_one_as_far_as_can_be_are_read(string back) =>
        Assert.IsType<Projection.Perspective>(Read<Cuboid2D>($"\"cuboid_2d\":{{\"front\":[0,0,0.1,0,0.1,0.1,0,0.1],{back}}}").Projection);

    [Fact]
    public void The_back_of_a_cuboid_without_perspective_is_shifted()
    {
        var cuboid = Read<Cuboid2D>(""" "shape":"cuboid_2d","cuboid_2d":{"front":[0,0.2,0.1,0.2,0.1,0.4,0,0.4],"offset":{"x":0.05,"y":-0.1},"vanishingPoint":null} """);

        Assert.Equal([new(10, 10), new(30, 10), new(30, 30), new(10, 30)], cuboid.Back());
        Assert.Equal(new Bounds(0, 10, 30, 30), cuboid.Bounds);
        // The front, 20 x 20, and the band that it leaves when it moves by (10, -10).
        Assert.Equal((20 * 20) + (20 * 10) + (20 * 10), cuboid.Area!.Value, 1e-9);
    }

    [Fact]
    public void An_offset_beside_a_vanishing_point_is_named_and_not_used()
    {
        var reading = Reading.Of(Row.With(
            """ "shape":"cuboid_2d","cuboid_2d":{"front":[0,0,0.1,0,0.1,0.1,0,0.1],"vanishingPoint":{"x":50,"y":-3},"scaleRatio":1,"offset":{"x":0,"y":0}} """));

        Assert.IsType<Projection.Perspective>(Assert.IsType<Cuboid2D>(reading.Only.Shape).Projection);
        Assert.Equal([IssueCatalogue.SecondGeometry], reading.AllIssues.Select(issue => issue.Code));
    }

    [Theory]
    [InlineData("0341", 7, new[] { 0, 2, 7, 10 })]
    [InlineData("04", 4, new[] { 0, 3 })]
    [InlineData(":6", 6, new[] { 10, 15 })]
    [InlineData("234", 3, new[] { 2, 4 })]
    [InlineData("0200", 4, new[] { 0, 3 })]
    public void A_segmentation_selects_ranges_of_point_indexes(string text, long points, int[] ends)
    {
        var segmentation = Read<Segmentation>($"\"shape\":\"segmentation\",\"segmentation\":{JsonSerializer.Serialize(text)}");

        Assert.Equal(points, segmentation.Points);
        Assert.Equal(ends.Chunk(2).Select(pair => new PointRange(pair[0], pair[1])), segmentation.Ranges);
        Assert.Equal((null, null), (segmentation.Bounds, segmentation.Area));
    }

    [Theory]
    [InlineData("")]
    [InlineData("9")]
    [InlineData("30")]
    public void A_segmentation_of_no_points_is_skipped_with_the_reason(string text)
    {
        var row = Row.With($"\"shape\":\"segmentation\",\"segmentation\":\"{text}\"");

        var reading = Reading.Of(row);

        Assert.Empty(reading.Annotations);
        var issue = Assert.Single(reading.Skips);
        Assert.Equal((IssueCatalogue.NoPointsSelected, Severity.Info, "/data_units/unit-1/labels/objects/0/segmentation"), (issue.Code, issue.Code.Severity, issue.Pointer));
        Assert.StartsWith($"\"{text}\"", row[(int)issue.Offset..], StringComparison.Ordinal);
    }

    [Fact]
    public void A_segmentation_of_too_many_points_is_told_in_points()
    {
        var reading = Reading.Of(Row.With("\"shape\":\"segmentation\",\"segmentation\":\"0ooooooooooo?\""));

        Assert.Contains("more than 2147483647 points", Assert.Single(reading.Skips).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Points_and_lines_with_z_are_of_the_scene_and_never_scaled()
    {
        Assert.Equal(new Point3D(new(1.5, -20, 0.25)), Read<Point3D>(""" "shape":"point","point":{"0":{"x":1.5,"y":-20,"z":0.25}} """));
        Assert.Equal([new(0, 700, 0), new(1, 1, 1)], Read<Polyline3D>(""" "shape":"polyline","polyline":{"1":{"z":1,"x":1,"y":1},"0":{"x":0,"y":700,"z":0}} """).Points);
    }

    [Theory]
    [InlineData(""" "circle":{"x":0.5,"y":0.5,"r":0.1} """, typeof(Circle))]
    [InlineData(""" "cuboid_2d":{"front":[0,0,0.1,0,0.1,0.1,0,0.1],"offset":{"x":0,"y":0}} """, typeof(Cuboid2D))]
    [InlineData(""" "segmentation":"04" """, typeof(Segmentation))]
    [InlineData(""" "shape":null,"cuboid":{"position":[0,0,0],"orientation":[0,0,0],"size":[1,1,1]} """, typeof(Cuboid))]
    public void Without_a_shape_the_geometry_says_what_it_is(string members, Type expected) => Assert.IsType(expected, Read<Shape>(members));

    [Theory]
    [InlineData(""" "shape":"bounding_box","circle":{"x":0.5,"y":0.5,"r":0.1} """)]
    [InlineData(""" "shape":"round thing","circle":{"x":0.5,"y":0.5,"r":0.1} """)]
    public void A_shape_without_its_geometry_is_read_as_the_geometry_it_has_with_a_warning(string members)
    {
        var reading = Reading.Of(Row.With(members));

        Assert.Equal(new Circle(100, 50, 20, 1, 0), reading.Only.Shape);
        var issue = Assert.Single(reading.AllIssues);
        Assert.Equal((IssueCatalogue.ShapeDiffers, "/data_units/unit-1/labels/objects/0/shape"), (issue.Code, issue.Pointer));
    }

    [Fact]
    public void A_second_geometry_is_named_and_not_used()
    {
        var reading = Reading.Of(Row.With(""" "shape":"point","point":{"0":{"x":0.5,"y":0.25}},"boundingBox":{"x":0,"y":0,"w":1,"h":1} """));

        Assert.Equal(new Point(new Vertex(100, 25)), reading.Only.Shape);
        var issue = Assert.Single(reading.AllIssues);
        Assert.Equal((IssueCatalogue.SecondGeometry, "/data_units/unit-1/labels/objects/0/boundingBox"), (issue.Code, issue.Pointer));
    }

    [Theory]
    [InlineData(""" "boundingBox":{"x":0,"y":0,"w":1,"h":1} """)]
    [InlineData(""" "point":{"0":{"x":0,"y":0}},"boundingBox":{"x":0,"y":0,"w":1,"h":1} """)]
    public void Of_a_geometry_that_stands_twice_the_last_is_used_and_a_second_one_is_still_named(string between)
    {
        var reading = Reading.Of(Row.With($"\"shape\":\"point\",\"point\":{{\"0\":{{\"x\":0,\"y\":0}}}},{between},\"point\":{{\"0\":{{\"x\":0.5,\"y\":0.25}}}}"));

        Assert.Equal(new Point(new Vertex(100, 25)), reading.Only.Shape);
        Assert.Contains(reading.AllIssues, issue => issue.Code == IssueCatalogue.SecondGeometry);
    }

    private static Bounds Round(Bounds bounds) => new(Math.Round(bounds.X, 9), Math.Round(bounds.Y, 9), Math.Round(bounds.W, 9), Math.Round(bounds.H, 9));

    private static T Read<T>(string members)
        where T : Shape
    {
        var reading = Reading.Of(Row.With(members));
        Assert.Empty(reading.AllIssues);
        return Assert.IsAssignableFrom<T>(reading.Only.Shape);
    }
}
