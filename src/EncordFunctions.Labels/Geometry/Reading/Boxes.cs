using EncordFunctions.Labels.Json;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Labels.Geometry.Reading;

/// <summary>Reads <c>{x, y, w, h}</c> and <c>{x, y, w, h, theta}</c>: x and w are fractions of the width, y and h of the height.</summary>
internal static class Boxes
{
    /// <summary>Two values rounded to four decimals, as old rows are, may add up to that much more than 1.</summary>
    private const double Rounding = 0.00011;

    private static readonly string[] Upright = ["x", "y", "w", "h"];
    private static readonly string[] Turned = [.. Upright, "theta"];

    /// <summary>Reads an upright box.</summary>
    public static Shape? Read(ref JsonCursor json, GeometryContext context)
    {
        Span<double> values = stackalloc double[4];
        Span<int> places = stackalloc int[4];
        if (!TryRead(ref json, context, Upright, values, places)) return null;
        for (var i = 0; i < 2; i++)
        {
            var far = values[i] + values[i + 2];
            if (values[i] <= 1 && values[i + 2] <= 1 && far > 1 + Rounding) context.Outside(far, places[i + 2], Upright[i + 2]);
        }
        var (width, height) = (context.Frame.Width, context.Frame.Height);
        return new BoundingBox(values[0] * width, values[1] * height, values[2] * width, values[3] * height);
    }

    /// <summary>Reads a box with its rotation.</summary>
    public static Shape? ReadTurned(ref JsonCursor json, GeometryContext context)
    {
        Span<double> values = stackalloc double[5];
        Span<int> places = stackalloc int[5];
        if (!TryRead(ref json, context, Turned, values, places)) return null;
        context.CheckTurn(values[4], places[4]);
        var (width, height) = (context.Frame.Width, context.Frame.Height);
        return new RotatableBoundingBox(values[0] * width, values[1] * height, values[2] * width, values[3] * height, values[4])
        {
            IsInPixels = context.IsInPixels,
        };
    }

    private static bool TryRead(ref JsonCursor json, GeometryContext context, string[] names, scoped Span<double> values, scoped Span<int> places)
    {
        if (!NamedNumbers.TryRead(ref json, context, names, names.Length, values, places)) return false;
        for (var i = 0; i < 4; i++)
        {
            if (!context.IsFraction(values[i], places[i], names[i])) return false;
        }
        return context.IsExtent(values[2], places[2], "w") && context.IsExtent(values[3], places[3], "h");
    }
}
