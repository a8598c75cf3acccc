using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Json;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Labels.Geometry.Reading;

/// <summary>Reads <c>polyline</c>, a list or map of points, and <c>point</c>, a map or list of one. With z on all points they are of a scene.</summary>
internal static class Lines
{
    /// <summary>Reads an open line.</summary>
    public static Shape? ReadPolyline(ref JsonCursor json, GeometryContext context)
    {
        var at = json.At;
        if (Vertices.AreSpatial(json)) return Vertices.ReadSpatial(ref json, context) is { } spatial ? new Polyline3D(spatial) : null;
        if (Vertices.ReadMany(ref json, context) is not { } points) return null;
        if (points.Length > 0) return new Polyline(points);
        context.Fail(IssueCatalogue.NoGeometry, at, null, "The polyline has no points.");
        return null;
    }

    /// <summary>Reads a single point.</summary>
    public static Shape? ReadPoint(ref JsonCursor json, GeometryContext context)
    {
        var at = json.At;
        if (Vertices.AreSpatial(json))
        {
            if (Vertices.ReadSpatial(ref json, context) is not { } spatial) return null;
            return spatial is [var one] ? new Point3D(one) : NotOne(spatial.Length, at, context);
        }
        if (Vertices.ReadMany(ref json, context) is not { } points) return null;
        return points is [var point] ? new Point(point) : NotOne(points.Length, at, context);
    }

    private static Shape? NotOne(int count, int at, GeometryContext context)
    {
        var code = count == 0 ? IssueCatalogue.NoGeometry : IssueCatalogue.GeometryMalformed;
        context.Fail(code, at, null, $"Expected one point, found {count}.");
        return null;
    }
}
