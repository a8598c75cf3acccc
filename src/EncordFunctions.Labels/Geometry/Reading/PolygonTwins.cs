using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Json;

namespace EncordFunctions.Labels.Geometry.Reading;

/// <summary>
/// Compares the older <c>polygon</c> with the first ring of <c>polygons</c>. Rows since 2024 hold both, spelt with the same digits, so equal
/// bytes are tried first.
/// </summary>
internal sealed class PolygonTwins
{
    /// <summary>One of them may be rounded to four decimals.</summary>
    private const double Rounding = 0.00011;

    private readonly GeometryContext _context;
    private readonly Findings _findings = new();

    public PolygonTwins(Utf8Strings strings) => _context = new GeometryContext(_findings, new UnknownMembers(), strings);

    /// <summary>Whether both say the same.</summary>
    /// <param name="older">The JSON of <c>polygon</c>.</param>
    /// <param name="newer">The JSON of <c>polygons</c>.</param>
    /// <param name="ring">The first ring of it, as it was read.</param>
    /// <param name="place">Where both stand.</param>
    public bool Agree(ReadOnlySpan<byte> older, ReadOnlySpan<byte> newer, Vertex[] ring, in GeometryPlace place) =>
        HaveSameDigits(older, newer, ring.Length) || HaveSamePoints(older, ring, place);

    private static bool HaveSameDigits(ReadOnlySpan<byte> older, ReadOnlySpan<byte> newer, int count)
    {
        var points = new TokenMatch(older);
        var numbers = new TokenMatch(newer);
        if (!points.Take((byte)'{') || !numbers.Take((byte)'[') || !numbers.Take((byte)'[') || !numbers.Take((byte)'[')) return false;
        for (var i = 0; i < count; i++)
        {
            if (i > 0 && !(points.Take((byte)',') && numbers.Take((byte)','))) return false;
            if (!points.TakeKey(i) || !points.Take((byte)':') || !points.Take((byte)'{')) return false;
            if (!points.Take("\"x\""u8) || !points.Take((byte)':') || !points.TakeNumber(numbers.Number())) return false;
            if (!points.Take((byte)',') || !numbers.Take((byte)',')) return false;
            if (!points.Take("\"y\""u8) || !points.Take((byte)':') || !points.TakeNumber(numbers.Number())) return false;
            if (!points.Take((byte)'}')) return false;
        }
        return points.Take((byte)'}');
    }

    private bool HaveSamePoints(ReadOnlySpan<byte> older, Vertex[] ring, in GeometryPlace place)
    {
        _findings.Clear();
        _context.Begin("polygon", 0, place);
        var json = new JsonCursor(older);
        if (Vertices.ReadMany(ref json, _context) is not { } points || points.Length != ring.Length) return false;
        var (dx, dy) = (Rounding * _context.Frame.Width, Rounding * _context.Frame.Height);
        for (var i = 0; i < points.Length; i++)
        {
            if (Math.Abs(points[i].X - ring[i].X) > dx || Math.Abs(points[i].Y - ring[i].Y) > dy) return false;
        }
        return true;
    }
}
