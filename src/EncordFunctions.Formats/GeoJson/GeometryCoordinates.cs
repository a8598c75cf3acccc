using System.Diagnostics;
using System.Text.Json;
using EncordFunctions.Formats.Geometry;
using EncordFunctions.Formats.Json;
using EncordFunctions.Labels.Geometry;

namespace EncordFunctions.Formats.GeoJson;

/// <summary>The <c>geometry</c> of a feature: <c>{"type": ..., "coordinates": ...}</c> as RFC 7946 spells it, not rounded.</summary>
internal static class GeometryCoordinates
{
    public static void Write(Utf8JsonWriter json, SimpleGeometry geometry)
    {
        json.WriteStartObject();
        switch (geometry)
        {
            case SimpleGeometry.Place place:
                Begin(json, "Point"u8);
                json.WriteVertex(place.At);
                break;
            case SimpleGeometry.Places places:
                Begin(json, "MultiPoint"u8);
                WriteVertices(json, places.At);
                break;
            case SimpleGeometry.Line line:
                Begin(json, "LineString"u8);
                WriteVertices(json, line.Points);
                break;
            case SimpleGeometry.Region { Parts: [var only] }:
                WritePolygon(json, only);
                break;
            case SimpleGeometry.Region { Parts: var parts }:
                Begin(json, "MultiPolygon"u8);
                json.WriteStartArray();
                foreach (var part in parts) WriteRings(json, part);
                json.WriteEndArray();
                break;
            case SimpleGeometry.Faces { Parts: var parts }:
                json.WriteString("type"u8, "GeometryCollection"u8);
                json.WriteStartArray("geometries"u8);
                foreach (var part in parts)
                {
                    json.WriteStartObject();
                    WritePolygon(json, part);
                    json.WriteEndObject();
                }
                json.WriteEndArray();
                break;
            case SimpleGeometry.Place3D place:
                Begin(json, "Point"u8);
                json.WriteVertex(place.At);
                break;
            case SimpleGeometry.Line3D line:
                Begin(json, "LineString"u8);
                json.WriteStartArray();
                foreach (var vertex in line.Points) json.WriteVertex(vertex);
                json.WriteEndArray();
                break;
            default:
                throw new UnreachableException($"The geometry {geometry.GetType().Name} has no coordinates.");
        }
        json.WriteEndObject();
    }

    private static void Begin(Utf8JsonWriter json, ReadOnlySpan<byte> type)
    {
        json.WriteString("type"u8, type);
        json.WritePropertyName("coordinates"u8);
    }

    private static void WritePolygon(Utf8JsonWriter json, Vertex[][] rings)
    {
        Begin(json, "Polygon"u8);
        WriteRings(json, rings);
    }

    private static void WriteRings(Utf8JsonWriter json, Vertex[][] rings)
    {
        json.WriteStartArray();
        for (var i = 0; i < rings.Length; i++)
        {
            var ring = new ClosedRing(rings[i], hole: i > 0);
            json.WriteStartArray();
            for (var position = 0; position < ring.Count; position++) json.WriteVertex(ring[position]);
            json.WriteEndArray();
        }
        json.WriteEndArray();
    }

    private static void WriteVertices(Utf8JsonWriter json, Vertex[] vertices)
    {
        json.WriteStartArray();
        foreach (var vertex in vertices) json.WriteVertex(vertex);
        json.WriteEndArray();
    }
}
