using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Json;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Labels.Geometry.Reading;

/// <summary>Reads <c>cuboid</c>: <c>{position, orientation, size}</c>, each a list of three numbers in scene units and radians.</summary>
internal static class Cuboids
{
    private const string Root = "cuboid";
    private static readonly string[] Names = ["position", "orientation", "size"];
    private static readonly string[] Paths = Array.ConvertAll(Names, static name => $"{Root}/{name}");

    /// <summary>Reads a cuboid.</summary>
    public static Shape? Read(ref JsonCursor json, GeometryContext context)
    {
        if (json.Peek() != JsonKind.Object)
        {
            context.FailKind(ref json, null, "an object");
            return null;
        }
        var at = json.At;
        Span<Vertex3D> triples = stackalloc Vertex3D[3];
        Span<bool> seen = stackalloc bool[3];
        json.Enter();
        while (json.NextMember(out var name))
        {
            var which = name.SequenceEqual("position"u8) ? 0 : name.SequenceEqual("orientation"u8) ? 1 : name.SequenceEqual("size"u8) ? 2 : -1;
            if (which < 0)
            {
                context.SkipUnknown(ref json, name);
                continue;
            }
            context.Root = Paths[which];
            if (!TryTriple(ref json, context, mustBePositive: which == 2, out triples[which])) return null;
            context.Root = Root;
            seen[which] = true;
        }
        if (seen.IndexOf(false) is >= 0 and var missing)
        {
            context.Fail(IssueCatalogue.CoordinateMissing, at, null, $"{Names[missing]} is missing.");
            return null;
        }
        return new Cuboid(triples[0], triples[1], triples[2]);
    }

    private static bool TryTriple(ref JsonCursor json, GeometryContext context, bool mustBePositive, out Vertex3D triple)
    {
        triple = default;
        if (json.Peek() != JsonKind.List) return context.FailKind(ref json, null, "a list of three numbers");
        var (at, count) = (json.At, 0);
        Span<double> values = stackalloc double[3];
        json.Enter();
        context.Push(0);
        for (; json.NextElement(); context.Move(++count))
        {
            var place = json.At;
            if (count > 2) json.Skip();
            else if (!context.TryNumber(ref json, null, out values[count])) return false;
            else if (mustBePositive && !context.IsExtent(values[count], place, null)) return false;
        }
        context.Pop();
        triple = new Vertex3D(values[0], values[1], values[2]);
        return count == 3 || context.Fail(IssueCatalogue.GeometryMalformed, at, null, $"Expected three numbers, found {count}.");
    }
}
