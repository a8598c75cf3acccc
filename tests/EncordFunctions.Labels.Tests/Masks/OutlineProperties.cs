using System.Diagnostics;
using CsCheck;
using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Masks;

namespace EncordFunctions.Labels.Tests.Masks;

public sealed class OutlineProperties
{
    private const int Times = 1_000;

    [Fact]
    public void Outlines_filled_again_are_the_mask_and_no_pixel_is_of_two() => MaskGen.Picture.Sample(
        picture =>
        {
            var (pixels, width, height) = picture;
            var filled = new int[pixels.Length];
            foreach (var polygon in MaskOutlines.Of(Mask.FromBytes(pixels, width, height))) Fill(polygon, filled, width);
            Assert.Equal(pixels.Select(static pixel => (int)pixel), filled);
        },
        iter: Times);

    [Fact]
    public void There_is_a_polygon_for_each_set_of_pixels_that_hang_together_by_their_sides() => MaskGen.Picture.Sample(
        picture =>
        {
            var (pixels, width, height) = picture;
            var polygons = MaskOutlines.Of(Mask.FromBytes(pixels, width, height));
            var regions = RegionsOf(pixels, width, height);
            Assert.Equal(regions.Count, polygons.Length);
            foreach (var (region, polygon) in regions.Zip(polygons))
            {
                var filled = new int[pixels.Length];
                Fill(polygon, filled, width);
                Assert.Equal(region, Enumerable.Range(0, filled.Length).Where(at => filled[at] != 0));
            }
        },
        iter: Times);

    [Fact]
    public void Areas_of_outer_rings_are_positive_those_of_holes_negative_and_all_add_up_to_the_mask() => MaskGen.Picture.Sample(
        picture =>
        {
            var (pixels, width, height) = picture;
            var mask = Mask.FromBytes(pixels, width, height);
            var sum = 0.0;
            foreach (var polygon in MaskOutlines.Of(mask))
            {
                for (var ring = 0; ring < polygon.Length; ring++)
                {
                    var area = AreaOf(polygon[ring]);
                    Assert.True(ring == 0 ? area > 0 : area < 0, $"Ring {ring} has the area {area}.");
                    sum += area;
                }
            }
            Assert.Equal(mask.Area, sum);
        },
        iter: Times);

    [Fact]
    public void A_ring_turns_at_every_vertex_visits_none_twice_and_begins_at_its_top_left() => MaskGen.Picture.Sample(
        picture =>
        {
            var (pixels, width, height) = picture;
            foreach (var ring in MaskOutlines.Of(Mask.FromBytes(pixels, width, height)).SelectMany(static polygon => polygon))
            {
                Assert.Equal(ring.Length, ring.Distinct().Count());
                Assert.Equal(ring.OrderBy(static vertex => vertex.Y).ThenBy(static vertex => vertex.X).First(), ring[0]);
                for (var i = 0; i < ring.Length; i++)
                {
                    var (before, at, after) = (ring[i], ring[(i + 1) % ring.Length], ring[(i + 2) % ring.Length]);
                    Assert.True(before.X == at.X ^ before.Y == at.Y, "A side is neither level nor upright.");
                    Assert.True(before.X == at.X ^ at.X == after.X, "A vertex is on a straight line.");
                    Assert.InRange(at.X, 0, width);
                    Assert.InRange(at.Y, 0, height);
                }
            }
        },
        iter: Times);

    [Fact]
    public void Runs_of_no_length_change_nothing() => Gen.Select(Gen.OneOf(Gen.Const(0), Gen.Int[0, 5]).Array[1, 40], Gen.Int[1, 4]).Sample(
        (runs, height) =>
        {
            int[] whole = [.. runs, (height - (runs.Sum() % height)) % height, runs.Sum() == 0 ? height : 0];
            var mask = Mask.FromRuns(whole, whole.Sum() / height, height);
            var plain = Mask.FromBytes(NaiveMask.PixelsOf(mask), mask.Width, mask.Height);
            Assert.Equal(Text(MaskOutlines.Of(plain)), Text(MaskOutlines.Of(mask)));
        },
        iter: Times);

    [Theory]
    [InlineData(".../...", "")]
    [InlineData("##/##", "0,0 2,0 2,2 0,2")]
    [InlineData(".../.#./...", "1,1 2,1 2,2 1,2")]
    [InlineData("#./.#", "0,0 1,0 1,1 0,1 | 1,1 2,1 2,2 1,2")]
    [InlineData(".#/#.", "1,0 2,0 2,1 1,1 | 0,1 1,1 1,2 0,2")]
    [InlineData("###/#.#/###", "0,0 3,0 3,3 0,3 ; 1,1 1,2 2,2 2,1")]
    [InlineData("####/#..#/#.##/###.", "0,0 4,0 4,3 3,3 3,4 0,4 ; 1,1 1,3 2,3 2,2 3,2 3,1")]
    [InlineData("#####/#...#/#.#.#/#...#/#####", "0,0 5,0 5,5 0,5 ; 1,1 1,4 4,4 4,1 | 2,2 3,2 3,3 2,3")]
    [InlineData("####/#.##/##.#/####", "0,0 4,0 4,4 0,4 ; 1,1 1,2 2,2 2,1 ; 2,2 2,3 3,3 3,2")]
    public void Small_masks_have_these_outlines(string rows, string outlines)
    {
        var lines = rows.Split('/');
        var pixels = lines.SelectMany(static line => line).Select(static pixel => pixel == '#' ? (byte)1 : (byte)0).ToArray();
        Assert.Equal(outlines, Text(MaskOutlines.Of(Mask.FromBytes(pixels, lines[0].Length, lines.Length))));
    }

    [Fact]
    public void A_hole_that_opens_by_a_corner_only_is_still_a_hole()
    {
        // The outline would go through (2, 1) twice; the standards want a ring that does not.
        var mask = Mask.FromBytes([1, 1, 0, 1, 0, 1, 1, 1, 1], 3, 3);
        Assert.Equal("0,0 2,0 2,1 3,1 3,3 0,3 ; 1,1 1,2 2,2 2,1", Text(MaskOutlines.Of(mask)));
    }

    [Fact]
    public void A_huge_mask_costs_what_its_runs_cost()
    {
        const int Width = 2_000;
        const int Height = 1_000_000;
        var watch = Stopwatch.StartNew();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var full = MaskOutlines.Of(Mask.FromRuns([0, Width * Height], Width, Height));
        var sparse = MaskOutlines.Of(Mask.FromRuns([1_000_000_999, 1, Width * Height - 1_000_001_000], Width, Height));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromMilliseconds(500));
        Assert.Equal($"0,0 {Width},0 {Width},{Height} 0,{Height}", Text(full));
        Assert.Equal("999,500000 1000,500000 1000,500001 999,500001", Text(sparse));
    }

    [Fact]
    public void The_most_runs_there_may_be_take_seconds_not_minutes()
    {
        const int Side = 1 << 11;
        var pixels = new byte[Side * Side];
        for (var at = 0; at < pixels.Length; at++) pixels[at] = (byte)((at + (at / Side)) & 1);
        var polygons = MaskOutlines.Of(Mask.FromBytes(pixels, Side, Side));
        Assert.Equal(Side * Side / 2, polygons.Length);
        Assert.All(polygons, static polygon => Assert.Equal(4, Assert.Single(polygon).Length));
    }

    /// <summary>Fills by the even-odd rule, a pixel at a time: every upright side turns what is to the right of it.</summary>
    private static void Fill(Vertex[][] polygon, int[] pixels, int width)
    {
        var inside = new bool[pixels.Length];
        foreach (var ring in polygon)
        {
            for (var i = 0; i < ring.Length; i++)
            {
                var (from, to) = (ring[i], ring[(i + 1) % ring.Length]);
                for (var y = (int)Math.Min(from.Y, to.Y); y < Math.Max(from.Y, to.Y); y++)
                    for (var x = (int)from.X; x < width; x++) inside[(y * width) + x] ^= true;
            }
        }
        for (var at = 0; at < pixels.Length; at++)
            if (inside[at]) pixels[at]++;
    }

    private static double AreaOf(Vertex[] ring)
    {
        var twice = 0.0;
        for (var i = 0; i < ring.Length; i++)
        {
            var (from, to) = (ring[i], ring[(i + 1) % ring.Length]);
            twice += (from.X * to.Y) - (to.X * from.Y);
        }
        return twice / 2;
    }

    /// <summary>The pixels of each region by flooding, in the order of their first ones.</summary>
    private static List<int[]> RegionsOf(byte[] pixels, int width, int height)
    {
        var regions = new List<int[]>();
        var rest = (byte[])pixels.Clone();
        for (var start = 0; start < rest.Length; start++)
        {
            if (rest[start] == 0) continue;
            var region = new List<int> { start };
            rest[start] = 0;
            for (var next = 0; next < region.Count; next++)
            {
                var (y, x) = Math.DivRem(region[next], width);
                foreach (var (nx, ny) in new[] { (x - 1, y), (x + 1, y), (x, y - 1), (x, y + 1) })
                {
                    if (nx < 0 || ny < 0 || nx == width || ny == height || rest[(ny * width) + nx] == 0) continue;
                    rest[(ny * width) + nx] = 0;
                    region.Add((ny * width) + nx);
                }
            }
            regions.Add([.. region.Order()]);
        }
        return regions;
    }

    private static string Text(Vertex[][][] polygons) => string.Join(" | ", polygons.Select(static polygon =>
        string.Join(" ; ", polygon.Select(static ring => string.Join(' ', ring.Select(static vertex => $"{vertex.X},{vertex.Y}"))))));
}
