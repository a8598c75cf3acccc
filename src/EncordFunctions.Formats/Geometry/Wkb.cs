using System.Buffers;
using System.Buffers.Binary;
using System.Diagnostics;
using EncordFunctions.Labels.Geometry;

namespace EncordFunctions.Formats.Geometry;

/// <summary>
/// Well-known binary as ISO 19125 and GeoParquet have it: little-endian, no SRID, z by type codes past 1000. Rings are closed and wound as
/// <see cref="ClosedRing"/> says.
/// </summary>
internal static class Wkb
{
    /// <summary>Bytes of a vertex without z.</summary>
    public const int VertexBytes = 2 * sizeof(double);

    private const int WithZ = 1000;
    private const int HeadBytes = 1 + sizeof(uint);
    private const int Vertex3DBytes = 3 * sizeof(double);

    /// <summary>The type codes; GeoParquet calls them by these names.</summary>
    public enum Kind
    {
        Point = 1,
        LineString,
        Polygon,
        MultiPoint,
        MultiPolygon = 6,
        GeometryCollection,
        PointZ = WithZ + Point,
        LineStringZ = WithZ + LineString,
    }

    /// <summary>What the geometry is written as; null where there is none.</summary>
    public static Kind? KindOf(SimpleGeometry geometry) => geometry switch
    {
        SimpleGeometry.None => null,
        SimpleGeometry.Place => Kind.Point,
        SimpleGeometry.Places => Kind.MultiPoint,
        SimpleGeometry.Line => Kind.LineString,
        SimpleGeometry.Region { Parts.Length: 1 } => Kind.Polygon,
        SimpleGeometry.Region => Kind.MultiPolygon,
        SimpleGeometry.Faces => Kind.GeometryCollection,
        SimpleGeometry.Place3D => Kind.PointZ,
        SimpleGeometry.Line3D => Kind.LineStringZ,
        _ => throw new UnreachableException($"The geometry {geometry.GetType().Name} has no WKB."),
    };

    /// <summary>Writes the geometry; nothing where there is none.</summary>
    public static void Write(IBufferWriter<byte> to, SimpleGeometry geometry)
    {
        if (KindOf(geometry) is not { } kind) return;
        switch (geometry)
        {
            case SimpleGeometry.Place place:
                WritePoint(to, place.At);
                break;
            case SimpleGeometry.Places places:
                WriteHead(to, kind, places.At.Length);
                foreach (var at in places.At) WritePoint(to, at);
                break;
            case SimpleGeometry.Line line:
                WriteLine(to, line.Points);
                break;
            case SimpleGeometry.Region { Parts: [var only] }:
                WritePolygon(to, only);
                break;
            case SimpleGeometry.Region { Parts: var parts }:
                WritePolygons(to, kind, parts);
                break;
            case SimpleGeometry.Faces { Parts: var parts }:
                WritePolygons(to, kind, parts);
                break;
            case SimpleGeometry.Place3D place:
                WriteHead(to, kind);
                Put(to.GetSpan(Vertex3DBytes), place.At);
                to.Advance(Vertex3DBytes);
                break;
            case SimpleGeometry.Line3D line:
                WriteLine(to, line.Points);
                break;
        }
    }

    private static void WritePolygons(IBufferWriter<byte> to, Kind kind, Vertex[][][] parts)
    {
        WriteHead(to, kind, parts.Length);
        foreach (var part in parts) WritePolygon(to, part);
    }

    private static void WritePolygon(IBufferWriter<byte> to, Vertex[][] rings)
    {
        WriteHead(to, Kind.Polygon, rings.Length);
        for (var i = 0; i < rings.Length; i++)
        {
            var ring = new ClosedRing(rings[i], hole: i > 0);
            WriteCount(to, ring.Count);
            var bytes = to.GetSpan(ring.Count * VertexBytes);
            for (var position = 0; position < ring.Count; position++) Put(bytes[(position * VertexBytes)..], ring[position]);
            to.Advance(ring.Count * VertexBytes);
        }
    }

    private static void WriteLine(IBufferWriter<byte> to, Vertex[] points)
    {
        WriteHead(to, Kind.LineString, points.Length);
        var bytes = to.GetSpan(points.Length * VertexBytes);
        for (var i = 0; i < points.Length; i++) Put(bytes[(i * VertexBytes)..], points[i]);
        to.Advance(points.Length * VertexBytes);
    }

    private static void WriteLine(IBufferWriter<byte> to, Vertex3D[] points)
    {
        WriteHead(to, Kind.LineStringZ, points.Length);
        var bytes = to.GetSpan(points.Length * Vertex3DBytes);
        for (var i = 0; i < points.Length; i++) Put(bytes[(i * Vertex3DBytes)..], points[i]);
        to.Advance(points.Length * Vertex3DBytes);
    }

    private static void WritePoint(IBufferWriter<byte> to, Vertex at)
    {
        WriteHead(to, Kind.Point);
        Put(to.GetSpan(VertexBytes), at);
        to.Advance(VertexBytes);
    }

    private static void WriteHead(IBufferWriter<byte> to, Kind kind)
    {
        var head = to.GetSpan(HeadBytes);
        head[0] = 1;
        BinaryPrimitives.WriteUInt32LittleEndian(head[1..], (uint)kind);
        to.Advance(HeadBytes);
    }

    /// <summary>Begins what consists of parts.</summary>
    public static void WriteHead(IBufferWriter<byte> to, Kind kind, int count)
    {
        WriteHead(to, kind);
        WriteCount(to, count);
    }

    /// <summary>Says how many parts or vertices follow.</summary>
    public static void WriteCount(IBufferWriter<byte> to, int count)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(to.GetSpan(sizeof(uint)), (uint)count);
        to.Advance(sizeof(uint));
    }

    /// <summary>Sets a vertex.</summary>
    public static void Put(Span<byte> bytes, Vertex at)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(bytes, at.X);
        BinaryPrimitives.WriteDoubleLittleEndian(bytes[sizeof(double)..], at.Y);
    }

    private static void Put(Span<byte> bytes, Vertex3D at)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(bytes, at.X);
        BinaryPrimitives.WriteDoubleLittleEndian(bytes[sizeof(double)..], at.Y);
        BinaryPrimitives.WriteDoubleLittleEndian(bytes[VertexBytes..], at.Z);
    }
}
