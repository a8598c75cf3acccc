using EncordFunctions.Labels.Geometry;

namespace EncordFunctions.Local.Sample;

/// <content>What is in space, or looks as if it were, and what has no geometry at all.</content>
public abstract partial record ShapeTruth
{
    /// <summary>
    /// A box in perspective. Where there is a scale, <paramref name="To"/> is the point its edges run to, and <paramref name="Scale"/> the size of the
    /// back beside the front; else the back is the front moved by it.
    /// </summary>
    public sealed record Cuboid2D(IReadOnlyList<Vertex> Front, Vertex To, double? Scale) : ShapeTruth
    {
        /// <inheritdoc/>
        public override string Name => "cuboid_2d";

        /// <summary>The back face, corner by corner.</summary>
        public IReadOnlyList<Vertex> Back() => [.. Front.Select(corner => Scale is { } scale
            ? new Vertex((To.X * (1 - scale)) + (corner.X * scale), (To.Y * (1 - scale)) + (corner.Y * scale))
            : new Vertex(corner.X + To.X, corner.Y + To.Y))];

        /// <inheritdoc/>
        public override Bounds? Bounds => Hull([.. Front, .. Back()]);

        /// <summary>The area of its outline, which is convex: what a string around all eight corners encloses.</summary>
        public override double? Area => FanArea(Outline([.. Front, .. Back()]));

        /// <summary>Walks around the corners, always on to the one that has all others on its right.</summary>
        private static List<Vertex> Outline(Vertex[] corners)
        {
            var outline = new List<Vertex> { corners.MinBy(corner => (corner.X, corner.Y)) };
            do
            {
                var at = outline[^1];
                outline.Add(corners.Where(corner => corner != at).Aggregate((best, corner) =>
                    ((best.X - at.X) * (corner.Y - at.Y)) - ((best.Y - at.Y) * (corner.X - at.X)) < 0 ? corner : best));
            }
            while (outline[^1] != outline[0]);
            return outline[1..];
        }
    }

    /// <summary>A box in a scene: its centre, Euler angles in radians, and full extents.</summary>
    public sealed record Cuboid(IReadOnlyList<double> Position, IReadOnlyList<double> Orientation, IReadOnlyList<double> Size) : ShapeTruth
    {
        /// <inheritdoc/>
        public override string Name => "cuboid";

        /// <inheritdoc/>
        public override Bounds? Bounds => null;

        /// <inheritdoc/>
        public override double? Area => null;
    }

    /// <summary>Points of a cloud, by ranges of their indexes, both ends included.</summary>
    public sealed record Segmentation(IReadOnlyList<(int First, int Last)> Ranges) : ShapeTruth
    {
        /// <inheritdoc/>
        public override string Name => "segmentation";

        /// <inheritdoc/>
        public override Bounds? Bounds => null;

        /// <inheritdoc/>
        public override double? Area => null;
    }

    /// <summary>A point of a scene.</summary>
    public sealed record Point3D(double X, double Y, double Z) : ShapeTruth
    {
        /// <inheritdoc/>
        public override string Name => "point";

        /// <inheritdoc/>
        public override Bounds? Bounds => null;

        /// <inheritdoc/>
        public override double? Area => null;
    }

    /// <summary>A line through a scene.</summary>
    public sealed record Polyline3D(IReadOnlyList<(double X, double Y, double Z)> Points) : ShapeTruth
    {
        /// <inheritdoc/>
        public override string Name => "polyline";

        /// <inheritdoc/>
        public override Bounds? Bounds => null;

        /// <inheritdoc/>
        public override double? Area => null;
    }

    /// <summary>Nothing but a range: <c>audio</c>, <c>text</c> or <c>time_range</c>.</summary>
    public sealed record Span(string Word) : ShapeTruth
    {
        /// <inheritdoc/>
        public override string Name => Word;

        /// <inheritdoc/>
        public override Bounds? Bounds => null;

        /// <inheritdoc/>
        public override double? Area => null;
    }
}
