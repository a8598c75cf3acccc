using CsCheck;
using EncordFunctions.Formats.Tests.Support;
using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Masks;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Shapes;
using EncordFunctions.Local.Sample;

namespace EncordFunctions.Formats.Tests.Yolo;

public sealed class SegmentLabels
{
    [Fact]
    public async Task A_mask_filled_again_from_its_one_line_is_the_mask() => await DrawnGen.Picture.SampleAsync(
        async picture =>
        {
            var (pixels, width, height) = picture;
            if (!pixels.Contains((byte)1)) return;
            var (ring, _) = await WriteAsync(new Bitmask(Mask.FromBytes(pixels, width, height)), width, height);
            var expected = pixels.Select(static pixel => pixel != 0);
            Assert.Equal(expected, Filling.EvenOdd(ring, width, height));
            Assert.Equal(expected, Filling.NonZero(ring, width, height));
        },
        iter: 200);

    [Fact]
    public async Task A_polygon_with_holes_and_islands_covers_the_pixels_it_did() => await DrawnGen.Rings.SampleAsync(
        async parts =>
        {
            var (ring, _) = await WriteAsync(new Polygon(parts), 60, 50);
            AssertCovers(parts, Filling.EvenOdd(ring, 60, 50));
            AssertCovers(parts, Filling.NonZero(ring, 60, 50));
        },
        iter: 200);

    [Fact]
    public async Task A_polygon_over_the_edge_keeps_what_is_on_the_frame() => await Gen.Select(DrawnGen.Rings, Gen.Double[-40, 30], Gen.Double[-30, 30]).SampleAsync(
        async (parts, dx, dy) =>
        {
            Vertex[][][] moved = [.. parts.Select(part => part.Select(ring => ring.Select(at => new Vertex(at.X + dx, at.Y + dy)).ToArray()).ToArray())];
            if (!Covered(moved, 60, 50).Contains(true)) return;
            var (ring, ledger) = await WriteAsync(new Polygon(moved), 60, 50);
            Assert.All(ring, static vertex => Assert.True(vertex is { X: >= 0 and <= 60, Y: >= 0 and <= 50 }));
            AssertCovers(moved, Filling.EvenOdd(ring, 60, 50));
            if (parts.Any(static part => part[0].Length > 0) && moved.SelectMany(static part => part[0]).Any(static at => at.X < -1 || at.Y < -1 || at.X > 61 || at.Y > 51))
                Assert.Contains("clipped", ledger);
        },
        iter: 200);

    [Fact]
    public async Task A_simple_polygon_has_its_own_vertices_and_loses_nothing()
    {
        var row = RowBuilder.Image("a.jpg", 300, 200);
        Vertex[] drawn = [new(10, 20), new(290.5, 30), new(150, 190.25)];
        var joined = await Yolo.WriteAsync("segment", row.Polygon(row.Object("House"), drawn).Build());
        var read = Yolo.VerticesOf(Yolo.OnlyLine(joined, "segment"), 300, 200);
        AssertSame(drawn, read);
        Assert.Empty(Assert.Single(joined.Ledger).Losses);
    }

    [Fact]
    public async Task A_hole_is_joined_by_a_level_cut_through_the_area_and_that_is_a_loss()
    {
        var (ring, losses) = await WriteAsync(
            new Polygon([[[new(0, 0), new(10, 0), new(10, 10), new(0, 10)], [new(4, 4), new(6, 4), new(6, 6), new(4, 6)]]]), 20, 20);
        AssertSame(
            [
                new(0, 0), new(10, 0), new(10, 10), new(0, 10),
                new(0, 4), new(4, 4), new(4, 6), new(6, 6), new(6, 4), new(4, 4), new(0, 4),
            ],
            ring);
        Assert.Equal(["hole_bridged"], losses);
    }

    [Fact]
    public async Task Two_parts_are_one_line_joined_where_they_are_near_and_that_is_a_loss()
    {
        var (ring, losses) = await WriteAsync(
            new Polygon([[[new(0, 0), new(4, 0), new(4, 4), new(0, 4)]], [[new(8, 3), new(9, 3), new(9, 5), new(8, 5)]]]), 20, 20);
        AssertSame(
            [new(0, 0), new(4, 0), new(4, 4), new(8, 3), new(9, 3), new(9, 5), new(8, 5), new(8, 3), new(4, 4), new(0, 4)], ring);
        Assert.Equal(["parts_joined"], losses);
    }

    [Fact]
    public async Task Round_shapes_are_rings_that_cover_nearly_the_same()
    {
        foreach (var (shape, isIn) in new (Shape, Func<double, double, bool>)[]
        {
            (new Circle(100, 80, 40, 1, 0), static (x, y) => double.Hypot(x - 100, y - 80) <= 40),
            (new Ellipse(100, 80, 60, 20, 30), static (x, y) =>
            {
                var (sin, cos) = Math.SinCos(-30 * Math.PI / 180);
                var (u, v) = (((x - 100) * cos) - ((y - 80) * sin), ((x - 100) * sin) + ((y - 80) * cos));
                return (u * u / 3600) + (v * v / 400) <= 1;
            }),
        })
        {
            var (ring, losses) = await WriteAsync(shape, 200, 160);
            var expected = Enumerable.Range(0, 200 * 160).Select(at => isIn((at % 200) + 0.5, (at / 200) + 0.5)).ToArray();
            Assert.True(Filling.Overlap(expected, Filling.EvenOdd(ring, 200, 160)) > 0.99);
            Assert.Empty(losses);
        }
    }

    [Fact]
    public async Task Boxes_are_rings_of_four_and_a_box_in_perspective_is_its_silhouette()
    {
        AssertSame([new(1, 2), new(4, 2), new(4, 6), new(1, 6)], (await WriteAsync(new BoundingBox(1, 2, 3, 4), 20, 20)).Ring);
        var turned = new ShapeTruth.RotatedBox(5, 5, 6, 4, 30);
        AssertSame([.. turned.Corners()], (await WriteAsync(new RotatableBoundingBox(5, 5, 6, 4, 30), 20, 20)).Ring);
        AssertSame(
            [new(2, 8), new(2, 4), new(4, 2), new(10, 2), new(10, 6), new(8, 8)],
            [.. Around((await WriteAsync(new Cuboid2D([new(2, 4), new(8, 4), new(8, 8), new(2, 8)], new Projection.Isometric(new Vertex(2, -2))), 20, 20)).Ring, new(2, 8))]);
    }

    [Fact]
    public async Task Lines_points_and_skeletons_cover_nothing_and_are_skipped()
    {
        var (row, events) = DetectLabels.Drawn(
            new Polyline([new(1, 1), new(5, 5)]), new Point(new Vertex(3, 3)), new Skeleton([new("a", null, new(1, 1), Visibility.Visible)]),
            new Circle(10, 10, 5, 1.5, 20), new Bitmask(Mask.FromRuns([8000], 100, 80)), new BoundingBox(300, 1, 5, 5), new BoundingBox(3, 1, 5, 5));
        var joined = await Joined.WriteAsync(Yolo.Of("segment"), null, (row, events));
        Assert.Equal(
            [("empty", 1), ("no_form_for_shape", 4), ("outside_frame", 1)],
            Assert.Single(joined.Ledger).Skipped.Select(static entry => (entry.Reason, entry.Count)));
    }

    [Fact]
    public async Task A_mask_of_noise_with_ten_thousands_of_holes_takes_seconds_and_is_still_the_mask()
    {
        const int Side = 480;
        var pixels = new byte[Side * Side];
        var state = 1u;
        for (var at = 0; at < pixels.Length; at++) pixels[at] = (byte)((state = (state * 1664525) + 1013904223) >> 30 == 0 ? 0 : 1);
        var (ring, losses) = await WriteAsync(new Bitmask(Mask.FromBytes(pixels, Side, Side)), Side, Side);
        Assert.Equal(["hole_bridged", "parts_joined"], losses);
        Assert.Equal(pixels.Select(static pixel => pixel != 0), FilledByRows(ring, Side));
    }

    /// <summary>The even-odd rule again, of a ring of level and upright sides: every upright side turns what is to the right of it.</summary>
    private static bool[] FilledByRows(Vertex[] ring, int side)
    {
        var turns = new bool[side * (side + 1)];
        for (var i = 0; i < ring.Length; i++)
        {
            var (high, low) = (Whole(ring[i]), Whole(ring[(i + 1) % ring.Length]));
            if (high.Y > low.Y) (high, low) = (low, high);
            for (var y = (int)high.Y; y < low.Y; y++)
            {
                // A bridge may be slanted; it is gone there and back, so that what it turns it turns back.
                var x = high.X + ((y + 0.5 - high.Y) * (low.X - high.X) / (low.Y - high.Y));
                turns[(y * (side + 1)) + (int)Math.Round(x)] ^= true;
            }
        }
        var filled = new bool[side * side];
        for (var y = 0; y < side; y++)
        {
            var isIn = false;
            for (var x = 0; x < side; x++) filled[(y * side) + x] = isIn ^= turns[(y * (side + 1)) + x];
        }
        return filled;
    }

    private static Vertex Whole(Vertex at) => new(Math.Round(at.X), Math.Round(at.Y));

    /// <summary>Compares a frame of 60 by 50. A pixel whose very centre is on a side may be in or out: a rounding decides.</summary>
    private static void AssertCovers(Vertex[][][] parts, bool[] filled)
    {
        var expected = Covered(parts, 60, 50);
        for (var at = 0; at < filled.Length; at++)
        {
            if (expected[at] == filled[at]) continue;
            var centre = new Vertex((at % 60) + 0.5, (at / 60) + 0.5);
            Assert.Contains(
                parts.SelectMany(static part => part).SelectMany(static ring => ring.Select((from, i) => (From: from, To: ring[(i + 1) % ring.Length]))),
                side => DistanceOf(centre, side.From, side.To) < 1e-6);
        }
    }

    private static double DistanceOf(Vertex at, Vertex from, Vertex to)
    {
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var share = Math.Clamp((((at.X - from.X) * dx) + ((at.Y - from.Y) * dy)) / ((dx * dx) + (dy * dy)), 0, 1);
        return double.Hypot(from.X + (share * dx) - at.X, from.Y + (share * dy) - at.Y);
    }

    private static bool[] Covered(Vertex[][][] parts, int width, int height)
    {
        var covered = new bool[width * height];
        foreach (var part in parts)
        {
            var own = part.Select(ring => Filling.EvenOdd(ring, width, height)).ToArray();
            for (var at = 0; at < covered.Length; at++) covered[at] |= own[0][at] && !own.Skip(1).Any(hole => hole[at]);
        }
        return covered;
    }

    private static async Task<(Vertex[] Ring, string[] Losses)> WriteAsync(Shape shape, int width, int height)
    {
        var drawn = new RowEvent.AnnotationRead(Writing.Annotate(shape, size: new FrameSize(width, height)));
        var joined = await Joined.WriteAsync(Yolo.Of("segment"), null, (Writing.Row, [drawn]));
        var ledger = Assert.Single(joined.Ledger);
        Assert.Equal(1, ledger.Written);
        return (Yolo.VerticesOf(Yolo.OnlyLine(joined, "segment"), width, height), [.. ledger.Losses.Select(static entry => entry.Reason)]);
    }

    private static IEnumerable<Vertex> Around(Vertex[] ring, Vertex first)
    {
        var at = Array.FindIndex(ring, vertex => double.Hypot(vertex.X - first.X, vertex.Y - first.Y) < 1e-6);
        return ring[at..].Concat(ring[..at]);
    }

    internal static void AssertSame(Vertex[] expected, Vertex[] read)
    {
        Assert.Equal(expected.Length, read.Length);
        foreach (var (one, other) in expected.Zip(read))
        {
            Assert.Equal(one.X, other.X, 1e-6);
            Assert.Equal(one.Y, other.Y, 1e-6);
        }
    }
}
