using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Geometry.Validity;

namespace EncordFunctions.Labels.Tests.Geometry;

/// <summary>How much is put to the test of the library at most.</summary>
public sealed class UncheckedPolygons
{
    [Theory]
    [InlineData(1 << 16, "EL134 EL135 EL134 EL135 EL134 EL135 EL134 EL135")]
    [InlineData((1 << 16) + 4, "EL144")]
    public void Polygons_are_checked_up_to_so_many_vertices_of_all_their_rings(int vertices, string codes)
    {
        // Rings of one point are at fault and soon looked at.
        var ring = Enumerable.Repeat(new Vertex(5, 5), vertices / 4).ToArray();

        var faults = new PolygonCheck().FaultsOf([[ring, ring], [ring, ring]]);

        Assert.Equal(codes, string.Join(' ', faults.Select(fault => fault.Code.Id)));
        if (faults is [var one]) Assert.Contains($" {vertices} vertices ", one.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1 << 12, "EL130")]
    [InlineData((1 << 12) + 1, "EL144")]
    public void Of_a_tangle_fewer_are_checked(int points, string code) =>
        Assert.Equal(code, Assert.Single(new PolygonCheck().FaultsOf([[ProvedAtOnce.Tangle(points)]])).Code.Id);

    [Fact]
    public void A_dense_outline_with_a_far_point_is_checked_and_found_valid()
    {
        var ring = Enumerable.Range(0, 400).Select(i => new Vertex(Math.Cos(i * Math.PI / 200), Math.Sin(i * Math.PI / 200))).Append(new Vertex(1e6, -0.001)).ToArray();

        Assert.Equal(Proof.Tangled, new QuickProof().Of([[ring]]));
        Assert.Empty(new PolygonCheck().FaultsOf([[ring]]));
    }
}
