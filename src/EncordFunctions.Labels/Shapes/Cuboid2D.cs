using EncordFunctions.Labels.Geometry;

namespace EncordFunctions.Labels.Shapes;

/// <summary>A box in perspective, drawn on a picture.</summary>
/// <param name="Front">The four corners of the near face in pixels, in drawing order.</param>
/// <param name="Projection">Where the far face is.</param>
public sealed record Cuboid2D(Vertex[] Front, Projection Projection) : Shape
{
    /// <inheritdoc/>
    public override string Name => "cuboid_2d";

    /// <summary>The corners of the far face, each behind its corner of <see cref="Front"/>.</summary>
    public Vertex[] Back() => Array.ConvertAll(Front, Projection.Behind);

    /// <inheritdoc/>
    public override Bounds? Bounds => Geometry.Bounds.Around([.. Front, .. Back()]);

    /// <summary>What the box hides of the picture: the area of the convex hull of its eight corners.</summary>
    public override double? Area => ConvexHull.AreaOf([.. Front, .. Back()]);
}
