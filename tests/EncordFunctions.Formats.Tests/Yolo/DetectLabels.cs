using CsCheck;
using EncordFunctions.Formats.Tests.Support;
using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Shapes;
using EncordFunctions.Local.Sample;

namespace EncordFunctions.Formats.Tests.Yolo;

public sealed class DetectLabels
{
    private const double Micro = 1e-6;

    [Fact]
    public async Task Boxes_are_read_back_as_they_were_drawn() => await Gen.Select(
        Gen.Int[1, 8192], Gen.Int[1, 8192], Gen.Double.Unit, Gen.Double.Unit, Gen.Double[0.001, 1], Gen.Double[0.001, 1]).SampleAsync(
        async one =>
        {
            var (width, height, x, y, w, h) = one;
            var drawn = new Bounds(x * width, y * height, w * (1 - x) * width, h * (1 - y) * height);
            if (drawn.W < Micro || drawn.H < Micro) return;
            var row = RowBuilder.Image("a.jpg", width, height);
            var joined = await Yolo.WriteAsync("detect", row.Box(row.Object("Car"), drawn.X, drawn.Y, drawn.W, drawn.H).Build());
            AssertSame(drawn, Yolo.OnlyLine(joined, "detect"), width, height);
        },
        iter: 300);

    [Fact]
    public async Task Every_shape_with_an_extent_has_the_box_of_what_is_drawn()
    {
        var export = LoadExport.Create(rows: 4, objectsPerRow: 50, seed: 9);
        SampleRow[] rows = [.. Enumerable.Range(0, 4).Select(export.Row)];

        var joined = await Yolo.WriteAsync("detect", rows);

        foreach (var row in rows)
        {
            var drawn = row.Truth.Annotations.Where(static one => one.Shape is not ShapeTruth.Point).ToArray();
            var written = Yolo.Read(joined, "detect", $"yolo/detect/labels/{row.Truth.Annotations[0].DataUnitHash}.txt");
            Assert.Equal(drawn.Length, written.Count);
            foreach (var (truth, (_, numbers)) in drawn.Zip(written)) AssertSame(Clip(truth.Shape.Bounds!.Value, truth), numbers, truth.Width, truth.Height);
        }
        var skipped = joined.Ledger.SelectMany(static line => line.Skipped).ToArray();
        Assert.All(skipped, static entry => Assert.Equal("no_form_for_shape", entry.Reason));
        Assert.Equal(rows.Sum(static row => row.Truth.Annotations.Count(static one => one.Shape is ShapeTruth.Point)), skipped.Sum(static entry => entry.Count));
    }

    [Fact]
    public async Task What_hangs_over_the_edge_is_cut_off_and_what_is_past_it_is_not_written()
    {
        var (row, events) = Drawn(
            new BoundingBox(-10, 20, 40, 30), new BoundingBox(90, 70, 40, 30), new BoundingBox(200, 20, 40, 30), new BoundingBox(10, 10, 0, 5),
            new BoundingBox(0, 0, 100.0000001, 80));

        var joined = await Joined.WriteAsync(Yolo.Of("detect"), null, (row, events));

        Assert.Equal(["0 0.15 0.4375 0.3 0.375", "0 0.95 0.9375 0.1 0.125", "0 0.5 0.5 1 1"], joined.Files.Text("yolo/detect/labels/unit-1/4.txt").Split('\n')[..^1]);
        var ledger = Assert.Single(joined.Ledger);
        Assert.Equal([("clipped", 2)], ledger.Losses.Select(static entry => (entry.Reason, entry.Count)));
        Assert.Equal([("empty", 1), ("outside_frame", 1)], ledger.Skipped.Select(static entry => (entry.Reason, entry.Count)));
    }

    [Fact]
    public async Task The_turn_of_a_box_is_lost_but_not_that_of_one_that_stands_upright_all_the_same()
    {
        var (row, events) = Drawn(new RotatableBoundingBox(20, 20, 40, 20, 30), new RotatableBoundingBox(20, 20, 40, 20, 90), new RotatableBoundingBox(1, 1, 40, 20, 0));
        var joined = await Joined.WriteAsync(Yolo.Of("detect"), null, (row, events));
        Assert.Equal([("rotation_dropped", 1)], Assert.Single(joined.Ledger).Losses.Select(static entry => (entry.Reason, entry.Count)));
    }

    [Fact]
    public async Task A_line_that_a_loader_would_drop_as_repeated_is_skipped_with_that_reason()
    {
        var box = new BoundingBox(10, 20, 30, 40);
        var (row, events) = Drawn(box, box, new BoundingBox(10, 20, 30, 40.000000001), box with { H = 41 });
        var joined = await Joined.WriteAsync(Yolo.Of("detect"), null, (row, events));
        Assert.Equal([("repeated", 2)], Assert.Single(joined.Ledger).Skipped.Select(static entry => (entry.Reason, entry.Count)));
        Assert.Equal(2, joined.Count);
    }

    [Fact]
    public async Task Ranges_pages_and_things_in_space_are_skipped_each_with_its_reason()
    {
        var audio = RowBuilder.Audio("call.mp3", 10);
        var page = RowBuilder.Pdf("form.pdf", 1);
        var scene = RowBuilder.Scene("drive");
        var image = RowBuilder.Image("a.jpg", 10, 10);
        var rows = new[]
        {
            audio.Span(audio.Object("Voice"), 0, 100).Build(),
            page.Box(page.Object("Field"), 0.1, 0.1, 0.2, 0.2).Build(),
            scene.Cuboid(scene.Object("Car"), [0, 0, 0], [0, 0, 0], [1, 1, 1]).Build(),
            image.Box(image.Object("Car"), 1, 1, 2, 2).Build(),
        };

        var joined = await Yolo.WriteAsync("detect", rows);

        Assert.Equal(
            ["no_frame", "no_frame_size", "no_form_for_shape"],
            joined.Ledger.SelectMany(static line => line.Skipped).Select(static entry => entry.Reason));
        Assert.Equal(2, joined.Files.Files.Count);
    }

    public static (RowContext Row, RowEvent[] Events) Drawn(params Shape[] shapes) => (
        Writing.Row,
        [.. shapes.Select(static shape => new RowEvent.AnnotationRead(Writing.Annotate(shape, size: new FrameSize(100, 80))))]);

    private static Bounds Clip(Bounds box, AnnotationTruth on)
    {
        var (left, top) = (Math.Max(box.X, 0), Math.Max(box.Y, 0));
        return new Bounds(left, top, Math.Min(box.X + box.W, on.Width) - left, Math.Min(box.Y + box.H, on.Height) - top);
    }

    private static void AssertSame(Bounds drawn, double[] numbers, int width, int height)
    {
        var (cx, cy, w, h) = (numbers[0] * width, numbers[1] * height, numbers[2] * width, numbers[3] * height);
        Assert.Equal(drawn.X, cx - (w / 2), Micro);
        Assert.Equal(drawn.Y, cy - (h / 2), Micro);
        Assert.Equal(drawn.X + drawn.W, cx + (w / 2), Micro);
        Assert.Equal(drawn.Y + drawn.H, cy + (h / 2), Micro);
    }
}
