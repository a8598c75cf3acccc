using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Json;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Labels.Geometry.Reading;

/// <summary>
/// Reads <c>cuboid_2d</c>: <c>front</c>, four corners as eight numbers, and where the back is: <c>vanishingPoint</c> with <c>scaleRatio</c>,
/// or <c>offset</c>. All but the ratio are fractions of the frame.
/// </summary>
internal static class Cuboids2D
{
    private const string Root = "cuboid_2d";

    /// <summary>Reads a cuboid on a picture.</summary>
    public static Shape? Read(ref JsonCursor json, GeometryContext context)
    {
        if (json.Peek() != JsonKind.Object)
        {
            context.FailKind(ref json, null, "an object");
            return null;
        }
        var at = json.At;
        var (front, vanishing, offset, ratio) = ((Vertex[]?)null, (Vertex?)null, (Vertex?)null, (double?)null);
        json.Enter();
        while (json.NextMember(out var name))
        {
            if (name.SequenceEqual("front"u8))
            {
                if ((front = ReadFront(ref json, context)) is null) return null;
            }
            else if (json.Peek() == JsonKind.Null) json.Skip();
            else if (name.SequenceEqual("vanishingPoint"u8))
            {
                if (!TryPoint(ref json, context, "cuboid_2d/vanishingPoint", out vanishing)) return null;
            }
            else if (name.SequenceEqual("offset"u8))
            {
                if (!TryPoint(ref json, context, "cuboid_2d/offset", out offset)) return null;
            }
            else if (name.SequenceEqual("scaleRatio"u8))
            {
                if (!TryRatio(ref json, context, out ratio)) return null;
            }
            else
                context.SkipUnknown(ref json, name);
        }
        if (front is null) return Missing("front is missing.", at, context);
        if (ProjectionOf(vanishing, ratio, offset, at, context) is not { } projection) return null;
        if (offset is not null && projection is Projection.Perspective)
            context.Note(IssueCatalogue.SecondGeometry, at, "The offset beside the vanishing point is not used.");
        return new Cuboid2D(front, projection);
    }

    private static Projection? ProjectionOf(Vertex? vanishing, double? ratio, Vertex? offset, int at, GeometryContext context)
    {
        if (vanishing is { } point && ratio is { } scale) return new Projection.Perspective(point, scale);
        if (offset is { } shift) return new Projection.Isometric(shift);
        Missing(
            vanishing is not null ? "scaleRatio is missing beside vanishingPoint."
            : ratio is not null ? "vanishingPoint is missing beside scaleRatio."
            : "There is neither a vanishingPoint with a scaleRatio nor an offset, so the back has no place.",
            at,
            context);
        return null;
    }

    private static Vertex[]? ReadFront(ref JsonCursor json, GeometryContext context)
    {
        context.Root = "cuboid_2d/front";
        var at = json.At;
        var front = Rings.Read(ref json, context);
        if (front is not null && front.Length != 4)
        {
            context.Fail(IssueCatalogue.GeometryMalformed, at, null, $"Expected four corners, found {front.Length}.");
            return null;
        }
        context.Root = Root;
        return front;
    }

    private static bool TryPoint(ref JsonCursor json, GeometryContext context, string root, out Vertex? point)
    {
        context.Root = root;
        point = null;
        if (!PointPlace.TryRead(ref json, context, out var place) || !place.TryScaleFreely(context, out var vertex)) return false;
        point = vertex;
        context.Root = Root;
        return true;
    }

    private static bool TryRatio(ref JsonCursor json, GeometryContext context, out double? ratio)
    {
        ratio = null;
        var at = json.At;
        if (!context.TryNumber(ref json, "scaleRatio", out var number)) return false;
        ratio = number;
        return number is >= 0 and <= GeometryContext.Unreachable
            || context.Fail(IssueCatalogue.CoordinateImpossible, at, "scaleRatio", FormattableString.Invariant($"{number:R} can't be the size of the back face as a part of the front."));
    }

    private static Cuboid2D? Missing(string message, int at, GeometryContext context)
    {
        context.Fail(IssueCatalogue.CoordinateMissing, at, null, message);
        return null;
    }
}
