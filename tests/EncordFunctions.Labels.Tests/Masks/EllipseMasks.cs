using CsCheck;
using EncordFunctions.Labels.Masks;

namespace EncordFunctions.Labels.Tests.Masks;

public sealed class EllipseMasks
{
    [Fact]
    public void A_pixel_is_set_when_its_centre_is_inside()
    {
        Assert.Equal("......\n.###..\n.###..\n.###..\n......", Drawn(2.5, 2.5, 1.6, 1.6, 0, 6, 5));
        Assert.Equal("......\n..#...\n.###..\n..#...\n......", Drawn(2.5, 2.5, 1.2, 1.2, 0, 6, 5));
    }

    [Fact]
    public void It_is_turned_clockwise_as_seen_on_screen()
    {
        Assert.Equal("#....\n.#...\n..#..\n...#.\n....#", Drawn(2.5, 2.5, 3.2, 0.6, 45, 5, 5));
    }

    [Fact]
    public void What_lies_outside_the_frame_is_cut_off()
    {
        Assert.Equal("##..\n##..\n#...", Drawn(-0.5, 0.4, 2.4, 2.4, 0, 4, 3));
        Assert.Equal("....\n....", Drawn(9, 9, 2, 2, 0, 4, 2));
        Assert.Equal("####\n####", Drawn(0, 0, 1e9, 1e9, 30, 4, 2));
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(3, 0)]
    [InlineData(-1, 3)]
    [InlineData(double.NaN, 3)]
    public void One_without_a_radius_is_empty(double rx, double ry) => Assert.Equal("...\n...", Drawn(1, 1, rx, ry, 20, 3, 2));

    [Fact]
    public void A_tall_one_has_a_run_for_every_row()
    {
        var mask = EllipseMask.Of(300, 300, 250, 290, 0, 600, 600)!;

        Assert.Equal((2 * 580) + 1, mask.Runs.Length);
        Assert.InRange(mask.Area, Math.PI * 250 * 290 * 0.999, Math.PI * 250 * 290 * 1.001);
    }

    [Fact]
    public void A_frame_that_can_not_be_is_refused() => Assert.Throws<ArgumentException>(() => EllipseMask.Of(1, 1, 1, 1, 0, 0, 5));

    [Fact]
    public void Every_ellipse_is_what_its_equation_says()
    {
        Gen.Select(Gen.Double[-5, 35], Gen.Double[-5, 25], Gen.Double[0.1, 30], Gen.Double[0.1, 30], Gen.Double[0, 360]).Sample(
            (x, y, rx, ry, theta) =>
            {
                var pixels = Of(x, y, rx, ry, theta, 30, 20);
                // Turned by its angle, a point of it stands where one of the upright ellipse stood.
                var (sin, cos) = Math.SinCos(theta / 180 * Math.PI);
                for (var at = 0; at < pixels.Length; at++)
                {
                    var (dx, dy) = ((at % 30) + 0.5 - x, (at / 30) + 0.5 - y);
                    var far = Math.Pow(((dx * cos) + (dy * sin)) / rx, 2) + Math.Pow(((dy * cos) - (dx * sin)) / ry, 2);
                    if (Math.Abs(far - 1) > 1e-9) Assert.Equal(far < 1, pixels[at] == 1);
                }
            },
            iter: 2_000);
    }

    private static byte[] Of(double x, double y, double rx, double ry, double theta, int width, int height)
    {
        var pixels = new byte[width * height];
        EllipseMask.Of(x, y, rx, ry, theta, width, height)!.CopyTo(pixels);
        return pixels;
    }

    private static string Drawn(double x, double y, double rx, double ry, double theta, int width, int height) =>
        string.Join('\n', Of(x, y, rx, ry, theta, width, height).Chunk(width).Select(static line => string.Concat(line.Select(static pixel => pixel == 1 ? '#' : '.'))));
}
