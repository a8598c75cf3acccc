using System.Numerics;
using EncordFunctions.Labels.Geometry;

namespace EncordFunctions.Local.Sample;

/// <summary>What was drawn, in pixels, decided before anything was written.</summary>
public abstract partial record ShapeTruth
{
    private ShapeTruth()
    {
    }

    /// <summary>The vendor's name of the shape.</summary>
    public abstract string Name { get; }

    /// <summary>The tight box around what is drawn; null for what is not drawn on a picture.</summary>
    public abstract Bounds? Bounds { get; }

    /// <summary>The covered area in px²; 0 for lines and points, null for what is not drawn on a picture.</summary>
    public virtual double? Area => 0;

    /// <summary>An upright box.</summary>
    public sealed record Box(double X, double Y, double W, double H) : ShapeTruth
    {
        /// <inheritdoc/>
        public override string Name => "bounding_box";

        /// <inheritdoc/>
        public override Bounds? Bounds => new(X, Y, W, H);

        /// <inheritdoc/>
        public override double? Area => W * H;
    }

    /// <summary>A box turned clockwise about its centre by <paramref name="Theta"/> degrees.</summary>
    public sealed record RotatedBox(double X, double Y, double W, double H, double Theta) : ShapeTruth
    {
        /// <inheritdoc/>
        public override string Name => "rotatable_bounding_box";

        /// <summary>As drawn, from the corner that was the top left one. With y down, multiplying by e^iθ turns clockwise.</summary>
        public IReadOnlyList<Vertex> Corners()
        {
            var centre = new Complex(X + (W / 2), Y + (H / 2));
            var turn = Complex.FromPolarCoordinates(1, Theta / 180 * Math.PI);
            return
            [
                .. new[] { new Complex(X, Y), new(X + W, Y), new(X + W, Y + H), new(X, Y + H) }
                    .Select(corner => centre + ((corner - centre) * turn))
                    .Select(corner => new Vertex(corner.Real, corner.Imaginary)),
            ];
        }

        /// <inheritdoc/>
        public override Bounds? Bounds => Hull(Corners());

        /// <inheritdoc/>
        public override double? Area => W * H;
    }

    /// <summary>[polygon][ring][vertex]; the first ring of a polygon is its outer boundary, the others are holes.</summary>
    public sealed record Polygon(IReadOnlyList<IReadOnlyList<IReadOnlyList<Vertex>>> Parts) : ShapeTruth
    {
        /// <inheritdoc/>
        public override string Name => "polygon";

        /// <inheritdoc/>
        public override Bounds? Bounds => Hull(Parts.SelectMany(part => part[0]));

        /// <inheritdoc/>
        public override double? Area => Parts.Sum(part => FanArea(part[0]) - part.Skip(1).Sum(FanArea));
    }

    /// <summary>An open line.</summary>
    public sealed record Polyline(IReadOnlyList<Vertex> Points) : ShapeTruth
    {
        /// <inheritdoc/>
        public override string Name => "polyline";

        /// <inheritdoc/>
        public override Bounds? Bounds => Hull(Points);
    }

    /// <summary>A single point.</summary>
    public sealed record Point(Vertex At) : ShapeTruth
    {
        /// <inheritdoc/>
        public override string Name => "point";

        /// <inheritdoc/>
        public override Bounds? Bounds => new(At.X, At.Y, 0, 0);
    }

    /// <summary>Named points.</summary>
    public sealed record Skeleton(IReadOnlyList<Joint> Joints) : ShapeTruth
    {
        /// <inheritdoc/>
        public override string Name => "skeleton";

        /// <inheritdoc/>
        public override Bounds? Bounds => Hull(Joints.Select(joint => joint.At));
    }

    /// <summary>A pixel mask over the whole frame, as run lengths row by row: off, on, off, ...</summary>
    public sealed record Bitmask(int Width, int Height, IReadOnlyList<int> Runs) : ShapeTruth
    {
        /// <inheritdoc/>
        public override string Name => "bitmask";

        /// <summary>One value a pixel, row by row.</summary>
        public bool[] Pixels() => [.. Runs.SelectMany((length, i) => Enumerable.Repeat(i % 2 == 1, length))];

        /// <inheritdoc/>
        public override Bounds? Bounds
        {
            get
            {
                var pixels = Pixels();
                var set = Enumerable.Range(0, pixels.Length).Where(i => pixels[i]).ToArray();
                if (set.Length == 0) return default(Bounds);
                var (left, top) = (set.Min(i => i % Width), set[0] / Width);
                return new Bounds(left, top, set.Max(i => i % Width) - left + 1, (set[^1] / Width) - top + 1);
            }
        }

        /// <inheritdoc/>
        public override double? Area => Runs.Where((_, i) => i % 2 == 1).Sum();
    }

    private static Bounds Hull(IEnumerable<Vertex> vertices)
    {
        var all = vertices.ToArray();
        var (left, top) = (all.Min(v => v.X), all.Min(v => v.Y));
        return new Bounds(left, top, all.Max(v => v.X) - left, all.Max(v => v.Y) - top);
    }

    /// <summary>Triangles from the first vertex, added with their sign.</summary>
    private static double FanArea(IReadOnlyList<Vertex> ring)
    {
        var doubled = 0.0;
        for (var i = 2; i < ring.Count; i++)
        {
            var (ax, ay) = (ring[i - 1].X - ring[0].X, ring[i - 1].Y - ring[0].Y);
            var (bx, by) = (ring[i].X - ring[0].X, ring[i].Y - ring[0].Y);
            doubled += (ax * by) - (ay * bx);
        }
        return Math.Abs(doubled) / 2;
    }
}
