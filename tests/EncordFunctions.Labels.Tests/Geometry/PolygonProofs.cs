using CsCheck;
using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Geometry.Validity;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Valid;

namespace EncordFunctions.Labels.Tests.Geometry;

public sealed class PolygonProofs
{
    /// <summary>Points of a small grid, so that edges touch, overlap and cross as often as not.</summary>
    private static readonly Gen<Vertex> OnGrid = Gen.Select(Gen.Int[0, 7], Gen.Int[0, 7], (x, y) => new Vertex(x, y));

    private static readonly Gen<Vertex> Anywhere = Gen.Select(Gen.Double[0, 1], Gen.Double[0, 1], (x, y) => new Vertex(x * 640, y * 480));

    [Fact]
    public void What_is_proved_valid_is_valid_by_the_library() =>
        Gen.OneOf(
            OnGrid.Array[3, 6].Array[1, 3].Array[1, 3],
            Anywhere.Array[3, 5].Array[1, 2].Array[1, 3],
            Anywhere.Array[3, 40].Array[1, 1].Array[1, 1],
            Gen.Select(Blob, Gen.Int[0, 1000], Anywhere, Bent)).Sample(
            parts =>
            {
                if (new QuickProof().Of(parts) == Proof.Valid) Assert.True(IsValid(parts));
            },
            iter: 30_000);

    [Fact]
    public void A_drawn_outline_is_proved_valid_however_many_points_it_has() =>
        Blob.Sample(ring => Assert.Equal(Proof.Valid, new QuickProof().Of([[ring]])), iter: 300);

    [Fact]
    public void Holes_and_islands_are_proved_valid()
    {
        Vertex[] outer = Circle(100, 60), hole = Circle(50, 30), island = Circle(20, 12), beside = Circle(20, 9, 500);

        Assert.Equal(Proof.Valid, new QuickProof().Of([[outer, hole], [island], [beside]]));
        Assert.Equal(Proof.Open, new QuickProof().Of([[outer], [island]]));
        Assert.Equal(Proof.Open, new QuickProof().Of([[hole, outer]]));
        Assert.Equal(Proof.Open, new QuickProof().Of([[outer, hole, island]]));
        Assert.Equal(Proof.Open, new QuickProof().Of([[outer, beside]]));
    }

    [Fact]
    public void A_tangle_of_countless_edges_is_given_up_at_once_and_said_to_be_unchecked()
    {
        // Every edge spans the whole width, so each would have to be compared with each.
        var zigzag = Enumerable.Range(0, 200_000).Select(i => new Vertex(i % 2 == 0 ? 0 : 1000, i * 0.001)).ToArray();

        Assert.Equal(Proof.Tangled, new QuickProof().Of([[zigzag]]));
        Assert.Equal("EL144", Assert.Single(new PolygonCheck().FaultsOf([[zigzag]])).Code.Id);
    }

    /// <summary>An outline around a centre, as people and models draw them: waves, and noise of a few pixels where points are dense.</summary>
    private static Gen<Vertex[]> Blob { get; } = Gen.Select(
        Gen.Int[3, 700].SelectMany(count => Gen.Double[-1, 1].Array[count]), Gen.Double[0, 0.3], Gen.Int[1, 6]).Select((noise, depth, waves) => noise
        .Select((unit, i) =>
        {
            var turn = 2 * Math.PI * (i + 0.1) / noise.Length;
            var (sin, cos) = Math.SinCos(turn);
            var radius = 1 + (depth * Math.Sin(waves * turn)) + (unit * Math.Min(0.1, 2.0 / noise.Length));
            return new Vertex(320 + (200 * radius * cos), 240 + (150 * radius * sin));
        }).ToArray());

    /// <summary>A drawn outline with one point somewhere else.</summary>
    private static Vertex[][][] Bent(Vertex[] ring, int at, Vertex elsewhere)
    {
        ring[at % ring.Length] = elsewhere;
        return [[ring]];
    }

    private static Vertex[] Circle(double radius, int count, double x = 0) => [.. Enumerable.Range(0, count).Select(i =>
    {
        var (sin, cos) = Math.SinCos(2 * Math.PI * i / count);
        return new Vertex(x + (radius * cos), radius * sin);
    })];

    private static bool IsValid(Vertex[][][] parts)
    {
        var factory = new GeometryFactory();
        LinearRing Ring(Vertex[] ring) => factory.CreateLinearRing([.. ring.Append(ring[0]).Select(point => new Coordinate(point.X, point.Y))]);
        return new IsValidOp(factory.CreateMultiPolygon([.. parts.Select(part => factory.CreatePolygon(Ring(part[0]), [.. part.Skip(1).Select(Ring)]))])).IsValid;
    }
}
