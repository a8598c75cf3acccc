using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Geometry.Reading;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Json;
using EncordFunctions.Labels.Shapes;
using EncordFunctions.Labels.Tests.Support;

namespace EncordFunctions.Labels.Tests.Geometry;

public sealed class UnknownSizes
{
    [Fact]
    public void A_rotated_box_stays_fractions_without_corners_bounds_and_area()
    {
        var (shape, issues) = Read(""" "shape":"rotatable_bounding_box","rotatableBoundingBox":{"x":0.1,"y":0.2,"w":0.3,"h":0.4,"theta":30} """);

        var box = Assert.IsType<RotatableBoundingBox>(shape);
        Assert.Equal(new RotatableBoundingBox(0.1, 0.2, 0.3, 0.4, 30) { IsInPixels = false }, box);
        Assert.Empty(box.Corners());
        Assert.Equal((null, null), (box.Bounds, box.Area));
        Assert.Equal([(IssueCatalogue.RotationWithoutSize, Severity.Warning)], issues.Select(issue => (issue.Code, issue.Code.Severity)));
    }

    [Theory]
    [InlineData(""" "shape":"circle","circle":{"x":0.3,"y":0.6,"r":0.08} """)]
    [InlineData(""" "shape":"ellipse","ellipse":{"x":0.5,"y":0.4,"rx":0.1,"ry":0.05,"theta":30} """)]
    public void A_circle_and_an_ellipse_stay_fractions_without_bounds_and_area(string members)
    {
        var (shape, issues) = Read(members);

        Assert.Equal((null, null), (shape.Bounds, shape.Area));
        Assert.Equal([IssueCatalogue.RotationWithoutSize], issues.Select(issue => issue.Code));
    }

    [Fact]
    public void A_cuboid_on_a_picture_stays_fractions_and_its_back_too()
    {
        var (shape, issues) = Read(""" "shape":"cuboid_2d","cuboid_2d":{"front":[0,0,0.5,0,0.5,0.5,0,0.5],"offset":{"x":0.25,"y":0.125}} """);

        Assert.Equal(new Vertex(0.25, 0.125), Assert.IsType<Cuboid2D>(shape).Back()[0]);
        Assert.Equal([IssueCatalogue.FrameSizeUnknown], issues.Select(issue => issue.Code));
    }

    [Theory]
    [InlineData(""" "shape":"cuboid","cuboid":{"position":[1,2,3],"orientation":[0,0,0],"size":[4,5,6]} """)]
    [InlineData(""" "shape":"point","point":{"0":{"x":1.5,"y":-20,"z":0.25}} """)]
    [InlineData(""" "shape":"polyline","polyline":[{"x":1.5,"y":-20,"z":0.25}] """)]
    [InlineData(""" "shape":"segmentation","segmentation":"04" """)]
    [InlineData(""" "shape":"bitmask","bitmask":{"rleString":"033","width":3,"height":2} """)]
    public void What_is_not_a_fraction_of_the_frame_needs_no_size(string members) => Assert.Empty(Read(members).Issues);

    [Theory]
    [InlineData(""" "width":200 """)]
    [InlineData(""" "width":200,"height":0 """)]
    [InlineData(""" "width":0,"height":100 """)]
    public void A_frame_of_which_one_side_is_unknown_is_of_unknown_size(string size)
    {
        var reading = Reading.Of(Row.Of("image", Row.Unit("u", Row.Labels(Row.Object("a", Row.Box)), size)));

        Assert.Equal(new BoundingBox(0.1, 0.2, 0.3, 0.4), reading.Only.Shape);
        Assert.Equal([IssueCatalogue.FrameSizeUnknown], reading.AllIssues.Select(issue => issue.Code));
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public void Where_sizes_are_never_given_no_object_is_blamed_for_it(bool sizesAreGiven, int notes)
    {
        var json = """{"x":0.1,"y":0.2,"w":0.3,"h":0.4}"""u8;
        var (findings, members) = (new Findings(), new GeometryMembers());
        members.Set(GeometryMembers.Box, 0, json.Length);

        var shape = new ShapeReader(findings, new Utf8Strings(), new UnknownMembers())
            .Read("bounding_box", 0, json, members, new GeometryPlace(new LeafPlace(0, () => ""), default, sizesAreGiven));

        Assert.Equal(new BoundingBox(0.1, 0.2, 0.3, 0.4), shape);
        Assert.Equal(notes, findings.Notes.Count);
    }

    private static (Shape Shape, IReadOnlyList<Issue> Issues) Read(string members)
    {
        var reading = Reading.Of(Row.Of("image", Row.Unit("u", Row.Labels(Row.Object("a", members)), "")));
        return (reading.Only.Shape, reading.AllIssues);
    }
}
