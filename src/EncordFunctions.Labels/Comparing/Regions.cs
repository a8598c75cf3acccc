using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Shapes;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;
using Polygon = EncordFunctions.Labels.Shapes.Polygon;
using Region = NetTopologySuite.Geometries.Geometry;

namespace EncordFunctions.Labels.Comparing;

/// <summary>What shapes cover, as regions that can be laid over each other.</summary>
internal static class Regions
{
    /// <summary>More vertices would take seconds and hundreds of megabytes.</summary>
    private const int MostVertices = 1 << 14;

    private const int Sides = 360;

    private static readonly GeometryFactory Factory = new();

    public static double? IoU(Shape one, Shape other)
    {
        try
        {
            if (Of(one) is not { } a || Of(other) is not { } b) return null;
            var shared = a.EnvelopeInternal.Intersects(b.EnvelopeInternal)
                ? OverlayNGRobust.Overlay(a, b, SpatialFunction.Intersection).Area
                : 0;
            return Overlap.Part(shared, a.Area, b.Area);
        }
        catch (TopologyException)
        {
            // Coordinates too far apart for a double to tell its edges; the overlay has tried all it can by then.
            return null;
        }
    }

    private static Region? Of(Shape shape) => shape switch
    {
        BoundingBox box => Ring([new(box.X, box.Y), new(box.X + box.W, box.Y), new(box.X + box.W, box.Y + box.H), new(box.X, box.Y + box.H)]),
        RotatableBoundingBox { IsInPixels: true } box => Ring(box.Corners()),
        Polygon polygon => Union(polygon.Parts),
        Cuboid2D cuboid => Factory.CreateMultiPointFromCoords(Array.ConvertAll([.. cuboid.Front, .. cuboid.Back()], At)).ConvexHull(),
        Circle { Bounds: not null } circle => Ring(EllipseOutline.Of(circle.X, circle.Y, circle.R, circle.R, 0, Sides)),
        Ellipse { IsInPixels: true } ellipse => Ring(EllipseOutline.Of(ellipse.X, ellipse.Y, ellipse.Rx, ellipse.Ry, ellipse.Theta, Sides)),
        _ => null,
    };

    private static Region? Union(Vertex[][][] parts)
    {
        if (parts.Sum(static part => part.Sum(static ring => (long)ring.Length)) > MostVertices) return null;
        Region all = Factory.CreatePolygon();
        foreach (var part in parts)
        {
            if (part is not [{ Length: > 2 } outer, ..]) continue;
            var holes = part.Skip(1).Where(static ring => ring.Length > 2).Select(Closed);
            Region own = Factory.CreatePolygon(Closed(outer), [.. holes]);
            // What crosses itself is taken as it is filled: a point is inside where a ring goes around it an odd number of times.
            if (!own.IsValid) own = GeometryFixer.Fix(own);
            all = all.IsEmpty ? own : OverlayNGRobust.Overlay(all, own, SpatialFunction.Union);
        }
        return all;
    }

    private static Region Ring(Vertex[] corners) => Union([[corners]])!;

    private static LinearRing Closed(Vertex[] ring) => Factory.CreateLinearRing([.. Array.ConvertAll(ring, At), At(ring[0])]);

    private static Coordinate At(Vertex vertex) => new(vertex.X, vertex.Y);
}
