using System.Globalization;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Json;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Labels.Geometry.Reading;

/// <summary>Reads <c>{x, y, w, h}</c> and <c>{x, y, w, h, theta}</c>: x and w are fractions of the width, y and h of the height.</summary>
internal static class Boxes
{
    /// <summary>Two values rounded to four decimals, as old rows are, may add up to that much more than 1.</summary>
    private const double Rounding = 0.00011;

    private static readonly string[] Names = ["x", "y", "w", "h", "theta"];

    /// <summary>Reads a box, or a box with its rotation.</summary>
    public static Shape? Read(ref JsonCursor json, GeometryContext context, bool rotatable)
    {
        Span<double> values = stackalloc double[Names.Length];
        Span<int> places = stackalloc int[Names.Length];
        if (!TryRead(ref json, context, values, places, rotatable)) return null;
        for (var i = 0; i < 4; i++)
        {
            if (!context.IsFraction(values[i], places[i], Names[i])) return null;
        }
        for (var i = 2; i < 4; i++)
        {
            if (values[i] <= 0)
            {
                context.Fail(IssueCatalogue.BoxWithoutExtent, places[i], Names[i], string.Create(CultureInfo.InvariantCulture, $"{Names[i]} is {values[i]:R}."));
                return null;
            }
        }
        var (x, y, w, h) = (values[0] * context.Frame.Width, values[1] * context.Frame.Height, values[2] * context.Frame.Width, values[3] * context.Frame.Height);
        if (rotatable)
        {
            if (values[4] is < 0 or > 360)
                context.Note(IssueCatalogue.RotationOutsideTurn, places[4], string.Create(CultureInfo.InvariantCulture, $"theta is {values[4]:R} degrees."));
            return new RotatableBoundingBox(x, y, w, h, values[4]);
        }
        for (var i = 0; i < 2; i++)
        {
            var far = values[i] + values[i + 2];
            if (values[i] <= 1 && values[i + 2] <= 1 && far > 1 + Rounding) context.Outside(far, places[i + 2], Names[i + 2]);
        }
        return new BoundingBox(x, y, w, h);
    }

    private static bool TryRead(ref JsonCursor json, GeometryContext context, scoped Span<double> values, scoped Span<int> places, bool rotatable)
    {
        if (json.Peek() != JsonKind.Object) return context.FailKind(ref json, null, "an object");
        var at = json.At;
        places.Fill(-1);
        json.Enter();
        while (json.NextMember(out var name))
        {
            var place = json.At;
            // The vendor's page shows the box under a member "0"; no real row has it.
            if (name.SequenceEqual("0"u8) && places[0] < 0 && json.Peek() == JsonKind.Object)
            {
                context.Push(0);
                return TryRead(ref json, context, values, places, rotatable);
            }
            var which = name.Length == 1 ? "xywh"u8.IndexOf(name[0]) : name.SequenceEqual("theta"u8) ? 4 : -1;
            if (which < 0) json.Skip();
            else if (!context.TryNumber(ref json, Names[which], out values[which])) return false;
            else places[which] = place;
        }
        var missing = places[..(rotatable ? 5 : 4)].IndexOf(-1);
        return missing < 0 || context.Fail(IssueCatalogue.CoordinateMissing, at, null, $"{Names[missing]} is missing.");
    }
}
