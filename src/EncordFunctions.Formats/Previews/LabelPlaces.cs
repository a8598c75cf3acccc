using EncordFunctions.Labels.Geometry;

namespace EncordFunctions.Formats.Previews;

/// <summary>Finds places for labels beside what they name, where they hide none of those before them.</summary>
internal sealed class LabelPlaces(FrameView view)
{
    private readonly List<Bounds> _taken = [];

    /// <summary>Takes a place for a label of a size, all in picture units.</summary>
    /// <returns>Null where there is no room.</returns>
    public Bounds? Take(Bounds shape, double width, double height)
    {
        var (right, bottom) = (shape.X + shape.W, shape.Y + shape.H);
        ReadOnlySpan<Vertex> corners =
        [
            new(shape.X, shape.Y - height), new(shape.X, shape.Y), new(shape.X, bottom), new(right - width, shape.Y - height),
            new(right - width, bottom), new(right, shape.Y), new(shape.X - width, shape.Y), new(shape.X, bottom - height),
            new(shape.X + ((shape.W - width) / 2), shape.Y + ((shape.H - height) / 2)), new(right, bottom), new(shape.X, bottom + height),
            new(right, shape.Y - (2 * height)),
        ];
        foreach (var corner in corners)
        {
            var place = Inside(corner, width, height);
            if (_taken.Exists(other => Overlap(other, place))) continue;
            _taken.Add(place);
            return place;
        }
        return null;
    }

    private Bounds Inside(Vertex corner, double width, double height) => new(
        Math.Max(0, Math.Min(corner.X, view.Width - width)), Math.Max(0, Math.Min(corner.Y, view.Height - height)), width, height);

    private static bool Overlap(Bounds one, Bounds other) =>
        one.X < other.X + other.W && other.X < one.X + one.W && one.Y < other.Y + other.H && other.Y < one.Y + one.H;
}
