using CsCheck;
using EncordFunctions.Formats.Tests.Support;
using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Masks;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Shapes;
using EncordFunctions.Local.Sample;

namespace EncordFunctions.Formats.Tests.Yolo;

public sealed class ObbLabels
{
    [Fact]
    public async Task A_turned_box_has_the_corners_it_was_drawn_with() => await Gen.Select(
        Gen.Double[300, 700], Gen.Double[300, 500], Gen.Double[1, 200], Gen.Double[1, 200], Gen.Double[0, 360]).SampleAsync(
        async (cx, cy, w, h, theta) =>
        {
            var truth = new ShapeTruth.RotatedBox(cx - (w / 2), cy - (h / 2), w, h, theta);
            var row = RowBuilder.Image("a.jpg", 1000, 800);
            var joined = await Yolo.WriteAsync("obb", row.RotatedBox(row.Object("Sign"), truth.X, truth.Y, w, h, theta).Build());
            SegmentLabels.AssertSame([.. truth.Corners()], Yolo.VerticesOf(Yolo.OnlyLine(joined, "obb"), 1000, 800));
            Assert.Empty(Assert.Single(joined.Ledger).Losses);
        },
        iter: 200);

    [Fact]
    public async Task The_rectangle_of_a_polygon_holds_it_and_is_as_small_as_any() =>
        await Gen.Select(Gen.Double[5, 95], Gen.Double[5, 75]).Select(static (x, y) => new Vertex(x, y)).Array[3, 12].SampleAsync(
            async ring =>
            {
                if (ring.Distinct().Count() < 3) return;
                // On a frame a hundred times as large nothing of it can hang over the edge.
                var (corners, _) = await WriteAsync(new Polygon([[[.. ring.Select(static at => new Vertex(at.X + 4950, at.Y + 4950))]]]), 10_000);
                AssertRectangleAround([.. ring.Select(static at => new Vertex(at.X + 4950, at.Y + 4950))], corners);
            },
            iter: 500);

    [Fact]
    public async Task The_rectangle_of_a_mask_holds_its_pixels_and_is_as_small_as_any() => await Gen.Byte[0, 4].Array[12 * 8].SampleAsync(
        async noise =>
        {
            var pixels = new byte[200 * 200];
            for (var at = 0; at < noise.Length; at++) pixels[((80 + (at / 12)) * 200) + 85 + (at % 12)] = noise[at] == 4 ? (byte)1 : (byte)0;
            if (!pixels.Contains((byte)1)) return;
            var (corners, _) = await WriteAsync(new Bitmask(Mask.FromBytes(pixels, 200, 200)), 200);
            Vertex[] all =
            [
                .. Enumerable.Range(0, pixels.Length).Where(at => pixels[at] != 0).Select(static at => (X: at % 200, Y: at / 200))
                    .SelectMany(static at => new Vertex[] { new(at.X, at.Y), new(at.X + 1, at.Y), new(at.X, at.Y + 1), new(at.X + 1, at.Y + 1) }),
            ];
            AssertRectangleAround(all, corners);
        },
        iter: 100);

    [Fact]
    public async Task A_run_that_goes_on_over_rows_is_all_in_the_rectangle()
    {
        var (corners, _) = await WriteAsync(new Bitmask(Mask.FromRuns([150, 330, 100 * 100 - 480], 100, 100)), 100);
        AssertRectangleAround([new(50, 1), new(100, 1), new(100, 4), new(80, 4), new(80, 5), new(0, 5), new(0, 2), new(50, 2)], corners);
    }

    [Theory]
    [InlineData(-10, 20, 40, 30)]
    [InlineData(170, 20, 40, 30)]
    public async Task An_upright_box_over_the_edge_is_cut_there(double x, double y, double w, double h)
    {
        var (corners, losses) = await WriteAsync(new BoundingBox(x, y, w, h), 200);
        var (left, right) = (Math.Max(x, 0), Math.Min(x + w, 200));
        SegmentLabels.AssertSame([new(left, y), new(right, y), new(right, y + h), new(left, y + h)], corners);
        Assert.Equal(["clipped"], losses);
    }

    [Fact]
    public async Task A_bar_across_a_corner_of_the_frame_stays_a_bar()
    {
        // Its four corners are all outside; moved onto the edges they would be two points.
        var (corners, losses) = await WriteAsync(new RotatableBoundingBox(-60, 20, 200, 20, 315), 200);
        Assert.Equal(["clipped"], losses);
        Assert.All(corners, static at => Assert.True(at is { X: >= 0 and <= 200, Y: >= 0 and <= 200 }));
        var area = AreaOf(corners);
        Assert.InRange(area, 500, 2500);
        // It runs from the left edge to the top one.
        Assert.Contains(corners, static at => at.X < 1 && at.Y > 40);
        Assert.Contains(corners, static at => at.Y < 1 && at.X > 40);
    }

    [Fact]
    public async Task What_is_past_the_edge_or_encloses_nothing_is_skipped()
    {
        var (row, events) = DetectLabels.Drawn(
            new RotatableBoundingBox(-50, -50, 20, 20, 45), new RotatableBoundingBox(5, 5, 20, 0, 45), new Polygon([[[new(1, 1), new(5, 5), new(9, 9)]]]),
            new Polyline([new(1, 1), new(5, 5)]), new Point(new Vertex(3, 3)), new BoundingBox(1, 1, 5, 5));
        var joined = await Joined.WriteAsync(Yolo.Of("obb"), null, (row, events));
        Assert.Equal(
            [("empty", 2), ("no_form_for_shape", 2), ("outside_frame", 1)],
            Assert.Single(joined.Ledger).Skipped.Select(static entry => (entry.Reason, entry.Count)));
    }

    [Fact]
    public async Task Round_shapes_have_the_box_they_were_drawn_in()
    {
        SegmentLabels.AssertSame([new(40, 30), new(60, 30), new(60, 50), new(40, 50)], (await WriteAsync(new Circle(50, 40, 10, 1, 0), 200)).Corners);
        var truth = new ShapeTruth.RotatedBox(70, 90, 60, 20, 30);
        SegmentLabels.AssertSame([.. truth.Corners()], (await WriteAsync(new Ellipse(100, 100, 30, 10, 30), 200)).Corners);
    }

    /// <summary>Tries a rectangle along the line through any two of the points, and there is none that is smaller.</summary>
    private static void AssertRectangleAround(Vertex[] points, Vertex[] corners)
    {
        // Along the longer side, since a millionth of a pixel turns a short one.
        var (first, second) = Length(corners[0], corners[1]) > Length(corners[1], corners[2]) ? (corners[0], corners[1]) : (corners[1], corners[2]);
        var (ux, uy) = ((second.X - first.X) / Length(first, second), (second.Y - first.Y) / Length(first, second));
        var (along, across) = (Extent(corners, ux, uy), Extent(corners, -uy, ux));
        foreach (var point in points)
        {
            Assert.InRange((point.X * ux) + (point.Y * uy), along.Low - 1e-3, along.High + 1e-3);
            Assert.InRange((point.Y * ux) - (point.X * uy), across.Low - 1e-3, across.High + 1e-3);
        }
        Assert.Equal((along.High - along.Low) * (across.High - across.Low), AreaOf(corners), 1e-2);
        var all = points.Distinct().ToArray();
        var smallest = double.PositiveInfinity;
        foreach (var from in all)
        {
            foreach (var to in all)
            {
                if (from == to) continue;
                var length = Length(from, to);
                var (cos, sin) = ((to.X - from.X) / length, (to.Y - from.Y) / length);
                var (level, upright) = (Extent(all, cos, sin), Extent(all, -sin, cos));
                smallest = Math.Min(smallest, (level.High - level.Low) * (upright.High - upright.Low));
            }
        }
        Assert.InRange(AreaOf(corners), 0, smallest * (1 + 1e-6) + 1e-3);
    }

    private static double Length(Vertex from, Vertex to) => double.Hypot(to.X - from.X, to.Y - from.Y);

    private static (double Low, double High) Extent(Vertex[] points, double x, double y)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var point in points)
        {
            low = Math.Min(low, (point.X * x) + (point.Y * y));
            high = Math.Max(high, (point.X * x) + (point.Y * y));
        }
        return (low, high);
    }

    private static double AreaOf(Vertex[] ring)
    {
        var twice = 0.0;
        for (var i = 0; i < ring.Length; i++) twice += (ring[i].X * ring[(i + 1) % ring.Length].Y) - (ring[(i + 1) % ring.Length].X * ring[i].Y);
        return Math.Abs(twice) / 2;
    }

    private static async Task<(Vertex[] Corners, string[] Losses)> WriteAsync(Shape shape, int side)
    {
        var drawn = new RowEvent.AnnotationRead(Writing.Annotate(shape, size: new FrameSize(side, side)));
        var joined = await Joined.WriteAsync(Yolo.Of("obb"), null, (Writing.Row, [drawn]));
        return (Yolo.VerticesOf(Yolo.OnlyLine(joined, "obb"), side, side), [.. Assert.Single(joined.Ledger).Losses.Select(static entry => entry.Reason)]);
    }
}
