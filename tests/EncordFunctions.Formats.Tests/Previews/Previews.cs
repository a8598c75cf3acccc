using CsCheck;
using EncordFunctions.Formats.Ledger;
using EncordFunctions.Formats.Tests.Support;
using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Masks;
using EncordFunctions.Labels.Ontologies;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Shapes;
using EncordFunctions.Local.Sample;

namespace EncordFunctions.Formats.Tests.Previews;

public sealed class Previews
{
    [Fact]
    public async Task A_picture_is_as_large_as_its_frame_and_says_what_is_on_it()
    {
        var (files, ledger) = await Writing.WriteAsync(new PreviewSvg(), PreviewPage.Named(new BoundingBox(10, 20, 30, 40), "Car"), PreviewPage.Named(new Point(new(5, 6)), "Light"));

        var svg = PreviewPage.Read(files, "preview.svg");
        Assert.Equal("image/svg+xml", files.ContentTypes["preview.svg"]);
        var frame = Assert.Single(svg.Elements(PreviewPage.Svg + "rect"), one => (string?)one.Attribute("class") == "frame");
        Assert.Equal(("640", "480"), (frame.Attribute("width")!.Value, frame.Attribute("height")!.Value));
        Assert.Equal("left.jpg", svg.Element(PreviewPage.Svg + "title")!.Value);
        Assert.Equal("2 labels on a frame, 640 × 480 px.", svg.Element(PreviewPage.Svg + "desc")!.Value);
        Assert.Equal(["Car", "Light"], PreviewPage.Names(svg).Select(static one => one.Value));
        Assert.Equal(("preview", LedgerUnit.Annotations, 2L, 2L), (ledger.Derivative, ledger.Of, ledger.In, ledger.Written));
    }

    [Fact]
    public async Task A_turned_box_stands_where_it_was_turned_to()
    {
        var truth = new ShapeTruth.RotatedBox(100, 200, 80, 40, 33);

        var (files, _) = await Writing.WriteAsync(new PreviewSvg(), Writing.Read(new RotatableBoundingBox(100, 200, 80, 40, 33)));

        var drawn = Assert.Single(PreviewPage.Paths(PreviewPage.Read(files, "preview.svg")).SelectMany(static path => path));
        Assert.Equal(4, drawn.Count);
        Assert.All(drawn.Zip(truth.Corners()), static pair => Assert.True(Math.Abs(pair.First.X - pair.Second.X) < 0.02 && Math.Abs(pair.First.Y - pair.Second.Y) < 0.02));
    }

    [Fact]
    public Task A_mask_covers_its_own_pixels_and_no_others() => Gen.Select(Gen.Int[1, 24], Gen.Int[1, 20]).SelectMany(
        (width, height) => Gen.Byte[0, 1].Array[width * height].Select(pixels => (pixels, width, height))).SampleAsync(
        async picture =>
        {
            var (pixels, width, height) = picture;
            var mask = Writing.Annotate(new Bitmask(Mask.FromBytes(pixels, width, height)), size: new FrameSize(width, height));

            var (files, ledger) = await Writing.WriteAsync(new PreviewSvg(), new RowEvent.AnnotationRead(mask));

            if (!pixels.Contains((byte)1)) return files.Files.Count == 0 && ledger.Skipped is [{ Reason: "empty", Count: 1 }];
            var rings = PreviewPage.Paths(PreviewPage.Read(files, "preview.svg")).Single();
            return Enumerable.Range(0, pixels.Length).All(at => SvgPath.Covers(rings, (at % width) + 0.5, (at / width) + 0.5) == (pixels[at] == 1));
        },
        iter: 150);

    [Fact]
    public async Task A_hole_is_a_hole_whichever_way_it_winds()
    {
        Vertex[] outer = [new(0, 0), new(90, 0), new(90, 90), new(0, 90)];
        Vertex[] hole = [new(30, 30), new(60, 30), new(60, 60), new(30, 60)];
        var (files, _) = await Writing.WriteAsync(new PreviewSvg(), Writing.Read(new Polygon([[outer, hole]])), Writing.Read(new Polygon([[outer, [.. hole.Reverse()]]])));

        foreach (var rings in PreviewPage.Paths(PreviewPage.Read(files, "preview.svg")))
        {
            Assert.True(SvgPath.Covers(rings, 10, 45));
            Assert.False(SvgPath.Covers(rings, 45, 45));
        }
        Assert.Contains("fill-rule:evenodd", files.Text("preview.svg"));
    }

    [Fact]
    public async Task A_box_in_perspective_shows_both_its_faces()
    {
        var box = new Cuboid2D([new(100, 100), new(200, 100), new(200, 180), new(100, 180)], new Projection.Isometric(new(20, -25)));

        var (files, _) = await Writing.WriteAsync(new PreviewSvg(), Writing.Read(box));

        var paths = PreviewPage.Paths(PreviewPage.Read(files, "preview.svg")).ToArray();
        Assert.Contains(paths, path => path.Any(ring => ring.SequenceEqual(box.Front)));
        Assert.Contains(paths, path => path.Any(ring => ring.SequenceEqual([new(120, 75), new(220, 75), new(220, 155), new(120, 155)])));
    }

    [Fact]
    public async Task A_skeleton_has_the_bones_of_its_template_and_joints_that_can_be_seen()
    {
        var template = new SkeletonTemplate("Person")
        {
            Points = [new("0", "head", "h0"), new("1", "hip", "h1"), new("2", "foot", "h2")],
            Edges = [new("0", "1"), new("1", "2")],
        };
        var skeleton = new Skeleton([
            new("head", "h0", new(50, 10), Visibility.Visible), new("hip", "h1", new(50, 60), Visibility.Occluded), new("foot", "h2", new(50, 99), Visibility.Invisible),
        ]);
        var row = Writing.Row with { Ontology = new Ontology([], [], [template]) };

        var svg = PreviewPage.Read(await PreviewPage.WriteAsync(row, new PreviewSvg(), PreviewPage.Named(skeleton, "Person")), "preview.svg");

        Assert.Equal([[new(50, 10), new(50, 60)], [new(50, 60), new(50, 99)]], PreviewPage.Paths(svg).Single());
        Assert.Equal(["j", "o"], svg.Descendants(PreviewPage.Svg + "circle").Select(static one => one.Attribute("class")!.Value));
    }

    [Theory]
    [MemberData(nameof(Undrawable), DisableDiscoveryEnumeration = true)]
    public async Task What_has_no_place_on_a_picture_is_skipped_for_a_reason(Shape shape, FrameSize size, string reason)
    {
        var (files, ledger) = await Writing.WriteAsync(new PreviewSvg(), new RowEvent.AnnotationRead(Writing.Annotate(shape) with { Frame = new Frame(0, size) }));

        Assert.Empty(files.Files);
        Assert.Equal((1L, 0L, reason), (ledger.In, ledger.Written, Assert.Single(ledger.Skipped).Reason));
    }

    public static TheoryData<Shape, FrameSize, string> Undrawable { get; } = new()
    {
        { new Cuboid(default, default, new(1, 1, 1)), new(640, 480), "no_form_for_shape" },
        { new Point3D(default), new(640, 480), "no_form_for_shape" },
        { new Segmentation([new(0, 0)]), new(640, 480), "no_form_for_shape" },
        { new Circle(9, 9, 5, 2, 0), new(640, 480), "no_form_for_shape" },
        { new RotatableBoundingBox(0, 0, 1, 1, 30) { IsInPixels = false }, default, "no_frame_size" },
        { new Bitmask(Writing.TopRow), default, "no_frame_size" },
        { new Polygon([]), new(640, 480), "empty" },
        { new BoundingBox(700, 0, 10, 10), new(640, 480), "outside_frame" },
        { new BoundingBox(0, -20, 10, 10), new(640, 480), "outside_frame" },
    };

    [Fact]
    public async Task A_frame_of_unknown_size_is_a_square_that_fractions_are_laid_on()
    {
        var box = Writing.Annotate(new BoundingBox(0.5, 0.25, 0.25, 0.125)) with { Frame = new Frame(0, default) };

        var (files, _) = await Writing.WriteAsync(new PreviewSvg(), new RowEvent.AnnotationRead(box));

        var svg = PreviewPage.Read(files, "preview.svg");
        Assert.Equal([[new(500, 250), new(750, 250), new(750, 375), new(500, 375)]], PreviewPage.Paths(svg).Single());
        Assert.Contains("unit square", svg.Element(PreviewPage.Svg + "desc")!.Value);
    }

    [Fact]
    public async Task Ranges_of_sound_are_bars_on_a_strip()
    {
        var unit = new DataUnit("u", "call.mp3", "audio/mp3", 0, default, null) { Duration = 50 };
        var row = Writing.Row with { Index = new RowIndex { Header = new LabelRowHeader { DataTitle = "call.mp3", DataType = "audio" }, Units = [unit] } };
        RowEvent Says(string who, long start, long end) => new RowEvent.AnnotationRead(
            Writing.Annotate(new Span("audio"), who) with { Unit = unit, Frame = null, Range = new LabelRange.Span(start, end), Name = "Speaker" });

        var (files, ledger) = await PreviewPage.WriteWithLedgerAsync(row, new PreviewSvg(), Says("ada", 0, 25_000), Says("bob", 25_000, 50_000), Says("ada", 40_000, 45_000));

        Assert.Equal((3L, 3L), (ledger.In, ledger.Written));
        var svg = PreviewPage.Read(files, "preview.svg");
        Assert.Equal("3 labels on a frame, 0 to 50,000 ms.", svg.Element(PreviewPage.Svg + "desc")!.Value);
        var bars = PreviewPage.Paths(svg).Select(static path => path.Single()).ToArray();
        Assert.Equal([(0, 500), (500, 1000), (800, 900)], bars.Select(static bar => ((int)bar[0].X, (int)bar[1].X)));
        Assert.Equal(bars[0][0].Y, bars[2][0].Y);
        Assert.NotEqual(bars[0][0].Y, bars[1][0].Y);
    }

    [Fact]
    public async Task What_sticks_out_far_is_cut_off_and_counted_as_a_loss()
    {
        var (_, ledger) = await Writing.WriteAsync(new PreviewSvg(), Writing.Read(new BoundingBox(600, 400, 400, 20)), Writing.Read(new BoundingBox(600, 400, 42, 20)));

        Assert.Equal([new LedgerEntry("clipped", 1, "row 3, frame 4, object o/+1")], ledger.Losses);
        Assert.Equal(2, ledger.Written);
    }
}
