using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Json;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Labels.Geometry.Reading;

/// <summary>Reads <c>polyline</c>, a list or map of points, and <c>point</c>, a map or list of one.</summary>
internal static class Lines
{
    /// <summary>Reads an open line.</summary>
    public static Shape? ReadPolyline(ref JsonCursor json, GeometryContext context)
    {
        json.Peek();
        var at = json.At;
        if (Vertices.ReadMany(ref json, context) is not { } points) return null;
        if (points.Length > 0) return new Polyline(points);
        context.Fail(IssueCatalogue.NoGeometry, at, null, "The polyline has no points.");
        return null;
    }

    /// <summary>Reads a single point.</summary>
    public static Shape? ReadPoint(ref JsonCursor json, GeometryContext context)
    {
        json.Peek();
        var at = json.At;
        if (Vertices.ReadMany(ref json, context) is not { } points) return null;
        if (points is [var point]) return new Point(point);
        var code = points.Length == 0 ? IssueCatalogue.NoGeometry : IssueCatalogue.GeometryMalformed;
        context.Fail(code, at, null, $"Expected one point, found {points.Length}.");
        return null;
    }
}
