using System.Text.Json;
using EncordFunctions.Formats.Tests.Support;
using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Shapes;
using EncordFunctions.Local.Sample;
using NetTopologySuite.IO;

namespace EncordFunctions.Formats.Tests.Parquet;

public sealed class AnnotationTables
{
    private static readonly AnnotationsParquet Format = new();

    [Fact]
    public async Task Every_annotation_of_the_sample_is_a_row_with_what_was_drawn()
    {
        var (texts, truth) = SampleTexts.Read();

        var joined = await Joined.WriteAsync(Format, null, texts);

        using var duck = new Duck(joined.Files.Files["annotations.parquet"]);
        var rows = duck.Ask(
            """
            SELECT ordinal, label_hash, data_hash, data_unit_hash, frame, stream, width, height, object_hash, feature_hash, class, value, color, shape,
                   confidence, manual_annotation, created_by, epoch_us(created_at), ST_AsWKB(geometry), area, bbox_x, bbox_y, bbox_w, bbox_h,
                   range_start, range_end, theta, attributes FROM FILE
            """);
        Assert.Equal(truth.Annotations, rows.Count);
        Assert.Equal(truth.Annotations, joined.Count);
        var at = 0;
        foreach (var (ordinal, row) in truth.Rows.Index())
        {
            // Objects over ranges come in the order of the answers, which the truth does not follow everywhere.
            var written = rows.GetRange(at, row.Annotations.Count).OrderBy(one => Key((string)one[3]!, one[4], one[5], (string)one[8]!, one[24]), StringComparer.Ordinal);
            var drawn = row.Annotations.OrderBy(one => Key(one.DataUnitHash, one.Frame, one.Stream, one.Object.ObjectHash, (one.Range as LabelRange.Span)?.Start), StringComparer.Ordinal);
            foreach (var (found, annotation) in written.Zip(drawn)) Same(ordinal, row, annotation, found);
            at += row.Annotations.Count;
        }
    }

    [Fact]
    public async Task Classes_are_counted_and_areas_summed_as_they_were_drawn()
    {
        var rows = Enumerable.Range(0, 30).Select(LoadExport.Create(30, 50, seed: 3).Row).ToArray();

        var joined = await Joined.WriteAsync(Format, null, [.. rows.Select(row => System.Text.Encoding.UTF8.GetString(row.Json.Span))]);

        using var duck = new Duck(joined.Files.Files["annotations.parquet"]);
        var drawn = rows.SelectMany(row => row.Truth.Annotations).GroupBy(one => (one.Object.Name, one.Shape.Name)).ToDictionary(group => group.Key);
        var found = duck.Ask("SELECT class, shape, count(*), sum(area), count(geometry), count(rle_counts), count(keypoints) FROM FILE GROUP BY ALL");
        Assert.Equal(drawn.Count, found.Count);
        foreach (var line in found)
        {
            var group = drawn[((string)line[0]!, (string)line[1]!)];
            Assert.Equal((long)group.Count(), line[2]);
            Assert.Equal(group.Sum(one => one.Shape.Area!.Value), (double)line[3]!, 1e-3);
            Assert.Equal((long)group.Count(), line[4]);
            Assert.Equal(group.Key.Item2 == "bitmask" ? (long)group.Count() : 0, line[5]);
            Assert.Equal(group.Key.Item2 == "skeleton" ? (long)group.Count() : 0, line[6]);
        }
    }

    [Fact]
    public async Task Json_is_the_same_as_in_the_lines()
    {
        var (texts, _) = SampleTexts.Read();
        var lines = new List<JsonElement>();
        foreach (var text in texts)
        {
            var reader = new LabelRowReader(new RowPlace("labels.json", 0, ""), null);
            var json = System.Text.Encoding.UTF8.GetBytes(text);
            var index = Assert.IsType<RowIndexing.Readable>(await reader.IndexAsync(new MemoryStream(json), TestContext.Current.CancellationToken)).Index;
            var files = new MemoryFiles();
            await using var writer = new AnnotationsJsonl().Open(new RowContext(0, index, null), files);
            await foreach (var one in reader.ReadAsync(new MemoryStream(json), index, TestContext.Current.CancellationToken))
                await writer.WriteAsync(one, TestContext.Current.CancellationToken);
            await writer.CompleteAsync(TestContext.Current.CancellationToken);
            lines.AddRange(files.Text("annotations.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement));
        }

        var joined = await Joined.WriteAsync(Format, null, texts);

        using var duck = new Duck(joined.Files.Files["annotations.parquet"]);
        var rows = duck.Ask("SELECT attributes, geometry_json, keypoints, rle_counts, rle_size_h, rle_size_w, range_html, event, interpolate, extra FROM FILE");
        Assert.Equal(lines.Count, rows.Count);
        foreach (var (line, row) in lines.Zip(rows))
        {
            var geometry = line.GetProperty("geometry");
            var shape = line.GetProperty("shape").GetString();
            Assert.Equal(line.GetProperty("attributes").GetRawText(), row[0]);
            if (row[1] is string inOwnTerms) Assert.Equal(geometry.GetRawText(), inOwnTerms);
            Assert.Equal(shape == "skeleton" ? geometry.GetProperty("points").GetRawText() : null, row[2]);
            Assert.Equal(shape == "bitmask" ? geometry.GetProperty("counts").GetString() : null, row[3]);
            Assert.Equal(shape == "bitmask" ? (geometry.GetProperty("size")[0].GetInt32(), geometry.GetProperty("size")[1].GetInt32()) : default, (row[4] ?? 0, row[5] ?? 0));
            Assert.Equal(line.GetProperty("range") is { ValueKind: JsonValueKind.Object } range ? range.GetRawText() : null, row[6]);
            foreach (var (member, value) in new[] { "event", "interpolate" }.Zip(row[7..]))
                Assert.Equal(line.TryGetProperty(member, out var text) ? text.GetString() : null, value);
        }
        Assert.Contains(rows, row => row[1] is not null);
        Assert.Contains(rows, row => row[6] is not null);
    }

    [Fact]
    public async Task What_the_geometry_cannot_say_stands_beside_it_in_its_own_terms()
    {
        Shape[] shapes =
        [
            new Circle(10, 20, 5, 1, 0),
            new Circle(10, 20, 5, 2, 30),
            new Cuboid(new(1, 2, 3), new(0, 0, 1), new(4, 5, 6)),
            new Segmentation([new(3, 9)]),
            new Span("audio"),
            new Point3D(new(1, 2, 3)),
            new BoundingBox(1, 2, 3, 4),
        ];

        var joined = await Joined.WriteAsync(Format, null, (Writing.Row, [.. shapes.Select(Writing.Read)]));

        using var duck = new Duck(joined.Files.Files["annotations.parquet"]);
        Assert.Equal(
            [
                [true, """{"x":10,"y":20,"r":5,"stretch":1,"theta":0}"""],
                [false, """{"x":10,"y":20,"r":5,"stretch":2,"theta":30}"""],
                [false, """{"position":[1,2,3],"orientation":[0,0,1],"size":[4,5,6]}"""],
                [false, """{"points":7,"ranges":[[3,9]]}"""],
                [false, null],
                [true, null],
                [true, null],
            ],
            duck.Ask("SELECT geometry IS NOT NULL, geometry_json FROM FILE"));
        Assert.Equal((7L, 7L, 0), (joined.Ledger[0].In, joined.Ledger[0].Written, joined.Ledger[0].Losses.Count));
    }

    [Fact]
    public async Task Where_the_frame_has_no_size_nothing_is_told_in_pixels()
    {
        var annotation = Writing.Annotate(new BoundingBox(0.25, 0.5, 0.125, 0.25), size: new FrameSize(0, 0));

        var joined = await Joined.WriteAsync(Format, null, (Writing.Row, [new RowEvent.AnnotationRead(annotation)]));

        using var duck = new Duck(joined.Files.Files["annotations.parquet"]);
        Assert.Equal(
            [[null, null, null, null, null, """{"x":0.25,"y":0.5,"w":0.125,"h":0.25}"""]],
            duck.Ask("SELECT width, height, bbox_x, area, geometry, geometry_json FROM FILE"));
    }

    [Fact]
    public async Task What_is_not_known_is_null_and_empty_text_is_not()
    {
        var bare = new Annotation { Unit = new DataUnit("u", null, null, 0, default, null), Position = 0, ObjectHash = "", Shape = new Span("text") };

        var joined = await Joined.WriteAsync(Format, null, (new RowContext(0, new RowIndex { Header = new(), Units = [] }, null), [new RowEvent.AnnotationRead(bare)]));

        using var duck = new Duck(joined.Files.Files["annotations.parquet"]);
        var row = Assert.Single(duck.Ask("SELECT * FROM FILE"));
        var names = duck.Ask("DESCRIBE SELECT * FROM FILE").ConvertAll(column => (string)column[0]!);
        var known = names.Zip(row).Where(one => one.Second is not null).ToDictionary(one => one.First, one => one.Second);
        Assert.Equal(
            ["attributes", "class_index", "confidence", "data_unit_hash", "manual_annotation", "object_hash", "ordinal", "shape"],
            known.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(("", "[]", 1.0, true), (known["object_hash"], known["attributes"], known["confidence"], known["manual_annotation"]));
    }

    [Fact]
    public async Task A_class_is_found_by_its_name_in_any_script()
    {
        // In UTF-16 an emoji comes before full-width letters, in bytes behind them: with bounds in the wrong order a reader finds neither.
        string[] names = ["😀", "ＡＢ", "Größe", "a"];
        var events = names.SelectMany(name => Enumerable.Repeat(name, 5)).Select(name =>
            (RowEvent)new RowEvent.AnnotationRead(Writing.Annotate(new Point(new(1, 1))) with { Name = name }));

        var joined = await Joined.WriteAsync(Format, null, (Writing.Row, [.. events]));

        using var duck = new Duck(joined.Files.Files["annotations.parquet"]);
        foreach (var name in names) Assert.Equal(5L, duck.One($"SELECT count(*) FROM FILE WHERE class = '{name}'"));
        Assert.Equal(
            [["Größe", "😀"]], duck.Ask("SELECT stats_min_value, stats_max_value FROM parquet_metadata(FILE) WHERE path_in_schema = 'class'"));
    }

    [Fact]
    public async Task Classes_have_the_numbers_of_the_export()
    {
        var events = new[] { "b", "a", "b" }.Select(name => (RowEvent)new RowEvent.AnnotationRead(Writing.Annotate(new Point(new(1, 1))) with { Name = name, FeatureHash = $"h{name}" }));

        var joined = await Joined.WriteAsync(Format, null, (Writing.Row, [.. events]));

        using var duck = new Duck(joined.Files.Files["annotations.parquet"]);
        Assert.Equal([["b", 1], ["a", 0], ["b", 1]], duck.Ask("SELECT class, class_index FROM FILE"));
    }

    private static string Key(string unit, object? frame, object? stream, string objectHash, object? range) => $"{unit}\n{frame}\n{stream}\n{objectHash}\n{range}";

    private static void Same(int ordinal, RowTruth row, AnnotationTruth annotation, object?[] found)
    {
        var (drawn, range) = (annotation.Object, annotation.Range as LabelRange.Span);
        Assert.Equal([ordinal, row.LabelHash, row.DataHash, annotation.DataUnitHash, annotation.Frame, annotation.Stream], found[..6]);
        Assert.Equal([annotation.Width > 0 ? annotation.Width : null, annotation.Height > 0 ? annotation.Height : null], found[6..8]);
        Assert.Equal([drawn.ObjectHash, drawn.FeatureHash, drawn.Name, drawn.Value, drawn.Color, annotation.Shape.Name], found[8..14]);
        Assert.Equal([drawn.Confidence, drawn.ManualAnnotation, drawn.CreatedBy], found[14..17]);
        Assert.Equal((drawn.CreatedAt - DateTimeOffset.UnixEpoch).Ticks / 10, found[17]);
        Assert.Equal([range?.Start, range?.End], found[24..26]);
        Assert.Equal(annotation.Attributes.Count, JsonDocument.Parse((string)found[27]!).RootElement.GetArrayLength());
        if (annotation.Shape is ShapeTruth.RotatedBox box) Assert.Equal(box.Theta, (double)found[26]!, 1e-9);
        var inPixels = annotation.Shape is ShapeTruth.Bitmask || annotation.Width > 0;
        if (annotation.Shape.Bounds is not var (x, y, w, h) || !inPixels)
        {
            Assert.Equal([null, null, null, null, null], found[19..24]);
            return;
        }
        foreach (var (expected, value) in new[] { annotation.Shape.Area!.Value, x, y, w, h }.Zip(found[19..24])) Assert.Equal(expected, (double)value!, 1e-3);
        var geometry = new WKBReader().Read((byte[])found[18]!);
        Assert.Equal(x, geometry.EnvelopeInternal.MinX, 0.11);
        Assert.Equal(y, geometry.EnvelopeInternal.MinY, 0.11);
        Assert.Equal(x + w, geometry.EnvelopeInternal.MaxX, 0.11);
        Assert.Equal(y + h, geometry.EnvelopeInternal.MaxY, 0.11);
        if (annotation.Shape is ShapeTruth.Cuboid2D) return;
        // Chords lie inside a round outline, at most a tenth of a pixel.
        var slack = annotation.Shape is ShapeTruth.Circle or ShapeTruth.Ellipse ? 0.1 * geometry.Length : 1e-3;
        Assert.InRange(geometry.Area, annotation.Shape.Area!.Value - slack, annotation.Shape.Area!.Value + 1e-3);
    }
}
