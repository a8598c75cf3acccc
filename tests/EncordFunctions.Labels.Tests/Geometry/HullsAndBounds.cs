using CsCheck;
using EncordFunctions.Labels.Geometry;

namespace EncordFunctions.Labels.Tests.Geometry;

public sealed class HullsAndBounds
{
    /// <summary>Few places, so that points repeat and lie on one line as often as not.</summary>
    private static readonly Gen<Vertex[]> Points = Gen.Select(Gen.Int[-3, 3], Gen.Int[-3, 3], (x, y) => new Vertex(x, y)).Array[2, 12];

    [Fact]
    public void The_box_around_two_boxes_is_the_box_around_all_their_points() => Gen.Select(Points, Points).Sample((some, others) =>
    {
        Vertex[] all = [.. some, .. others];
        var (left, top) = (all.Min(point => point.X), all.Min(point => point.Y));

        var bounds = Bounds.Around(some).Union(Bounds.Around(others));

        Assert.Equal(new Bounds(left, top, all.Max(point => point.X) - left, all.Max(point => point.Y) - top), bounds);
        Assert.Equal(Bounds.Around(all), bounds);
    });

    [Fact]
    public void A_hull_turns_clockwise_at_every_corner_and_has_every_point_on_its_inner_side() => Points.Sample(points =>
    {
        var hull = ConvexHull.Of([.. points]);

        Assert.Empty(hull.Except(points));
        if (points.All(point => Turn(hull[0], hull[1], point) == 0))
        {
            Assert.Equal([points.MinBy(point => (point.X, point.Y)), points.MaxBy(point => (point.X, point.Y))], hull);
            return;
        }
        for (var i = 0; i < hull.Length; i++)
        {
            var (from, to, next) = (hull[i], hull[(i + 1) % hull.Length], hull[(i + 2) % hull.Length]);
            Assert.True(Turn(from, to, next) > 0);
            Assert.All(points, point => Assert.True(Turn(from, to, point) >= 0));
        }
    });

    [Fact]
    public void Points_along_the_sides_of_a_square_are_no_corners_of_its_hull() => Assert.Equal(
        [new(0, 0), new(2, 0), new(2, 2), new(0, 2)],
        ConvexHull.Of([new(1, 0), new(2, 2), new(0, 1), new(0, 2), new(2, 1), new(0, 0), new(1, 2), new(2, 0), new(1, 1)]));

    private static double Turn(Vertex from, Vertex to, Vertex point) => ((to.X - from.X) * (point.Y - from.Y)) - ((to.Y - from.Y) * (point.X - from.X));
}
