using CsCheck;
using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Masks;

namespace EncordFunctions.Labels.Tests.Masks;

public sealed class PolygonMasks
{
    private const int Times = 2_000;

    [Fact]
    public void A_pixel_is_set_when_its_centre_is_inside()
    {
        Assert.Equal(
            """
            ......
            .##...
            .##...
            ......
            """,
            Drawn([[[new(0.6, 0.6), new(3.4, 0.6), new(3.4, 3.4), new(0.6, 3.4)]]], 6, 4));
    }

    [Fact]
    public void A_centre_on_an_outline_belongs_to_what_lies_right_of_it_or_below()
    {
        Vertex[] Box(double left, double right) => [new(left, 0.5), new(right, 0.5), new(right, 2.5), new(left, 2.5)];

        Assert.Equal("##....\n##....\n......", Drawn([[Box(0.5, 2.5)]], 6, 3));
        Assert.Equal("..##..\n..##..\n......", Drawn([[Box(2.5, 4.5)]], 6, 3));
    }

    [Fact]
    public void Polygons_that_share_an_edge_share_no_pixel_and_leave_none_out()
    {
        Gen.Select(Gen.Double[-3, 23], Gen.Double[-3, 23], Gen.Double[-3, 23], Gen.Double[-3, 23]).Sample(
            (ax, ay, bx, by) =>
            {
                Vertex top = new(ax, -9), upper = new(bx, Math.Min(ay, by)), lower = new(ay, Math.Max(ay, by) + 0.1), bottom = new(by, 99);
                var left = Of([[[top, upper, lower, bottom, new(-99, 99), new(-99, -9)]]], 20, 20);
                var right = Of([[[bottom, lower, upper, top, new(199, -9), new(199, 99)]]], 20, 20);
                Assert.All(left.Zip(right), pair => Assert.Equal(1, pair.First + pair.Second));
            },
            iter: Times);
    }

    [Fact]
    public void A_hole_is_left_out_and_an_island_in_it_is_not()
    {
        Assert.Equal(
            """
            #######
            #.....#
            #.###.#
            #.....#
            #######
            """,
            Drawn([[Rectangle(0, 0, 7, 5), Rectangle(1, 1, 6, 4)], [Rectangle(2, 2, 5, 3)]], 7, 5));
    }

    [Fact]
    public void The_hole_of_one_polygon_takes_nothing_from_another()
    {
        Assert.Equal("######\n######", Drawn([[Rectangle(0, 0, 6, 2)], [Rectangle(0, 0, 6, 2), Rectangle(2, 0, 4, 2)]], 6, 2));
    }

    [Fact]
    public void Holes_that_overlap_or_stick_out_only_take_away()
    {
        Assert.Equal("##....", Drawn([[Rectangle(0, 0, 6, 1), Rectangle(2, 0, 5, 1), Rectangle(4, 0, 9, 1)]], 6, 1));
    }

    [Fact]
    public void A_ring_that_crosses_itself_is_inside_where_it_goes_round_once()
    {
        Assert.Equal("##..##", Drawn([[[new(0, 0), new(6, 0), new(6, 1), new(2, 1), new(2, -1), new(4, -1), new(4, 2), new(0, 2)]]], 6, 1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Rings_of_fewer_than_three_vertices_cover_nothing(int vertices)
    {
        Vertex[] ring = [.. Enumerable.Range(0, vertices).Select(at => new Vertex(9 * at, 9 * at))];

        Assert.Equal(0, PolygonMask.Of([[ring]], 8, 8)!.Area);
    }

    [Fact]
    public void Nothing_at_all_and_what_lies_beside_the_frame_are_an_empty_mask()
    {
        Assert.Equal([12], PolygonMask.Of([], 4, 3)!.Runs);
        Assert.Equal([12], PolygonMask.Of([[]], 4, 3)!.Runs);
        Assert.Equal([12], PolygonMask.Of([[Rectangle(4, 0, 9, 3)], [Rectangle(-5, 0, 0, 3)], [Rectangle(0, -9, 4, 0)]], 4, 3)!.Runs);
    }

    [Fact]
    public void A_polygon_over_the_whole_frame_is_two_runs()
    {
        Assert.Equal([0, 12], PolygonMask.Of([[Rectangle(-1e9, -1e9, 1e9, 1e9)]], 4, 3)!.Runs);
    }

    [Fact]
    public void A_polygon_of_few_runs_is_drawn_on_a_frame_of_many_pixels()
    {
        Assert.Equal(8_192L * 8_192, PolygonMask.Of([[Rectangle(0, 0, 8_192, 8_192)]], 16_384, 16_384)!.Area);
    }

    [Fact]
    public void A_frame_that_can_not_be_is_refused() => Assert.Throws<ArgumentException>(() => PolygonMask.Of([], 0, 5));

    [Fact]
    public void An_outline_that_goes_up_and_down_too_often_is_not_drawn()
    {
        Vertex[] comb = [.. Enumerable.Range(0, 40_000).Select(at => new Vertex(at / 4.0, at % 2 == 0 ? -1 : 10_001))];

        Assert.Null(PolygonMask.Of([[comb]], 10_000, 10_000));
    }

    [Fact]
    public void An_outline_that_goes_up_and_down_as_often_as_may_be_is_drawn_and_one_row_more_is_not()
    {
        const int height = 8_192;
        // On one line beside the frame, so that it sets no pixel.
        List<Vertex> comb = [.. Enumerable.Range(0, PolygonMask.MostCrossings / height).Select(at => new Vertex(-1, at % 2 == 0 ? -1 : height + 1))];

        Assert.Equal([height], PolygonMask.Of([[[.. comb]]], 1, height)!.Runs);
        comb.AddRange([new(-1, -1), new(-1, 1)]);
        Assert.Null(PolygonMask.Of([[[.. comb]]], 1, height));
    }

    [Fact]
    public void Pixels_equal_those_of_a_test_of_each_centre() => Gen.Select(Gen.Int[1, 24], Gen.Int[1, 24], QuarterPixels).Sample(
        (width, height, parts) =>
        {
            Vertex[][][] vertices = [.. parts.Select(part => part.Select(ring => ring.Select(at => new Vertex(at.X / 4.0, at.Y / 4.0)).ToArray()).ToArray())];

            Assert.Equal(Naive(parts, width, height), Of(vertices, width, height));
        },
        iter: Times);

    /// <summary>Quarters of a pixel: centres lie on corners and edges often, and whole numbers can tell exactly.</summary>
    private static Gen<(int X, int Y)[][][]> QuarterPixels { get; } =
        Gen.Select(Gen.Int[-20, 110], Gen.Int[-20, 110]).Array[0, 9].Array[0, 3].Array[0, 4];

    private static byte[] Naive((int X, int Y)[][][] parts, int width, int height)
    {
        var pixels = new byte[width * height];
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
                if (parts.Any(part => part is [var outer, .. var holes] && Holds(outer, x, y) && !holes.Any(hole => Holds(hole, x, y))))
                    pixels[(y * width) + x] = 1;
        return pixels;
    }

    private static bool Holds((int X, int Y)[] ring, int x, int y)
    {
        var (centreX, centreY) = (4L * x + 2, 4L * y + 2);
        var holds = false;
        for (var at = 0; at < ring.Length; at++)
        {
            var (a, b) = (ring[at], ring[(at + 1) % ring.Length]);
            if (a.Y > centreY == b.Y > centreY) continue;
            if (a.Y > b.Y) (a, b) = (b, a);
            if (((b.X - a.X) * (centreY - a.Y)) <= ((centreX - a.X) * (b.Y - a.Y))) holds = !holds;
        }
        return holds;
    }

    private static Vertex[] Rectangle(double left, double top, double right, double bottom) =>
        [new(left, top), new(right, top), new(right, bottom), new(left, bottom)];

    private static byte[] Of(Vertex[][][] parts, int width, int height) => NaiveMask.PixelsOf(PolygonMask.Of(parts, width, height)!);

    private static string Drawn(Vertex[][][] parts, int width, int height) =>
        string.Join('\n', Of(parts, width, height).Chunk(width).Select(row => string.Concat(row.Select(pixel => pixel == 0 ? '.' : '#'))));
}
