using EncordFunctions.Labels.Geometry;

namespace EncordFunctions.Labels.Shapes;

/// <summary>How the back face of a <see cref="Cuboid2D"/> follows from its front.</summary>
public abstract record Projection
{
    private Projection()
    {
    }

    /// <summary>Where the corner behind <paramref name="front"/> is.</summary>
    public abstract Vertex Behind(Vertex front);

    /// <summary>Edges meet far away.</summary>
    /// <param name="VanishingPoint">Where they meet, in pixels; often outside the frame.</param>
    /// <param name="ScaleRatio">Size of the back face as a part of the front: 1 is as large, 0 is the vanishing point itself.</param>
    public sealed record Perspective(Vertex VanishingPoint, double ScaleRatio) : Projection
    {
        /// <inheritdoc/>
        public override Vertex Behind(Vertex front) => new(
            VanishingPoint.X + ((front.X - VanishingPoint.X) * ScaleRatio),
            VanishingPoint.Y + ((front.Y - VanishingPoint.Y) * ScaleRatio));
    }

    /// <summary>Edges are parallel.</summary>
    /// <param name="Offset">From each front corner to the one behind it, in pixels.</param>
    public sealed record Isometric(Vertex Offset) : Projection
    {
        /// <inheritdoc/>
        public override Vertex Behind(Vertex front) => new(front.X + Offset.X, front.Y + Offset.Y);
    }
}
