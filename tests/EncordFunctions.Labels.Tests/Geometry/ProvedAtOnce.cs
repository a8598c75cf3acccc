using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Geometry.Validity;

namespace EncordFunctions.Labels.Tests.Geometry;

/// <summary>What has to be proved valid without the library, what has to be left to it, and what is given up as too tangled.</summary>
public sealed class ProvedAtOnce
{
    /// <summary>Valid rings, by name so that they can be told apart.</summary>
    public static TheoryData<string, Vertex[]> Drawn => new()
    {
        { "a triangle", [new(1, 1), new(5, 2), new(3, 7)] },
        { "a star", Star(12) },
        { "a star of many points", Star(40) },
        { "a circle of many points", Circle(700) },
        { "a square with points along its sides", Along([new(3, 3), new(11, 3), new(11, 11), new(3, 11)], 4) },
        { "a square with many points along its sides", Along([new(3, 3), new(67, 3), new(67, 67), new(3, 67)], 64) },
        { "a comb", Comb(350) },
        { "a comb that lies on its side", Array.ConvertAll(Comb(350), point => new Vertex(point.Y, point.X)) },
        { "a circle with a far point, where most edges are close together", WithFarPoint(200) },
    };

    /// <summary>Rings that touch, cross or go back over themselves.</summary>
    public static TheoryData<string, Vertex[]> AtFault => new()
    {
        { "two points", [new(0, 0), new(1, 1)] },
        { "a point twice", [new(0, 0), new(4, 0), new(4, 0), new(4, 4)] },
        { "a spike", [new(0, 0), new(4, 0), new(4, 4), new(9, 9), new(4, 4), new(0, 4)] },
        { "a bow tie", [new(0, 0), new(6, 6), new(6, 0), new(0, 6)] },
        { "a corner on a side", [new(6, 0), new(6, 12), new(0, 12), new(6, 6), new(0, 0)] },
        { "a corner on a corner", [new(0, 0), new(6, 6), new(12, 0), new(12, 12), new(6, 6), new(0, 12)] },
        { "a side on a side", [new(0, 0), new(12, 0), new(12, 6), new(3, 6), new(3, 9), new(9, 9), new(9, 6), new(0, 6)] },
    };

    [Theory]
    [MemberData(nameof(Drawn))]
    public void A_valid_ring_is_proved_wherever_it_begins(string name, Vertex[] ring)
    {
        foreach (var one in Turned(ring)) Assert.True(new QuickProof().Of([[one]]) == Proof.Valid, $"{name} is not proved.");
    }

    [Theory]
    [MemberData(nameof(AtFault))]
    public void A_ring_at_fault_is_never_proved_however_it_lies_and_however_many_points_it_has(string name, Vertex[] ring)
    {
        foreach (var pieces in new[] { 1, 2, 8 })
        {
            foreach (var one in Turned(Along(ring, pieces))) Assert.True(new QuickProof().Of([[one]]) == Proof.Open, $"{name} in {pieces} pieces is not left open.");
        }
    }

    [Fact]
    public void Proofs_do_not_mix_up_the_polygons_they_are_asked_for()
    {
        var proof = new QuickProof();
        var tie = Along([new(0, 0), new(6, 6), new(6, 0), new(0, 6)], 7);
        foreach (var points in Enumerable.Range(3, 60).Concat(Enumerable.Range(3, 60).Reverse()))
        {
            Assert.Equal(Proof.Valid, proof.Of([[Circle(points)]]));
            Assert.Equal(Proof.Open, proof.Of([[tie]]));
        }
    }

    [Theory]
    [InlineData(64, Proof.Valid)]
    [InlineData(65, Proof.Open)]
    public void More_rings_than_are_drawn_are_left_to_the_library(int rings, object proof) => Assert.Equal(
        proof, new QuickProof().Of([.. Enumerable.Range(0, rings).Select(i => new[] { Circle(6, i * 500) })]));

    [Fact]
    public void An_island_belongs_into_a_hole_and_not_between_holes()
    {
        Vertex[] outer = Square(0, 0, 100), one = Square(10, 10, 20), other = Square(60, 60, 20);

        Assert.Equal(Proof.Valid, new QuickProof().Of([[outer, one, other]]));
        Assert.Equal(Proof.Valid, new QuickProof().Of([[outer, one, other], [Square(15, 15, 5)], [Square(65, 65, 5)]]));
        Assert.Equal(Proof.Open, new QuickProof().Of([[outer, one, other], [Square(40, 40, 5)]]));
        Assert.Equal(Proof.Open, new QuickProof().Of([[Square(40, 40, 5)], [outer, one, other]]));
        Assert.Equal(Proof.Open, new QuickProof().Of([[outer, one, Square(15, 15, 5)]]));
        Assert.Equal(Proof.Open, new QuickProof().Of([[outer, Square(15, 15, 5), one]]));
        Assert.Equal(Proof.Open, new QuickProof().Of([[outer, one, Square(200, 0, 5)]]));
    }

    [Fact]
    public void Edges_that_all_lie_close_together_are_given_up()
    {
        Assert.Equal(Proof.Tangled, new QuickProof().Of([[WithFarPoint(400)]]));
        Assert.Equal(Proof.Tangled, new QuickProof().Of([[Tangle(1000)]]));
    }

    /// <summary>Every edge of it spans the whole width, so each would have to be compared with each.</summary>
    internal static Vertex[] Tangle(int points) => [.. Enumerable.Range(0, points).Select(i => new Vertex(i % 2 == 0 ? 0 : 1000, i * 0.001))];

    /// <summary>The ring from each of its first points on, in both directions, upright and on its side.</summary>
    private static IEnumerable<Vertex[]> Turned(Vertex[] ring)
    {
        for (var start = 0; start < Math.Min(ring.Length, 12); start++)
        {
            Vertex[] from = [.. ring[start..], .. ring[..start]];
            foreach (var (flipX, flipY, swap) in from x in new[] { 1, -1 } from y in new[] { 1, -1 } from s in new[] { false, true } select (x, y, s))
                yield return Array.ConvertAll(from, point => swap ? new Vertex(flipY * point.Y, flipX * point.X) : new Vertex(flipX * point.X, flipY * point.Y));
        }
    }

    /// <summary>The ring with its sides in so many pieces.</summary>
    private static Vertex[] Along(Vertex[] ring, int pieces) => [.. ring.SelectMany((from, i) =>
    {
        var to = ring[(i + 1) % ring.Length];
        return Enumerable.Range(0, pieces).Select(piece => new Vertex(from.X + ((to.X - from.X) * piece / pieces), from.Y + ((to.Y - from.Y) * piece / pieces)));
    })];

    private static Vertex[] Star(int points) => Round(2 * points, i => i % 2 == 0 ? 100 : 60, 0);

    private static Vertex[] Circle(int points, double x = 0) => Round(points, _ => 100, x);

    private static Vertex[] WithFarPoint(int points) => [.. Circle(points), new(1e6, 1)];

    private static Vertex[] Round(int points, Func<int, double> radius, double x) => [.. Enumerable.Range(0, points).Select(i =>
    {
        var (sin, cos) = Math.SinCos(2 * Math.PI * (i + 0.1) / points);
        return new Vertex(x + (radius(i) * cos), radius(i) * sin);
    })];

    /// <summary>Far longer than high, and away from both axes: its teeth would all be compared with each other if it were cut along its height.</summary>
    private static Vertex[] Comb(int teeth) => [.. Enumerable.Range(0, 2 * teeth).Select(i => new Vertex(i - (2 * teeth), i % 2 == 0 ? 1000 : 1010)), new(0, 1020), new(-2 * teeth, 1020)];

    private static Vertex[] Square(double x, double y, double side) => [new(x, y), new(x + side, y), new(x + side, y + side), new(x, y + side)];
}
