using CsCheck;
using EncordFunctions.Labels.Geometry;

namespace EncordFunctions.Labels.Tests.Geometry;

public sealed class EllipseOutlines
{
    private static readonly Gen<double> Radius = Gen.OneOf(Gen.Double[0.01, 1], Gen.Double[1, 90], Gen.Double[90, 3000]);

    [Fact]
    public void Its_corners_lie_on_the_ellipse_in_even_steps_clockwise_from_the_end_of_the_x_radius() =>
        Gen.Select(Radius, Radius, Gen.Double[0, 360]).Sample((rx, ry, theta) =>
        {
            var outline = EllipseOutline.Of(70, -30, rx, ry, theta);

            Assert.Equal(0, outline.Length % 4);
            for (var i = 0; i < outline.Length; i++)
            {
                // Turned back and with both radii 1, a corner is a step of the circle.
                var corner = TurnedBack(outline[i], theta);
                var angle = 2 * Math.PI * i / outline.Length;
                Assert.Equal(Math.Cos(angle), corner.X / rx, 1e-6 / Math.Min(rx, 1));
                Assert.Equal(Math.Sin(angle), corner.Y / ry, 1e-6 / Math.Min(ry, 1));
            }
        });

    [Fact]
    public void Sides_are_as_near_as_promised_with_no_more_corners_than_that_takes() => Gen.Select(Radius, Radius).Sample((rx, ry) =>
    {
        var longer = Math.Max(rx, ry);

        var corners = EllipseOutline.Of(0, 0, rx, ry, 20).Length;

        Assert.True(FromCircle(longer, corners) <= EllipseOutline.Tolerance + 1e-9);
        Assert.True(corners == 16 || FromCircle(longer, corners - 4) > EllipseOutline.Tolerance - 1e-9);
    });

    [Fact]
    public void One_larger_than_any_picture_has_a_bounded_number_of_corners() => Assert.Equal(2048, EllipseOutline.Of(0, 0, 1e12, 1, 0).Length);

    /// <summary>How far the middle of a side is from the circle.</summary>
    private static double FromCircle(double radius, int corners) => radius * (1 - Math.Cos(Math.PI / corners));

    private static Vertex TurnedBack(Vertex corner, double theta)
    {
        var (sin, cos) = Math.SinCos(theta * Math.PI / 180);
        var (x, y) = (corner.X - 70, corner.Y + 30);
        return new Vertex((x * cos) + (y * sin), (y * cos) - (x * sin));
    }
}
