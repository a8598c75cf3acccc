using CsCheck;
using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Geometry.Validity;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;

namespace EncordFunctions.Labels.Tests.Geometry;

public sealed class SidesOfLines
{
    /// <summary>Points of a small grid, where nothing is rounded; often on one line, or the same.</summary>
    private static readonly Gen<Vertex> OnGrid = Gen.Select(Gen.Int[-4, 4], Gen.Int[-4, 4], (x, y) => new Vertex(x, y));

    /// <summary>A point of the line y = 3x that is itself exact, while its way to another of them is rounded.</summary>
    private static readonly Gen<Vertex> Near = Gen.Long[1L << 49, 1L << 51].Select(x => new Vertex(Math.ScaleB(x, -70), 3 * Math.ScaleB(x, -70)));
    private static readonly Gen<Vertex> Far = Gen.Long[1L << 49, 1L << 51].Select(x => new Vertex(Math.ScaleB(x, -51), 3 * Math.ScaleB(x, -51)));

    [Fact]
    public void The_side_is_that_of_the_determinant_where_nothing_is_rounded() => Gen.Select(OnGrid, OnGrid, OnGrid).Sample((from, to, point) =>
        Assert.Equal(Math.Sign(((from.X - point.X) * (to.Y - point.Y)) - ((from.Y - point.Y) * (to.X - point.X))), Sides.Of(from, to, point)));

    [Fact]
    public void A_way_goes_on_unless_it_stands_still_or_goes_straight_back() => Gen.Select(OnGrid, OnGrid, OnGrid).Sample((before, at, after) =>
    {
        var (ux, uy, vx, vy) = (at.X - before.X, at.Y - before.Y, after.X - at.X, after.Y - at.Y);
        Assert.Equal((ux * vy) - (uy * vx) != 0 || (ux * vx) + (uy * vy) > 0, Sides.GoesOn(before, at, after));
    });

    [Fact]
    public void Rounding_never_puts_a_point_of_the_line_on_a_side_of_it() => Gen.Select(Near, Far, Near).Sample(
        (from, to, point) =>
        {
            Assert.Equal((0, 0, 0), (Sides.Of(from, to, point), Sides.Of(to, point, from), Sides.Of(point, from, to)));
            Assert.False(Sides.GoesOn(from, to, point));
        },
        iter: 2_000);

    [Fact]
    public void A_point_is_inside_where_the_library_says_so() => Gen.Select(OnGrid, OnGrid.Array[3, 9]).Sample(
        (point, ring) =>
        {
            var location = PointLocation.LocateInRing(new Coordinate(point.X, point.Y), [.. ring.Append(ring[0]).Select(corner => new Coordinate(corner.X, corner.Y))]);
            if (location != Location.Boundary) Assert.Equal(location == Location.Interior, Sides.IsInside(point, ring));
        },
        iter: 2_000);
}
