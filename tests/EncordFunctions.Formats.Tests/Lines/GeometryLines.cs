using System.Text.Json;
using EncordFunctions.Formats.Tests.Support;
using EncordFunctions.Labels.Masks;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Formats.Tests.Lines;

/// <summary>The shape of an annotation on its line, and its box and area.</summary>
public sealed class GeometryLines
{
    private static readonly AnnotationsJsonl Format = new();

    public static TheoryData<Shape, string> Geometries { get; } = new()
    {
        { new BoundingBox(1.5, 2, 3, 4), """{"x":1.5,"y":2,"w":3,"h":4}""" },
        {
            new RotatableBoundingBox(10, 20, 4, 2, 0),
            """{"x":10,"y":20,"w":4,"h":2,"theta":0,"corners":[[10,20],[14,20],[14,22],[10,22]]}"""
        },
        {
            new Polygon([[[new(0, 0), new(9, 0), new(9, 9)], [new(5, 1), new(6, 1), new(6, 2)]], [[new(20, 0), new(21.25, 0), new(20, 1)]]]),
            """{"polygons":[[[[0,0],[9,0],[9,9]],[[5,1],[6,1],[6,2]]],[[[20,0],[21.25,0],[20,1]]]]}"""
        },
        { new Polygon([]), """{"polygons":[]}""" },
        { new Polyline([new(0, 0.1), new(1e-7, 3)]), """{"points":[[0,0.1],[1E-07,3]]}""" },
        { new Point(new(1, 2)), """{"point":[1,2]}""" },
        {
            new Skeleton([
                new("nose", "n1", new(1, 2), Visibility.Visible),
                new("eye", null, new(3, 4), Visibility.Occluded),
                new(null, "n3", new(5, 6), Visibility.SelfOccluded),
                new("ear", "n4", new(7, 8), Visibility.Invisible),
            ]),
            """
            {"points":[{"name":"nose","feature_hash":"n1","x":1,"y":2,"visibility":"visible"},
            {"name":"eye","feature_hash":null,"x":3,"y":4,"visibility":"occluded"},
            {"name":null,"feature_hash":"n3","x":5,"y":6,"visibility":"self_occluded"},
            {"name":"ear","feature_hash":"n4","x":7,"y":8,"visibility":"invisible"}]}
            """.ReplaceLineEndings("")
        },
        {
            new RotatableBoundingBox(0.5, 0.25, 0.5, 0.125, 30) { IsInPixels = false },
            """{"x":0.5,"y":0.25,"w":0.5,"h":0.125,"theta":30,"corners":null}"""
        },
        { new Point3D(new(1, -2.5, 3)), """{"point":[1,-2.5,3]}""" },
        { new Polyline3D([new(0, 0.5, 1), new(2, 3, 4)]), """{"points":[[0,0.5,1],[2,3,4]]}""" },
        { new Circle(10, 20, 5, 1, 0), """{"x":10,"y":20,"r":5,"stretch":1,"theta":0}""" },
        { new Ellipse(10, 20, 5, 2.5, 30), """{"x":10,"y":20,"rx":5,"ry":2.5,"theta":30}""" },
        {
            new Cuboid(new(1, 2, 3), new(0, 0.5, 0), new(4, 5, 6)),
            """{"position":[1,2,3],"orientation":[0,0.5,0],"size":[4,5,6]}"""
        },
        {
            new Cuboid2D([new(0, 0), new(20, 0), new(20, 10), new(0, 10)], new Projection.Perspective(new(100, 50), 0.5)),
            """{"front":[[0,0],[20,0],[20,10],[0,10]],"back":[[50,25],[60,25],[60,30],[50,30]],"vanishing_point":[100,50],"scale_ratio":0.5}"""
        },
        {
            new Cuboid2D([new(0, 0), new(20, 0), new(20, 10), new(0, 10)], new Projection.Isometric(new(1, -2))),
            """{"front":[[0,0],[20,0],[20,10],[0,10]],"back":[[1,-2],[21,-2],[21,8],[1,8]],"offset":[1,-2]}"""
        },
        { new Segmentation([new(0, 2), new(7, 10)]), """{"points":7,"ranges":[[0,2],[7,10]]}""" },
        { new Bitmask(Writing.TopRow), """{"size":[2,3],"counts":"0110000","png":"masks/4-o_-1.png"}""" },
    };

    [Theory]
    [MemberData(nameof(Geometries), DisableDiscoveryEnumeration = true)]
    public async Task A_geometry_is_written_in_its_own_terms(Shape shape, string geometry)
    {
        var (files, _) = await Writing.WriteAsync(Format, Writing.Read(shape));

        Assert.Contains($"\"shape\":\"{shape.Name}\",", files.Text("annotations.jsonl"));
        Assert.Contains($",\"geometry\":{geometry},\"attributes\":", files.Text("annotations.jsonl"));
    }

    [Theory]
    [MemberData(nameof(NotDrawn), DisableDiscoveryEnumeration = true)]
    public async Task What_is_not_drawn_on_a_picture_has_neither_box_nor_area(Shape shape)
    {
        var (files, _) = await Writing.WriteAsync(Format, Writing.Read(shape));

        Assert.Contains(",\"bbox\":null,\"area\":null,", files.Text("annotations.jsonl"));
    }

    public static TheoryData<Shape> NotDrawn { get; } =
    [
        new Point3D(default), new Polyline3D([default]), new Cuboid(default, default, new(1, 1, 1)), new Segmentation([new(0, 0)]),
        new RotatableBoundingBox(0, 0, 1, 1, 30) { IsInPixels = false }, new Ellipse(0, 0, 1, 1, 30) { IsInPixels = false }, new Circle(0, 0, 1, 2, 0),
    ];

    [Fact]
    public async Task A_box_and_an_area_are_those_of_what_is_drawn()
    {
        var (files, _) = await Writing.WriteAsync(
            Format, Writing.Read(new Bitmask(Writing.TopRow)), Writing.Read(new RotatableBoundingBox(10, 20, 4, 2, 90)));

        var lines = files.Text("annotations.jsonl").Split('\n');
        Assert.Contains("\"bbox\":[0,0,3,1],\"area\":3,", lines[0]);
        var turned = JsonDocument.Parse(lines[1]).RootElement.GetProperty("bbox").EnumerateArray().Select(one => one.GetDouble()).ToArray();
        Assert.Equal([11, 19, 2, 4], turned.Select(one => Math.Round(one, 9)));
    }

    [Fact]
    public async Task Counts_with_a_backslash_survive_json()
    {
        // A run of 44 after one of 0 is spelled with the character 92, the backslash.
        var mask = Mask.FromRuns([0, 44, 6], 1, 50);
        Assert.Contains('\\', mask.CocoCounts());

        var (files, _) = await Writing.WriteAsync(Format, Writing.Read(new Bitmask(mask)));

        var counts = JsonDocument.Parse(files.Text("annotations.jsonl")).RootElement.GetProperty("geometry").GetProperty("counts");
        Assert.Equal(mask.CocoCounts(), counts.GetString());
    }

    [Fact]
    public async Task A_number_that_json_has_no_spelling_for_is_null()
    {
        var (files, _) = await Writing.WriteAsync(Format, Writing.Read(new BoundingBox(0, 0, 1e300, 1e300)));

        Assert.Contains("\"bbox\":[0,0,1E+300,1E+300],\"area\":null,", files.Text("annotations.jsonl"));
    }
}
