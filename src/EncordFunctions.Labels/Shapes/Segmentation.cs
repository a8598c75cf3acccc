using EncordFunctions.Labels.Geometry;

namespace EncordFunctions.Labels.Shapes;

/// <summary>Points picked out of a point cloud.</summary>
/// <param name="Ranges">Their indexes: ascending ranges, at least one.</param>
public sealed record Segmentation(PointRange[] Ranges) : Shape
{
    /// <inheritdoc/>
    public override string Name => "segmentation";

    /// <summary>The number of points.</summary>
    public long Points
    {
        get
        {
            var points = 0L;
            foreach (var range in Ranges) points += range.End - (long)range.Start + 1;
            return points;
        }
    }

    /// <inheritdoc/>
    public override Bounds? Bounds => null;

    /// <inheritdoc/>
    public override double? Area => null;
}
