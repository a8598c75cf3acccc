using System.Globalization;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Json;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Labels.Geometry.Reading;

/// <summary>
/// Reads <c>circle</c>: <c>{x, y, r, stretch?, theta?}</c>, and <c>ellipse</c>: <c>{x, y, rx, ry, theta}</c>. x, r and rx are fractions of the
/// width, y and ry of the height.
/// </summary>
internal static class Rounds
{
    private static readonly string[] OfCircle = ["x", "y", "r", "stretch", "theta"];
    private static readonly string[] OfEllipse = ["x", "y", "rx", "ry", "theta"];

    /// <summary>Reads a circle.</summary>
    public static Shape? ReadCircle(ref JsonCursor json, GeometryContext context)
    {
        Span<double> values = [0, 0, 0, 1, 0];
        Span<int> places = stackalloc int[5];
        if (!TryRead(ref json, context, OfCircle, 3, values, places)) return null;
        if (!context.IsExtent(values[3], places[3], "stretch")) return null;
        if (values[3] != 1)
        {
            context.Note(IssueCatalogue.CircleStretched, places[3], "stretch", string.Create(
                CultureInfo.InvariantCulture, $"The circle has the stretch {values[3]:R}; it is kept, but its bounds and area are not known."));
        }
        var (width, height) = (context.Frame.Width, context.Frame.Height);
        return new Circle(values[0] * width, values[1] * height, values[2] * width, values[3], values[4]) { IsInPixels = context.IsInPixels };
    }

    /// <summary>Reads an ellipse.</summary>
    public static Shape? ReadEllipse(ref JsonCursor json, GeometryContext context)
    {
        Span<double> values = stackalloc double[5];
        Span<int> places = stackalloc int[5];
        if (!TryRead(ref json, context, OfEllipse, 5, values, places)) return null;
        if (!context.IsFraction(values[3], places[3], "ry") || !context.IsExtent(values[3], places[3], "ry")) return null;
        var (width, height) = (context.Frame.Width, context.Frame.Height);
        return new Ellipse(values[0] * width, values[1] * height, values[2] * width, values[3] * height, values[4]) { IsInPixels = context.IsInPixels };
    }

    private static bool TryRead(
        ref JsonCursor json, GeometryContext context, string[] names, int required, scoped Span<double> values, scoped Span<int> places)
    {
        if (!NamedNumbers.TryRead(ref json, context, names, required, values, places)) return false;
        for (var i = 0; i < 3; i++)
        {
            if (!context.IsFraction(values[i], places[i], names[i])) return false;
        }
        if (!context.IsExtent(values[2], places[2], names[2])) return false;
        context.CheckTurn(values[4], places[4]);
        return true;
    }
}
