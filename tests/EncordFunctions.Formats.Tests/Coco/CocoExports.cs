using System.Text.Json;
using EncordFunctions.Formats.Fragments;
using EncordFunctions.Formats.Tests.Support;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Local.Sample;

namespace EncordFunctions.Formats.Tests.Coco;

public sealed class CocoExports
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData("encord:list")]
    public async Task Rows_that_are_written_at_the_same_time_leave_what_they_leave_alone(string variants)
    {
        var (texts, ontology, _) = CocoFile.Sample();
        var alone = new List<byte[]>();
        foreach (var (ordinal, text) in texts.Index()) alone.Add(Assert.Single(await LeaveAsync(CocoJson.Of(variants.Split(':')), [(ordinal, text)], ontology)));

        // One format for all, event by event in turns, the last row first.
        var together = await LeaveAsync(CocoJson.Of(variants.Split(':')), [.. texts.Index().Reverse()], ontology);

        Assert.Equal(alone, together.Reverse());
    }

    [Fact]
    public async Task Ids_are_unique_count_up_and_name_what_is_there()
    {
        var (texts, ontology, truth) = CocoFile.Sample();

        foreach (var (variants, first) in new[] { ("", 1), ("encord", 0) })
        {
            var file = await CocoFile.OfAsync(variants, ontology, texts);

            Assert.Equal(Enumerable.Range(first, file.Annotations.Length), file.Annotations.Select(one => one.GetProperty("id").GetInt32()));
            Assert.Equal(Enumerable.Range(first, file.Images.Length), file.Images.Select(one => one.GetProperty("id").GetInt32()));
            var images = file.Images.Select(one => one.GetProperty("id").GetInt32()).ToHashSet();
            var categories = file.Categories.Select(one => one.GetProperty("id").GetInt32()).ToHashSet();
            Assert.Subset(images, file.Annotations.Select(one => one.GetProperty("image_id").GetInt32()).ToHashSet());
            Assert.Subset(categories, file.Annotations.Select(one => one.GetProperty("category_id").GetInt32()).ToHashSet());
            Assert.Equal(truth.Sum(row => row.Annotations.Count), file.Ledger.Sum(line => line.In));
        }
    }

    [Fact]
    public async Task Every_annotation_of_the_sample_has_the_area_and_the_box_it_was_drawn_with()
    {
        var (texts, ontology, truth) = CocoFile.Sample();

        var file = await CocoFile.OfAsync("", ontology, texts);

        var written = file.Annotations.ToLookup(one => one.GetProperty("attributes").GetProperty("encord_track_uuid").GetString()!);
        var compared = 0;
        foreach (var same in truth.SelectMany(row => row.Annotations).Where(one => one.Shape.Bounds is not null && one.Width > 0).GroupBy(one => one.Object.ObjectHash))
        {
            foreach (var (drawn, found) in same.Zip(written[same.Key]))
            {
                compared++;
                if (drawn.Shape is ShapeTruth.Skeleton) continue;
                var isDrawn = found.GetProperty("segmentation").ValueKind == JsonValueKind.Object && drawn.Shape is ShapeTruth.Polygon;
                // Pixels of an outline are as many as its area but for the edge.
                var edge = isDrawn ? 0.02 * drawn.Shape.Area!.Value : 1e-6 * (1 + drawn.Shape.Area!.Value);
                Assert.Equal(drawn.Shape.Area!.Value, found.GetProperty("area").GetDouble(), edge);
                var (box, of) = (found.GetProperty("bbox"), drawn.Shape.Bounds!.Value);
                double[] expected = [of.X, of.Y, of.W, of.H];
                Assert.All(expected.Index(), one => Assert.Equal(one.Item, box[one.Index].GetDouble(), isDrawn ? 1 : 1e-6));
            }
        }
        Assert.True(compared > 60, $"{compared}");
    }

    [Theory]
    [InlineData("")]
    [InlineData("list")]
    [InlineData("encord")]
    public async Task Every_mask_decodes_to_the_pixels_it_was_made_of(string variants)
    {
        SampleRow[] rows = [.. Enumerable.Range(0, 3).Select(LoadExport.Create(3, 50, seed: 11).Row)];

        var file = await CocoFile.OfAsync(variants, null, rows);

        var masks = rows.SelectMany(row => row.Truth.Annotations).Select(one => one.Shape).OfType<ShapeTruth.Bitmask>().ToArray();
        var found = file.Annotations.Where(one => CategoryOf(file, one) == "Tree").ToArray();
        Assert.Equal(masks.Length, found.Length);
        foreach (var (mask, one) in masks.Zip(found))
        {
            var pixels = CocoCounts.Pixels(one.GetProperty("segmentation"));
            Assert.Equal(mask.Pixels(), pixels);
            Assert.Equal(pixels.Count(pixel => pixel), one.GetProperty("area").GetInt32());
            var (x, y, w, h) = CocoCounts.BoundsOf(pixels, mask.Width);
            Assert.Equal([x, y, w, h], one.GetProperty("bbox").EnumerateArray().Select(number => number.GetDouble()));
        }
    }

    [Fact]
    public async Task A_row_that_was_rejected_or_has_nothing_is_no_trouble()
    {
        var empty = new RowContext(0, new RowIndex { Header = new LabelRowHeader(), Units = [] }, null);

        var joined = await Joined.WriteAsync(CocoJson.Of([]), null, (empty, []), (Writing.Row with { Ordinal = 1 }, [Writing.Read(new Labels.Shapes.BoundingBox(1, 1, 2, 2))]));

        Assert.Single(CocoFile.Of(joined).Annotations);
    }

    private static string? CategoryOf(CocoFile file, JsonElement annotation) =>
        file.Categories.Single(one => one.GetProperty("id").GetInt32() == annotation.GetProperty("category_id").GetInt32()).GetProperty("name").GetString();

    private static async Task<byte[][]> LeaveAsync(CocoJson format, (int Ordinal, string Text)[] rows, Labels.Ontologies.Ontology? ontology)
    {
        var open = new List<(IRowWriter Writer, OutputFile File, MemoryFiles Files, Queue<RowEvent> Events)>();
        foreach (var (ordinal, text) in rows)
        {
            var json = System.Text.Encoding.UTF8.GetBytes(text);
            var reader = new LabelRowReader(new RowPlace("labels.json", 0, $"/{ordinal}"), ontology);
            var index = Assert.IsType<RowIndexing.Readable>(await reader.IndexAsync(new MemoryStream(json), Stop)).Index;
            var events = new Queue<RowEvent>();
            await foreach (var one in reader.ReadAsync(new MemoryStream(json), index, Stop)) events.Enqueue(one);
            var files = new MemoryFiles();
            var file = files.Create("fragment", "");
            open.Add((format.OpenRow(new RowContext(ordinal, index, ontology), new FragmentFile(file).Track(format.Track)), file, files, events));
        }
        while (open.Exists(one => one.Events.Count > 0))
            foreach (var one in open)
                if (one.Events.TryDequeue(out var next)) await one.Writer.WriteAsync(next, Stop);
        foreach (var one in open)
        {
            await one.Writer.CompleteAsync(Stop);
            await one.File.CommitAsync(Stop);
        }
        return [.. open.Select(one => one.Files.Files["fragment"])];
    }
}
