using EncordFunctions.Labels.Geometry;

namespace EncordFunctions.Labels.Shapes;

/// <summary>
/// One or more regions. <paramref name="Parts"/> is [polygon][ring][vertex] in pixels: the first ring of a polygon is its outer
/// boundary, every further one a hole. Rings are not closed, and winding means nothing: the place in the list decides.
/// </summary>
public sealed record Polygon(Vertex[][][] Parts) : Shape
{
    /// <inheritdoc/>
    public override string Name => "polygon";

    /// <summary>
    /// False where the reading found that it is not valid, or could not tell: rings cross, parts overlap. What it covers is then not
    /// <see cref="Area"/>; it has to be drawn.
    /// </summary>
    public bool IsValid { get; init; } = true;

    /// <inheritdoc/>
    public override Bounds? Bounds
    {
        get
        {
            Bounds? all = null;
            foreach (var part in Parts)
            {
                if (part is not [{ Length: > 0 } outer, ..]) continue;
                var own = Geometry.Bounds.Around(outer);
                all = all?.Union(own) ?? own;
            }
            return all;
        }
    }

    /// <summary>Outer rings minus their holes, as if none of them crossed another.</summary>
    public override double? Area
    {
        get
        {
            var area = 0.0;
            foreach (var part in Parts)
            {
                for (var ring = 0; ring < part.Length; ring++)
                {
                    var enclosed = EnclosedBy(part[ring]);
                    area += ring == 0 ? enclosed : -enclosed;
                }
            }
            return area;
        }
    }

    private static double EnclosedBy(Vertex[] ring)
    {
        var twice = 0.0;
        for (int i = 0, last = ring.Length - 1; i < ring.Length; last = i++)
            twice += (ring[last].X * ring[i].Y) - (ring[i].X * ring[last].Y);
        return Math.Abs(twice) / 2;
    }
}
