using System.Text.Json;
using EncordFunctions.Formats.Tests.Support;
using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Masks;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Formats.Tests.Coco;

public sealed class CocoShapes
{
    [Fact]
    public async Task An_annotation_says_what_it_is_and_where()
    {
        var annotation = Writing.Annotate(new BoundingBox(10, 20.5, 30, 40)) with { FeatureHash = "f1", Name = "Car", ManualAnnotation = false, Confidence = 0.25 };

        var file = await CocoFile.OfAsync("", new RowEvent.AnnotationRead(annotation));

        Assert.Equal(
            """
            {"id":1,"image_id":1,"category_id":1,"attributes":{"track_id":1,"encord_track_uuid":"o/+1","classifications":{},
            "manual_annotation":false,"confidence":0.25},"iscrowd":0,"area":1200,"bbox":[10,20.5,30,40],
            "segmentation":[[10,20.5,40,20.5,40,60.5,10,60.5]]}
            """.ReplaceLineEndings(""),
            file.Only.GetRawText());
        Assert.Equal(
            """{"id":1,"file_name":"images/unit-1.jpg","width":640,"height":480,"coco_url":null,"image_title":"left.jpg","data_link":null,"data_hash":"unit-1","label_hash":"label-1"}""",
            Assert.Single(file.Images).GetRawText());
        Assert.Equal("""{"id":1,"name":"Car","supercategory":"bounding_box","feature_hash":"f1"}""", Assert.Single(file.Categories).GetRawText());
        Assert.Equal(
            """{"description":"one.zip","contributor":null,"date_created":null,"url":null,"version":null,"year":null}""",
            file.Root.GetProperty("info").GetRawText());
    }

    public static TheoryData<Shape, string, double, string> Drawn { get; } = new()
    {
        // A square of side 2 about (5, 5), turned by 90 degrees: the same square from another corner.
        { new RotatableBoundingBox(4, 4, 2, 2, 90), "[4,4,2,2]", 4, "[[6,4,6,6,4,6,4,4]]" },
        { new Polygon([[[new(0, 0), new(4, 0), new(0, 3)]]]), "[0,0,4,3]", 6, "[[0,0,4,0,0,3]]" },
        {
            new Polygon([[[new(0, 0), new(4, 0), new(0, 3)]], [[new(10, 10), new(12, 10), new(12, 12), new(10, 12)]]]),
            "[0,0,12,12]", 10, "[[0,0,4,0,0,3],[10,10,12,10,12,12,10,12]]"
        },
        { new Polyline([new(1, 2), new(5, 8)]), "[1,2,4,6]", 0, "[[1,2,5,8,5,8,1,2]]" },
        { new Cuboid2D([new(0, 0), new(4, 0), new(4, 4), new(0, 4)], new Projection.Isometric(new(2, 1))), "[0,0,6,5]", 28, "[[0,0,4,0,6,1,6,5,2,5,0,4]]" },
    };

    [Theory]
    [MemberData(nameof(Drawn))]
    public async Task A_shape_has_the_area_and_the_box_of_what_is_drawn(Shape shape, string box, double area, string rings)
    {
        var annotation = (await CocoFile.OfAsync("", Writing.Read(shape))).Only;

        AssertNumbers(JsonDocument.Parse(box).RootElement, annotation.GetProperty("bbox"));
        Assert.Equal(area, annotation.GetProperty("area").GetDouble(), 1e-9);
        var expected = JsonDocument.Parse(rings).RootElement;
        Assert.Equal(expected.GetArrayLength(), annotation.GetProperty("segmentation").GetArrayLength());
        for (var ring = 0; ring < expected.GetArrayLength(); ring++) AssertNumbers(expected[ring], annotation.GetProperty("segmentation")[ring]);
        Assert.Equal(0, annotation.GetProperty("iscrowd").GetInt32());
    }

    [Fact]
    public async Task A_turned_box_says_its_angle()
    {
        var annotation = (await CocoFile.OfAsync("", Writing.Read(new RotatableBoundingBox(10, 10, 40, 20, 30.5)))).Only;

        Assert.Equal(30.5, annotation.GetProperty("attributes").GetProperty("rotation").GetDouble());
        Assert.Equal(800, annotation.GetProperty("area").GetDouble(), 1e-9);
    }

    [Fact]
    public async Task A_polygon_with_a_hole_is_its_pixels()
    {
        Vertex[] outer = [new(1, 1), new(6, 1), new(6, 5), new(1, 5)], hole = [new(2, 2), new(5, 2), new(5, 4), new(2, 4)];
        var annotation = (await CocoFile.OfAsync("", new RowEvent.AnnotationRead(Writing.Annotate(new Polygon([[outer, hole]]), size: new FrameSize(8, 6))))).Only;

        Assert.Equal("........\n.#####..\n.#...#..\n.#...#..\n.#####..\n........", Picture(annotation.GetProperty("segmentation"), 8));
        Assert.Equal(14, annotation.GetProperty("area").GetDouble());
        AssertNumbers(JsonDocument.Parse("[1,1,5,4]").RootElement, annotation.GetProperty("bbox"));
    }

    [Fact]
    public async Task Parts_that_overlap_are_counted_once()
    {
        Vertex[] one = [new(0, 0), new(4, 0), new(4, 2), new(0, 2)], other = [new(2, 0), new(6, 0), new(6, 2), new(2, 2)];
        var annotation = (await CocoFile.OfAsync("", new RowEvent.AnnotationRead(Writing.Annotate(new Polygon([[one], [other]]), size: new FrameSize(8, 3))))).Only;

        Assert.Equal("######..\n######..\n........", Picture(annotation.GetProperty("segmentation"), 8));
        Assert.Equal(12, annotation.GetProperty("area").GetDouble());
    }

    [Fact]
    public async Task The_area_of_a_ring_that_crosses_itself_is_that_of_both_its_loops()
    {
        // A bow tie: its two triangles would cancel each other.
        var unit = """ "u":{"data_hash":"u","data_title":"u.png","data_type":"image/png","data_sequence":0,"width":100,"height":100,"labels":{"objects":[OBJECT],"classifications":[]}} """;
        var bow = """{"objectHash":"o","featureHash":"f","name":"n","shape":"polygon","polygon":[{"x":0.1,"y":0.1},{"x":0.9,"y":0.9},{"x":0.9,"y":0.1},{"x":0.1,"y":0.9}]}""";
        var file = await CocoFile.OfAsync("", null, $$"""{"label_hash":"l","data_type":"image","data_units":{ {{unit.Replace("OBJECT", bow)}} } }""");

        Assert.Equal(3200, file.Only.GetProperty("area").GetDouble(), 100.0);
        Assert.Equal(8, file.Only.GetProperty("segmentation")[0].GetArrayLength());
    }

    [Theory]
    [InlineData(3)]
    [InlineData(200)]
    public async Task A_circle_is_a_ring_that_is_nowhere_farther_from_it_than_a_tenth_of_a_pixel(double radius)
    {
        var annotation = (await CocoFile.OfAsync("", Writing.Read(new Circle(300, 240, radius, 1, 0)))).Only;

        var ring = annotation.GetProperty("segmentation")[0].EnumerateArray().Select(one => one.GetDouble()).Chunk(2).ToArray();
        Assert.All(ring, corner => Assert.Equal(radius, Math.Sqrt(Math.Pow(corner[0] - 300, 2) + Math.Pow(corner[1] - 240, 2)), 1e-9));
        Assert.All(ring.Zip(ring[1..]), side => Assert.InRange(
            radius - Math.Sqrt(Math.Pow(((side.First[0] + side.Second[0]) / 2) - 300, 2) + Math.Pow(((side.First[1] + side.Second[1]) / 2) - 240, 2)), 0, 0.1));
        Assert.Equal(Math.PI * radius * radius, annotation.GetProperty("area").GetDouble(), 1e-6);
    }

    [Fact]
    public async Task A_mask_is_compressed_text_or_a_list_down_the_columns()
    {
        var mask = Mask.FromRuns([1, 1, 1, 3], 3, 2);
        var annotated = new RowEvent.AnnotationRead(Writing.Annotate(new Bitmask(mask), size: new FrameSize(3, 2)));

        var text = (await CocoFile.OfAsync("", annotated)).Only;
        var list = (await CocoFile.OfAsync("list", annotated)).Only;

        // .#. over ### is, column by column, off, then on, on, on, then off, then on.
        Assert.Equal("""{"size":[2,3],"counts":[1,3,1,1]}""", list.GetProperty("segmentation").GetRawText());
        Assert.Equal("""{"size":[2,3],"counts":"131N"}""", text.GetProperty("segmentation").GetRawText());
        Assert.Equal(4, text.GetProperty("area").GetDouble());
        AssertNumbers(JsonDocument.Parse("[0,0,3,2]").RootElement, text.GetProperty("bbox"));
    }

    [Fact]
    public async Task What_has_no_pixel_no_size_no_frame_or_no_form_is_skipped_with_its_reason()
    {
        var file = await CocoFile.OfAsync(
            "",
            Writing.Read(new BoundingBox(1, 1, 0, 5)),
            Writing.Read(new Bitmask(Mask.FromRuns([6], 3, 2))),
            Writing.Read(new Polygon([[[new(0, 0), new(1, 1)]]])),
            Writing.Read(new Skeleton([new("nose", null, new(1, 1), Visibility.Invisible)])),
            Writing.Read(new BoundingBox(700, 1, 5, 5)),
            Writing.Read(new BoundingBox(-1e300, -1e300, 1e301, 1e301)),
            Writing.Read(new Cuboid(default, default, default)),
            Writing.Read(new Circle(1, 1, 1, 2, 0)),
            new RowEvent.AnnotationRead(Writing.Annotate(new BoundingBox(0, 0, 1, 1), size: new FrameSize(0, 0))),
            new RowEvent.AnnotationRead(Writing.Annotate(new Span("audio")) with { Frame = null }));

        Assert.Empty(file.Annotations);
        Assert.Equal(
            [("empty", 4), ("no_form_for_shape", 2), ("no_frame", 1), ("no_frame_size", 1), ("not_finite", 1), ("outside_frame", 1)],
            file.Skips);
    }

    [Fact]
    public async Task Points_are_keypoints_that_say_how_well_they_are_seen()
    {
        var skeleton = new Skeleton(
        [
            new("nose", null, new(10, 20), Visibility.Visible),
            new("ear", null, new(30, 5), Visibility.Occluded),
            new("tail", null, new(99, 99), Visibility.Invisible),
            new("paw", null, new(12, 40), Visibility.SelfOccluded),
        ]);

        var file = await CocoFile.OfAsync("", Writing.Read(skeleton));

        Assert.Equal("[10,20,2,30,5,1,0,0,0,12,40,1]", file.Only.GetProperty("keypoints").GetRawText());
        Assert.Equal(3, file.Only.GetProperty("num_keypoints").GetInt32());
        Assert.Equal("[10,5,20,35]", file.Only.GetProperty("bbox").GetRawText());
        Assert.Equal("""["nose","ear","tail","paw"]""", file.Categories[0].GetProperty("keypoints").GetRawText());
        Assert.Equal("[]", file.Categories[0].GetProperty("skeleton").GetRawText());

        var point = (await CocoFile.OfAsync("", Writing.Read(new Point(new(3, 4))))).Only;
        Assert.Equal("[3,4,2]", point.GetProperty("keypoints").GetRawText());
        Assert.Equal("[3,4,0,0]", point.GetProperty("bbox").GetRawText());
    }

    private static string Picture(JsonElement segmentation, int width) =>
        string.Join('\n', CocoCounts.Pixels(segmentation).Chunk(width).Select(row => string.Concat(row.Select(pixel => pixel ? '#' : '.'))));

    private static void AssertNumbers(JsonElement expected, JsonElement actual)
    {
        Assert.Equal(expected.GetArrayLength(), actual.GetArrayLength());
        foreach (var (one, other) in expected.EnumerateArray().Zip(actual.EnumerateArray())) Assert.Equal(one.GetDouble(), other.GetDouble(), 1e-9);
    }
}
