using System.Text.Json;
using EncordFunctions.Formats.Tests.Support;
using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Masks;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Formats.Tests.Coco;

public sealed class CocoVendorForm
{
    [Fact]
    public async Task An_annotation_has_the_vendors_members()
    {
        var file = await CocoFile.OfAsync("encord", Writing.Read(new RotatableBoundingBox(10, 20, 30, 40, 218.2)));

        Assert.Equal(
            """
            {"id":0,"image_id":0,"category_id":1,"attributes":{"track_id":0,"encord_track_uuid":"o/+1","rotation":218.2,"classifications":{},
            "manual_annotation":true},"iscrowd":0,"area":1200,"bbox":[10,20,30,40],"segmentation":[[10,20,40,20,40,60,10,60]],
            "keypoints":null,"num_keypoints":null}
            """.ReplaceLineEndings(""),
            file.Only.GetRawText());
        Assert.Equal(
            """{"id":0,"file_name":"images/unit-1.jpg","width":640,"height":480,"coco_url":null,"image_title":"left.jpg"}""",
            Assert.Single(file.Images).GetRawText());
        Assert.Equal(
            """{"description":"pair","contributor":null,"date_created":null,"url":null,"version":null,"year":null}""",
            file.Root.GetProperty("info").GetRawText());
        Assert.Equal(["annotations", "categories", "images", "info"], file.Root.EnumerateObject().Select(one => one.Name).Order());
    }

    [Fact]
    public async Task Runs_are_crowds_and_points_have_rings()
    {
        var file = await CocoFile.OfAsync(
            "encord",
            Writing.Read(new Bitmask(Writing.TopRow)),
            Writing.Read(new Point(new(3, 4))),
            Writing.Read(new Skeleton([new("a", null, new(1, 2), Visibility.Invisible), new("b", null, new(5, 9), Visibility.Occluded)])),
            Writing.Read(new Ellipse(1, 1, 1, 1, 0)));

        Assert.Equal([1, 0, 0], file.Annotations.Select(one => one.GetProperty("iscrowd").GetInt32()));
        Assert.Equal("[[3,4]]", file.Annotations[1].GetProperty("segmentation").GetRawText());
        Assert.Equal("[1,2,0,5,9,1]", file.Annotations[2].GetProperty("keypoints").GetRawText());
        Assert.Equal(2, file.Annotations[2].GetProperty("num_keypoints").GetInt32());
        Assert.Equal("[1,2,4,7]", file.Annotations[2].GetProperty("bbox").GetRawText());
        Assert.Equal([("no_form_for_shape", 1)], file.Skips);
    }

    [Fact]
    public async Task An_object_of_two_rows_is_one_track()
    {
        RowContext Row(int ordinal) => Writing.Row with { Ordinal = ordinal };
        RowEvent[] Events(params string[] objects) =>
            [.. objects.Select(hash => new RowEvent.AnnotationRead(Writing.Annotate(new Point(new(1, 1)), hash)))];

        var joined = await Joined.WriteAsync(CocoJson.Of(["encord"]), null, (Row(0), Events("a", "b")), (Row(1), Events("c", "a", "d")));

        Assert.Equal([0, 1, 2, 0, 3], CocoFile.Of(joined).Annotations.Select(one => one.GetProperty("attributes").GetProperty("track_id").GetInt32()));
    }

    [Fact]
    public async Task Polygons_are_painted_the_largest_first_with_their_outlines_and_holes_cleared_with_theirs()
    {
        // An island in a hole, given before what is around it.
        Vertex[] island = [new(4, 4), new(6.9, 4), new(6.9, 6.9), new(4, 6.9)];
        Vertex[] outer = [new(0, 0), new(10, 0), new(10, 10), new(0, 10)], hole = [new(2, 2), new(8, 2), new(8, 8), new(2, 8)];
        var annotated = new RowEvent.AnnotationRead(Writing.Annotate(new Polygon([[island], [outer, hole]]), size: new FrameSize(11, 11)));

        var annotation = (await CocoFile.OfAsync("encord", annotated)).Only;

        var pixels = CocoCounts.Pixels(annotation.GetProperty("segmentation"));
        bool Expected(int x, int y) => x is >= 4 and <= 6 && y is >= 4 and <= 6 || x is < 2 or > 8 || y is < 2 or > 8;
        Assert.Equal([.. Enumerable.Range(0, 121).Select(at => Expected(at % 11, at / 11))], pixels);
        Assert.Equal(81, annotation.GetProperty("area").GetDouble());
        Assert.Equal("[0,0,11,11]", annotation.GetProperty("bbox").GetRawText());
    }

    [Fact]
    public async Task Real_polygons_are_painted_to_the_vendors_own_runs()
    {
        using var vectors = Vectors.Open("multipolygon_to_coco.json");
        var image = vectors.RootElement.GetProperty("image");
        var (width, height) = (image.GetProperty("width").GetInt32(), image.GetProperty("height").GetInt32());
        foreach (var one in vectors.RootElement.GetProperty("cases").EnumerateArray())
        {
            var row =
                $$"""
                {"label_hash":"l","data_type":"image","data_units":{"u":{"data_hash":"u","data_title":"u.png","data_type":"image/png","width":{{width}},"height":{{height}},
                "labels":{"objects":[{"objectHash":"o","featureHash":"f","name":"n","shape":"polygon","polygons":{{one.GetProperty("polygons").GetRawText()}} }]} } } }
                """;

            var segmentation = (await CocoFile.OfAsync("encord", null, row)).Only.GetProperty("segmentation");

            Assert.True(JsonElement.DeepEquals(one.GetProperty("expected"), segmentation), one.GetProperty("name").GetString());
        }
    }

    [Fact]
    public async Task Real_masks_have_the_vendors_own_counts_areas_and_boxes()
    {
        using var vectors = Vectors.Open("bitmask_row_major_to_coco.json");
        foreach (var one in vectors.RootElement.GetProperty("cases").EnumerateArray())
        {
            var bitmask = one.GetProperty("bitmask");
            var (width, height) = (bitmask.GetProperty("width").GetInt32(), bitmask.GetProperty("height").GetInt32());
            var read = Assert.IsType<MaskReading.Read>(Mask.Read(System.Text.Encoding.ASCII.GetBytes(bitmask.GetProperty("rleString").GetString()!), width, height));
            foreach (var variants in new[] { "", "encord" })
            {
                var annotation = (await CocoFile.OfAsync(variants, new RowEvent.AnnotationRead(Writing.Annotate(new Bitmask(read.Mask), size: new FrameSize(width, height))))).Only;

                var expected = one.GetProperty("expected_coco");
                Assert.Equal(expected.GetProperty("counts_column_major").GetString(), annotation.GetProperty("segmentation").GetProperty("counts").GetString());
                Assert.Equal(expected.GetProperty("area").GetDouble(), annotation.GetProperty("area").GetDouble());
                Assert.True(JsonElement.DeepEquals(expected.GetProperty("bbox_xywh"), annotation.GetProperty("bbox")));
            }
        }
    }

    [Fact]
    public async Task Lines_go_there_and_back_as_the_vendors_do()
    {
        using var vectors = Vectors.Open("geometry_parse.json");
        foreach (var one in vectors.RootElement.GetProperty("polyline_to_coco_ring").EnumerateArray())
        {
            Vertex[] points = [.. one.GetProperty("in").EnumerateArray().Select(number => number.GetDouble()).Chunk(2).Select(at => new Vertex(at[0], at[1]))];
            var file = await CocoFile.OfAsync("encord", Writing.Read(new Polyline(points)));

            if (points.Length < 2) Assert.Empty(file.Annotations);
            else Assert.True(JsonElement.DeepEquals(one.GetProperty("out"), file.Only.GetProperty("segmentation")[0]));
        }
    }

    [Fact]
    public async Task Real_turned_boxes_are_what_the_vendor_made_of_them()
    {
        using var vectors = Vectors.Open("coco_rotatable_boxes_2022.json");
        var expected = vectors.RootElement.GetProperty("expected");
        var size = new FrameSize(expected.GetProperty("images")[0].GetProperty("width").GetInt32(), expected.GetProperty("images")[0].GetProperty("height").GetInt32());
        // The boxes come from the expected annotations themselves, which are the unturned ones.
        var boxes = expected.GetProperty("annotations").EnumerateArray().Select(one =>
        {
            var box = one.GetProperty("bbox");
            var shape = new RotatableBoundingBox(
                box[0].GetDouble(), box[1].GetDouble(), box[2].GetDouble(), box[3].GetDouble(), one.GetProperty("attributes").GetProperty("rotation").GetDouble());
            return (RowEvent)new RowEvent.AnnotationRead(Writing.Annotate(shape, one.GetProperty("attributes").GetProperty("encord_track_uuid").GetString()!, size: size));
        });

        var file = await CocoFile.OfAsync("encord", [.. boxes]);

        foreach (var (one, written) in expected.GetProperty("annotations").EnumerateArray().Zip(file.Annotations))
        {
            foreach (var member in new[] { "id", "image_id", "iscrowd", "bbox", "area", "keypoints", "num_keypoints", "segmentation" })
                Assert.True(JsonElement.DeepEquals(one.GetProperty(member), written.GetProperty(member)), $"{member}: {written.GetProperty(member)}");
            foreach (var member in one.GetProperty("attributes").EnumerateObject())
                Assert.True(JsonElement.DeepEquals(member.Value, written.GetProperty("attributes").GetProperty(member.Name)), member.Name);
        }
    }
}
