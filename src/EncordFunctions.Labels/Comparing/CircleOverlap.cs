using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Labels.Comparing;

/// <summary>The lens that two circles share.</summary>
internal static class CircleOverlap
{
    public static double? IoU(Circle a, Circle b) => Overlap.Part(Shared(a.R, b.R, double.Hypot(a.X - b.X, a.Y - b.Y)), Area(a.R), Area(b.R));

    private static double Shared(double r, double s, double distance)
    {
        if (distance >= r + s) return 0;
        if (distance <= Math.Abs(r - s)) return Area(Math.Min(r, s));
        return Segment(r, s, distance) + Segment(s, r, distance);
    }

    /// <summary>What the chord where the circles cross cuts off the one of radius <paramref name="r"/>.</summary>
    private static double Segment(double r, double s, double distance)
    {
        var toChord = ((distance * distance) + (r * r) - (s * s)) / (2 * distance);
        return (r * r * Math.Acos(Math.Clamp(toChord / r, -1, 1))) - (toChord * Math.Sqrt(Math.Max(0, (r * r) - (toChord * toChord))));
    }

    private static double Area(double r) => Math.PI * r * r;
}
