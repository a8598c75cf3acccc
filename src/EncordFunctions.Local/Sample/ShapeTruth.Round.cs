using EncordFunctions.Labels.Geometry;

namespace EncordFunctions.Local.Sample;

/// <content>Circles and ellipses.</content>
public abstract partial record ShapeTruth
{
    /// <summary>A circle about (<paramref name="X"/>, <paramref name="Y"/>).</summary>
    public sealed record Circle(double X, double Y, double R) : ShapeTruth
    {
        /// <inheritdoc/>
        public override string Name => "circle";

        /// <inheritdoc/>
        public override Bounds? Bounds => new(X - R, Y - R, 2 * R, 2 * R);

        /// <inheritdoc/>
        public override double? Area => Math.PI * R * R;
    }

    /// <summary>An ellipse turned clockwise about its centre by <paramref name="Theta"/> degrees.</summary>
    public sealed record Ellipse(double X, double Y, double Rx, double Ry, double Theta) : ShapeTruth
    {
        /// <inheritdoc/>
        public override string Name => "ellipse";

        /// <inheritdoc/>
        public override Bounds? Bounds
        {
            get
            {
                // Its extent along an axis is the length of both turned radii seen along it.
                var (sin, cos) = Math.SinCos(Theta / 180 * Math.PI);
                var (w, h) = (Math.Sqrt((Rx * Rx * cos * cos) + (Ry * Ry * sin * sin)), Math.Sqrt((Rx * Rx * sin * sin) + (Ry * Ry * cos * cos)));
                return new Bounds(X - w, Y - h, 2 * w, 2 * h);
            }
        }

        /// <inheritdoc/>
        public override double? Area => Math.PI * Rx * Ry;
    }
}
