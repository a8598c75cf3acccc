using EncordFunctions.Labels.Geometry;

namespace EncordFunctions.Local.Sample;

/// <content>The same, drawn elsewhere.</content>
public abstract partial record ShapeTruth
{
    /// <summary>The shape moved; a mask by whole pixels, without what leaves its frame.</summary>
    /// <exception cref="NotSupportedException">It is not drawn on a picture.</exception>
    internal ShapeTruth MovedBy(double dx, double dy)
    {
        return this switch
        {
            Box box => box with { X = box.X + dx, Y = box.Y + dy },
            RotatedBox box => box with { X = box.X + dx, Y = box.Y + dy },
            Polygon polygon => new Polygon([.. polygon.Parts.Select(part => part.Select(All).ToArray())]),
            Polyline line => new Polyline(All(line.Points)),
            Point point => new Point(At(point.At)),
            Skeleton skeleton => new Skeleton([.. skeleton.Joints.Select(joint => joint with { At = At(joint.At) })]),
            Circle circle => circle with { X = circle.X + dx, Y = circle.Y + dy },
            Ellipse ellipse => ellipse with { X = ellipse.X + dx, Y = ellipse.Y + dy },
            Cuboid2D { Scale: null } cuboid => cuboid with { Front = All(cuboid.Front) },
            Cuboid2D cuboid => cuboid with { Front = All(cuboid.Front), To = At(cuboid.To) },
            Bitmask mask => Moved(mask, (int)dx, (int)dy),
            _ => throw new NotSupportedException($"A {Name} is not moved on a picture."),
        };

        Vertex At(Vertex at) => new(at.X + dx, at.Y + dy);

        Vertex[] All(IReadOnlyList<Vertex> vertices) => [.. vertices.Select(At)];
    }

    private static Bitmask Moved(Bitmask mask, int dx, int dy)
    {
        var pixels = mask.Pixels();
        return new Bitmask(mask.Width, mask.Height, MaskRuns.Of(mask.Width, mask.Height, (x, y) =>
            x - dx is var fromX && y - dy is var fromY && fromX >= 0 && fromX < mask.Width && fromY >= 0 && fromY < mask.Height
            && pixels[(fromY * mask.Width) + fromX]));
    }
}
