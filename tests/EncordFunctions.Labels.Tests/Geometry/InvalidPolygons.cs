using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Shapes;
using EncordFunctions.Labels.Tests.Support;

namespace EncordFunctions.Labels.Tests.Geometry;

/// <summary>Polygons that are kept as they stand, each with a warning at the ring that is at fault. The frame is 100 x 100 pixels.</summary>
public sealed class InvalidPolygons
{
    private const string Square = "[0,0,1,0,1,1,0,1]";

    /// <summary>The polygons, the code, the pointer from the polygons on, and the text that stands at its offset.</summary>
    public static TheoryData<string, string, string, string> Faults => new()
    {
        { "[[[0,0,1,1,1,0,0,1]]]", "EL130", "/0/0", "[0,0,1,1,1" },
        { $"[[{Square},[0.2,0.2,0.4,0.4,0.4,0.2,0.2,0.4]]]", "EL130", "/0/1", "[0.2,0.2" },
        { "[[[0,0,0.1,0,0.1,0.1]],[[0.5,0.5,0.9,0.9,0.9,0.5,0.5,0.9]]]", "EL130", "/1/0", "[0.5,0.5" },
        { "[[[0,0,0.5,0,0.5,0.5,0,0.5],[0.6,0.6,0.7,0.6,0.7,0.7]]]", "EL131", "/0/1", "[0.6,0.6" },
        { $"[[{Square},[0.1,0.1,0.9,0.1,0.9,0.9,0.1,0.9],[0.3,0.3,0.4,0.3,0.4,0.4]]]", "EL132", "/0/2", "[0.3,0.3" },
        { "[[[0,0,0.5,0,0.5,0.5,0.9,0.9,0.5,0.5,0,0.5]]]", "EL133", "/0/0", "[0,0,0.5" },
        { "[[[0,0,0.5,0,1,0,0.5,0,0.5,0.5]]]", "EL133", "/0/0", "[0,0,0.5" },
        { "[[[0.5,0.5,0.5,0.9,0.5,0.5,0.9,0.5,0.9,0.9]]]", "EL133", "/0/0", "[0.5,0.5" },
        { "[[[0.5,0.5,0.5,0.1,0.5,0.5,0.9,0.5,0.9,0.9]]]", "EL133", "/0/0", "[0.5,0.5" },
        { "[[[0.5,0.5,0.1,0.5,0.5,0.5,0.9,0.5,0.9,0.9]]]", "EL133", "/0/0", "[0.5,0.5" },
        { "[[[0.5,0.5,0.1,0.1,0.5,0.5,0.9,0.5,0.9,0.9]]]", "EL133", "/0/0", "[0.5,0.5" },
        { "[[[0,0,0.5,0,0.5,0,0.5,0.5]]]", "EL134", "/0/0", "[0,0,0.5" },
        { "[[[0,0,0.5,0,0.5,0.5,0,0]]]", "EL134", "/0/0", "[0,0,0.5" },
        { "[[[0,0,0.5,0.5,1,1]]]", "EL135", "/0/0", "[0,0,0.5" },
        { "[[[0,0,0.5,0.5,1,0,1,1,0.5,0.5,0,1]]]", "EL136", "/0/0", "[0,0,0.5" },
        { $"[[{Square},[0.5,0,1,0.5,0.5,1,0,0.5]]]", "EL137", "/0/1", "[0.5,0,1" },
        { "[[[0,0,0.5,0,0.5,0.5,0,0.5]],[[0.25,0.25,0.75,0.25,0.75,0.75,0.25,0.75]]]", "EL138", "/1/0", "[0.25,0.25" },
        { $"[[{Square}],[[0.25,0.25,0.75,0.25,0.75,0.75]]]", "EL138", "/1/0", "[0.25,0.25" },
        { "[[[0,0,0.5,0,0.5,0.5,0,0.5],[0.25,0.25,0.75,0.25,0.75,0.4]]]", "EL139", "/0/1", "[0.25,0.25" },
        { $"[[{Square},{Square}]]", "EL139", "/0/1", Square },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_polygon_that_is_not_valid_is_kept_with_a_warning_at_its_ring(string polygons, string code, string pointer, string at)
    {
        var row = Of($"\"shape\":\"polygon\",\"polygons\":{polygons}");

        var reading = Reading.Of(row);

        Assert.False(Assert.IsType<Polygon>(reading.Only.Shape).IsValid);
        var issue = Assert.Single(reading.AllIssues);
        Assert.Equal((code, $"/data_units/u/labels/objects/0/polygons{pointer}", Severity.Warning), (issue.Code.Id, issue.Pointer, issue.Code.Severity));
        Assert.StartsWith(at, row[(int)issue.Offset..], StringComparison.Ordinal);
    }

    [Fact]
    public void The_older_polygon_is_checked_too()
    {
        var reading = Reading.Of(Of(""" "polygon":{"0":{"x":0,"y":0},"1":{"x":1,"y":1},"2":{"x":1,"y":0},"3":{"x":0,"y":1}} """));

        Assert.False(Assert.IsType<Polygon>(reading.Only.Shape).IsValid);
        var issue = Assert.Single(reading.AllIssues);
        Assert.Equal((IssueCatalogue.RingCrossesItself, "/data_units/u/labels/objects/0/polygon"), (issue.Code, issue.Pointer));
        Assert.Contains("shoelace", issue.Message, StringComparison.Ordinal);
        Assert.Contains("(50, 50)", issue.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_repaired_and_the_area_of_a_crossing_ring_is_that_of_the_shoelace_formula()
    {
        var polygon = Assert.IsType<Polygon>(Reading.Of(Of(""" "polygons":[[[0,0,1,1,1,0,0,1]]] """)).Only.Shape);

        Assert.Equal([new Vertex(0, 0), new(100, 100), new(100, 0), new(0, 100)], polygon.Parts[0][0]);
        Assert.Equal(0, polygon.Area);
    }

    [Fact]
    public void Every_ring_at_fault_is_named()
    {
        var reading = Reading.Of(Of(
            $$""" "polygons":[[{{Square}},[2,2,1.5,1.5,1.5,2],[0.1,0.1,0.2,0.1,0.1,0.2],[1.6,1,1.9,1,1.7,1.5]],[[0,0,1,1,1,0,0,1]]] """));

        var issues = reading.AllIssues.Where(issue => issue.Code != IssueCatalogue.OutsideFrame).Select(issue => $"{issue.Code.Id} {issue.Pointer[^4..]}");
        Assert.Equal(["EL130 /1/0", "EL131 /0/1", "EL131 /0/3"], issues.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(""" "polygons":[[[0,0,0.5,0,1,0,1,1]]] """)]
    [InlineData(""" "polygons":[[[0,0,0.5,0,0.5,0.5]],[[0.5,0.5,1,0.5,1,1]]] """)]
    [InlineData(""" "polygons":[[[0,0,1,0,1,1,0,1],[0.1,0.1,0.9,0.1,0.9,0.9,0.1,0.9]],[[0.3,0.3,0.4,0.3,0.4,0.4]]] """)]
    public void Points_along_an_edge_polygons_that_touch_in_a_point_and_islands_are_valid(string members)
    {
        var reading = Reading.Of(Of(members));

        Assert.Empty(reading.AllIssues);
        Assert.True(Assert.IsType<Polygon>(reading.Only.Shape).IsValid);
    }

    [Fact]
    public void A_ring_of_one_point_many_times_repeats_it_and_has_no_area()
    {
        var reading = Reading.Of(Of(""" "polygons":[[[0.5,0.25,0.5,0.25,0.5,0.25]]] """));

        Assert.Equal(["EL134", "EL135"], reading.AllIssues.Select(issue => issue.Code.Id));
        Assert.StartsWith("2 of the ring's 3 points repeat the point before them, the first at (50, 25);", reading.AllIssues[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_said_how_many_points_are_repeated_and_which_is_the_first()
    {
        var issue = Assert.Single(Reading.Of(Of(""" "polygons":[[[0,0,0.5,0,0.5,0.5,0.5,0.5,0.5,0.5,0,0.5,0,0.5]]] """)).AllIssues);

        Assert.StartsWith("3 of the ring's 7 points repeat the point before them, the first at (50, 50);", issue.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_countless_holes_at_fault_eight_are_named()
    {
        var holes = string.Concat(Enumerable.Range(0, 12).Select(i => $",[0.{20 + (4 * i)},0.8,0.{22 + (4 * i)},0.8,0.{22 + (4 * i)},0.9]"));

        var reading = Reading.Of(Of($"\"polygons\":[[[0,0,1,0,1,0.5]{holes}]]"));

        Assert.Equal(Enumerable.Repeat("EL131", 8), reading.AllIssues.Select(issue => issue.Code.Id));
        Assert.Equal(8, reading.AllIssues.Select(issue => issue.Pointer).Distinct().Count());
    }

    [Theory]
    [InlineData("[[[0,0,1,1,1,0,0,1]],[[0,0,0.5,0,0.5,0.5]],[[0,0,0.5,0,0.5,0.5]]]", "EL130 /0/0")]
    [InlineData("[[[0,0,0.5,0,0.5,0.5],[0.8,0.8,0.9,0.8,0.9,0.9]],[[0,0,0.5,0,0.5,0.5]]]", "EL131 /0/1")]
    public void Whether_polygons_overlap_is_looked_at_once_each_of_them_is_valid(string polygons, string found)
    {
        var issue = Assert.Single(Reading.Of(Of($"\"polygons\":{polygons}")).AllIssues);

        Assert.Equal(found, $"{issue.Code.Id} {issue.Pointer[^4..]}");
    }

    [Fact]
    public void The_rings_of_one_object_are_not_taken_for_those_of_the_next()
    {
        var crossing = Row.Object("second", "\"polygons\":[ [ [0,0.1,1,1,1,0,0,1]]]");
        var row = Row.Image(Row.Object("first", $"\"polygons\":[[{Square}]]"), crossing);

        var issue = Assert.Single(Reading.Of(row).AllIssues);

        Assert.Equal("/data_units/unit-1/labels/objects/1/polygons/0/0", issue.Pointer);
        Assert.StartsWith("[0,0.1", row[(int)issue.Offset..], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(""" "polygon":[{"x":0,"y":0},{"x":1,"y":0},{"x":0,"y":1}],"polygons":[[[0,0,1,0,0,0.9]]] """)]
    [InlineData(""" "polygon":{"0":{"x":0,"y":0},"1":{"x":1,"y":0}},"polygons":[[[0,0,1,0,0,1]]] """)]
    [InlineData(""" "polygon":{"0":{"x":0,"y":0},"1":{"x":1,"y":0},"2":{"x":0,"y":1},"3":{"x":0,"y":0.5}},"polygons":[[[0,0,1,0,0,1]]] """)]
    [InlineData(""" "polygon":"none","polygons":[[[0,0,1,0,0,1]]] """)]
    public void A_polygon_that_is_not_the_first_ring_of_polygons_is_named(string members)
    {
        var reading = Reading.Of(Of(members));

        Assert.IsType<Polygon>(reading.Only.Shape);
        var issue = Assert.Single(reading.AllIssues);
        Assert.Equal((IssueCatalogue.PolygonsDiffer, "/data_units/u/labels/objects/0/polygon"), (issue.Code, issue.Pointer));
    }

    [Theory]
    [InlineData(""" "polygon":{"0":{"x":0,"y":0},"1":{"x":1.0,"y":0},"2":{"x":0,"y":0.3333}},"polygons":[[[0,0,1,0,0,0.33333333]]] """)]
    [InlineData(""" "polygon":{"0":{"y":0,"x":0},"1":{"y":0,"x":1},"2":{"y":1,"x":0}},"polygons":[[[0,0,1,0,0,1]]] """)]
    [InlineData(""" "polygon":{ "0" : { "x" : 0 , "y" : 0 } , "1" : {"x":1,"y":0},"2":{"x":0,"y":1}},"polygons":[ [ [ 0 , 0 , 1,0,0,1 ] ] ] """)]
    [InlineData(""" "polygon":[{"x":0,"y":0},{"x":1,"y":0},{"x":0,"y":1}],"polygons":[[[{"x":0,"y":0},{"x":1,"y":0},{"x":0,"y":1}]]] """)]
    public void A_polygon_that_is_the_first_ring_in_another_spelling_is_not(string members) => Assert.Empty(Reading.Of(Of(members)).AllIssues);

    private static string Of(string members) => Row.Of("image", Row.Unit("u", Row.Labels(Row.Object("a", members)), """ "width":100,"height":100 """));
}
