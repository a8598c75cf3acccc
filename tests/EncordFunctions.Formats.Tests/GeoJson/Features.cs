using System.Text.Json;
using EncordFunctions.Formats.Tests.Support;
using EncordFunctions.Labels.Answers;
using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Shapes;
using EncordFunctions.Local.Sample;
using Nts = NetTopologySuite.Geometries;

namespace EncordFunctions.Formats.Tests.GeoJson;

public sealed class Features
{
    private static readonly AnnotationsGeoJson Format = new();

    public static TheoryData<Shape, string> Geometries { get; } = new()
    {
        { new BoundingBox(1, 2, 3, 4), """{"type":"Polygon","coordinates":[[[1,2],[4,2],[4,6],[1,6],[1,2]]]}""" },
        {
            // Drawn the other way round, and its hole too.
            new Polygon([[[new(0, 0), new(0, 9), new(9, 9)], [new(1, 3), new(3, 5), new(1, 5)]]]),
            """{"type":"Polygon","coordinates":[[[0,0],[9,9],[0,9],[0,0]],[[1,3],[1,5],[3,5],[1,3]]]}"""
        },
        {
            new Polygon([[[new(0, 0), new(2, 0), new(2, 2)]], [[new(5, 5), new(7, 5), new(7, 7)]]]),
            """{"type":"MultiPolygon","coordinates":[[[[0,0],[2,0],[2,2],[0,0]]],[[[5,5],[7,5],[7,7],[5,5]]]]}"""
        },
        { new Polyline([new(0, 0.5), new(1, 3)]), """{"type":"LineString","coordinates":[[0,0.5],[1,3]]}""" },
        { new Point(new(1, 2)), """{"type":"Point","coordinates":[1,2]}""" },
        { new Point3D(new(1, 2, 3)), """{"type":"Point","coordinates":[1,2,3]}""" },
        { new Polyline3D([new(1, 2, 3), new(4, 5, 6)]), """{"type":"LineString","coordinates":[[1,2,3],[4,5,6]]}""" },
        { new Bitmask(Writing.TopRow), """{"type":"Polygon","coordinates":[[[0,0],[3,0],[3,1],[0,1],[0,0]]]}""" },
        {
            new Skeleton([new("nose", "n1", new(1, 2), Visibility.Visible), new("tail", "t1", new(3, 4), Visibility.Occluded)]),
            """{"type":"MultiPoint","coordinates":[[1,2],[3,4]]}"""
        },
        {
            new Cuboid2D([new(0, 0), new(4, 0), new(4, 4), new(0, 4)], new Projection.Isometric(new(1, 1))),
            """{"type":"GeometryCollection","geometries":[{"type":"Polygon","coordinates":[[[0,0],[4,0],[4,4],[0,4],[0,0]]]},{"type":"Polygon","coordinates":[[[1,1],[5,1],[5,5],[1,5],[1,1]]]}]}"""
        },
    };

    [Theory]
    [MemberData(nameof(Geometries))]
    public async Task Each_shape_has_its_geometry(Shape shape, string expected)
    {
        var (files, ledger) = await Writing.WriteAsync(Format, Writing.Read(shape));

        Assert.Equal(expected, Assert.Single(Read(files)).GetProperty("geometry").GetRawText());
        Assert.Equal((1L, 1L, 0), (ledger.In, ledger.Written, ledger.Losses.Count));
    }

    [Fact]
    public async Task A_feature_says_what_it_shows()
    {
        var annotation = Writing.Annotate(new RotatableBoundingBox(10, 20, 4, 2, 0)) with
        {
            Name = "Größe",
            FeatureHash = "f1",
            CreatedAt = new DateTimeOffset(2023, 12, 1, 12, 3, 24, TimeSpan.FromHours(1)),
            Attributes = [new("Colour", "colour", "a1", new AnswerValue.Options([new("Red", "red", "o1")]), false)],
        };

        var (files, _) = await Writing.WriteAsync(Format, new RowEvent.AnnotationRead(annotation));

        Assert.Equal(
            """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[10,20],[14,20],[14,22],[10,22],[10,20]]]},"properties":{"label_hash":"label-1","branch_name":"main","data_hash":"data-1","data_unit_hash":"unit-1","data_title":"left.jpg","frame":4,"width":640,"height":480,"object_hash":"o/+1","feature_hash":"f1","class":"Größe","value":null,"color":null,"shape":"rotatable_bounding_box","confidence":1,"manual_annotation":true,"created_by":null,"created_at":"2023-12-01T11:03:24Z","last_edited_by":null,"last_edited_at":null,"area":8,"theta":0,"attributes":{"Colour":"Red"}}}
            ]}

            """.ReplaceLineEndings("\n"),
            files.Text("annotations.geojson"));
        Assert.Equal("application/geo+json", files.ContentTypes["annotations.geojson"]);
    }

    [Fact]
    public async Task Attributes_are_a_flat_map_of_what_was_answered()
    {
        AttributeAnswer nested = new("Kind", "kind", "a9", new AnswerValue.Text("round"), false);
        AttributeAnswer[] attributes =
        [
            new("Kind", "kind", "a1", new AnswerValue.Options([new("Sign", "sign", "o1") { Attributes = [nested] }]), false) { Type = "radio" },
            new("Extras", "extras", "a2", new AnswerValue.Options([new("Pole", "pole", "o2")]), false) { Type = "checklist" },
            new("Marks", "marks", "a3", new AnswerValue.Options([new("A", "a", "o3"), new(null, "b", "o4")]), true),
            new(null, "height", "a4", new AnswerValue.Number(2.5), false),
            new("Note", "note", "a5", new AnswerValue.None(), false),
        ];

        var (files, _) = await Writing.WriteAsync(
            Format, new RowEvent.AnnotationRead(Writing.Annotate(new Point(new(1, 2))) with { Attributes = attributes }));

        Assert.Equal(
            """{"Kind":"Sign","Kind a9":"round","Extras":["Pole"],"Marks":["A","b"],"height":2.5,"Note":null}""",
            Read(files)[0].GetProperty("properties").GetProperty("attributes").GetRawText());
    }

    [Fact]
    public async Task What_has_no_geometry_on_a_picture_is_skipped_with_the_reason()
    {
        var unsized = new RowEvent.AnnotationRead(Writing.Annotate(new BoundingBox(0.5, 0.5, 0.1, 0.1), size: default(FrameSize)));

        var (files, ledger) = await Writing.WriteAsync(
            Format,
            Writing.Read(new Span("audio")),
            Writing.Read(new Cuboid(default, default, default)),
            Writing.Read(new Segmentation([new(1, 2)])),
            Writing.Read(new Circle(1, 1, 1, 2, 0)),
            Writing.Read(new Polygon([])),
            unsized,
            Writing.Read(new Circle(10, 10, 5, 1, 0)));

        Assert.Equal((7L, 1L), (ledger.In, ledger.Written));
        Assert.Equal(
            [("empty", 1L), ("no_form_for_shape", 3L), ("no_frame", 1L), ("no_frame_size", 1L)],
            ledger.Skipped.Select(entry => (entry.Reason, entry.Count)));
        Assert.Equal(("curve_flattened", 1L), (Assert.Single(ledger.Losses).Reason, ledger.Losses[0].Count));
        Assert.Single(Read(files));
    }

    [Fact]
    public async Task A_row_without_annotations_is_an_empty_collection()
    {
        var (files, _) = await Writing.WriteAsync(Format);

        Assert.Empty(Read(files));
    }

    [Fact]
    public async Task The_sample_comes_back_as_it_was_drawn()
    {
        var (texts, truth) = SampleTexts.Read();
        var drawn = 0;
        foreach (var (text, row) in texts.Zip(truth.Rows))
        {
            var (files, ledger) = await WriteAsync(text);
            var features = Read(files);
            Assert.Equal(ledger.Written, features.Length);
            Assert.Equal(row.Annotations.Count, ledger.In);
            // The order of the file is that of the truth but for ranges, which are not features.
            var expected = row.Annotations.Where(one => one.Shape is ShapeTruth.Bitmask or ShapeTruth.Point3D or ShapeTruth.Polyline3D
                || (one.Width > 0 && one.Shape.Bounds is not null)).ToArray();
            Assert.Equal(expected.Length, features.Length);
            foreach (var (annotation, feature) in expected.Zip(features))
            {
                var properties = feature.GetProperty("properties");
                Assert.Equal(annotation.Object.ObjectHash, properties.GetProperty("object_hash").GetString());
                Assert.Equal(annotation.Object.Name, properties.GetProperty("class").GetString());
                Assert.Equal(annotation.Frame, properties.GetProperty("frame").GetInt64());
                var geometry = Geometry(feature.GetProperty("geometry"));
                if (annotation.Shape.Area is not { } area || annotation.Shape is ShapeTruth.Cuboid2D) continue;
                var slack = annotation.Shape is ShapeTruth.Circle or ShapeTruth.Ellipse ? 0.1 * geometry.Length : 1e-3;
                Assert.InRange(geometry.Area, area - slack, area + 1e-3);
                Assert.True(geometry.IsValid);
                drawn++;
            }
        }
        Assert.InRange(drawn, 100, int.MaxValue);
    }

    private static async Task<(MemoryFiles Files, Ledger.LedgerLine Ledger)> WriteAsync(string text)
    {
        var json = System.Text.Encoding.UTF8.GetBytes(text);
        var reader = new LabelRowReader(new RowPlace("labels.json", 0, ""), null);
        var index = Assert.IsType<RowIndexing.Readable>(await reader.IndexAsync(new MemoryStream(json), TestContext.Current.CancellationToken)).Index;
        var files = new MemoryFiles();
        await using var writer = Format.Open(new RowContext(0, index, null), files);
        await foreach (var one in reader.ReadAsync(new MemoryStream(json), index, TestContext.Current.CancellationToken))
            await writer.WriteAsync(one, TestContext.Current.CancellationToken);
        return (files, await writer.CompleteAsync(TestContext.Current.CancellationToken));
    }

    private static JsonElement[] Read(MemoryFiles files)
    {
        var collection = JsonDocument.Parse(files.Text("annotations.geojson")).RootElement;
        Assert.Equal("FeatureCollection", collection.GetProperty("type").GetString());
        return [.. collection.GetProperty("features").EnumerateArray()];
    }

    /// <summary>What the specification says of each type, and nothing of how it was written. Rings that are not closed are refused.</summary>
    private static Nts.Geometry Geometry(JsonElement geometry)
    {
        var make = Nts.GeometryFactory.Default;
        if (geometry.GetProperty("type").GetString() == "GeometryCollection")
            return make.CreateGeometryCollection([.. geometry.GetProperty("geometries").EnumerateArray().Select(Geometry)]);
        var coordinates = geometry.GetProperty("coordinates");
        return geometry.GetProperty("type").GetString() switch
        {
            "Point" => make.CreatePoint(At(coordinates)),
            "MultiPoint" => make.CreateMultiPointFromCoords(Line(coordinates)),
            "LineString" => make.CreateLineString(Line(coordinates)),
            "Polygon" => Polygon(coordinates),
            "MultiPolygon" => make.CreateMultiPolygon([.. coordinates.EnumerateArray().Select(Polygon)]),
            var other => throw new InvalidDataException(other),
        };

        Nts.Polygon Polygon(JsonElement rings)
        {
            var all = rings.EnumerateArray().Select(ring => make.CreateLinearRing(Line(ring))).ToArray();
            Assert.True(all[0].IsCCW);
            Assert.DoesNotContain(all[1..], hole => hole.IsCCW);
            return make.CreatePolygon(all[0], all[1..]);
        }

        static Nts.Coordinate[] Line(JsonElement list) => [.. list.EnumerateArray().Select(At)];
        static Nts.Coordinate At(JsonElement at) => new(at[0].GetDouble(), at[1].GetDouble());
    }
}
