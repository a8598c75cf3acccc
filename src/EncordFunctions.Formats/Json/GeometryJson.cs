using System.Buffers;
using System.Diagnostics;
using System.Text.Json;
using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Formats.Json;

/// <summary>The <c>geometry</c> of an annotation, each shape in its own terms, in pixels that aren't rounded; null where it has but a range.</summary>
internal sealed class GeometryJson
{
    private readonly ArrayBufferWriter<byte> _counts = new();

    public void Write(Utf8JsonWriter json, Annotation annotation)
    {
        if (annotation.Shape is Span)
        {
            json.WriteNull("geometry"u8);
            return;
        }
        json.WriteStartObject("geometry"u8);
        switch (annotation.Shape)
        {
            case BoundingBox box:
                WriteBox(json, box.X, box.Y, box.W, box.H);
                break;
            case RotatableBoundingBox box:
                WriteBox(json, box.X, box.Y, box.W, box.H);
                json.WriteFinite("theta"u8, box.Theta);
                WriteVertices(json, "corners"u8, box.Corners());
                break;
            case Polygon polygon:
                WriteParts(json, polygon.Parts);
                break;
            case Polyline line:
                WriteVertices(json, "points"u8, line.Points);
                break;
            case Point point:
                json.WritePropertyName("point"u8);
                json.WriteVertex(point.At);
                break;
            case Skeleton skeleton:
                WriteSkeleton(json, skeleton.Points);
                break;
            case Bitmask bitmask:
                WriteMask(json, bitmask, MaskPng.PathOf(annotation));
                break;
            default:
                throw new UnreachableException($"The shape {annotation.Shape.Name} has no JSON.");
        }
        json.WriteEndObject();
    }

    private static void WriteBox(Utf8JsonWriter json, double x, double y, double w, double h)
    {
        json.WriteFinite("x"u8, x);
        json.WriteFinite("y"u8, y);
        json.WriteFinite("w"u8, w);
        json.WriteFinite("h"u8, h);
    }

    private static void WriteParts(Utf8JsonWriter json, Vertex[][][] parts)
    {
        json.WriteStartArray("polygons"u8);
        foreach (var rings in parts)
        {
            json.WriteStartArray();
            foreach (var ring in rings)
            {
                json.WriteStartArray();
                foreach (var vertex in ring) json.WriteVertex(vertex);
                json.WriteEndArray();
            }
            json.WriteEndArray();
        }
        json.WriteEndArray();
    }

    private static void WriteVertices(Utf8JsonWriter json, ReadOnlySpan<byte> name, Vertex[] vertices)
    {
        json.WriteStartArray(name);
        foreach (var vertex in vertices) json.WriteVertex(vertex);
        json.WriteEndArray();
    }

    private static void WriteSkeleton(Utf8JsonWriter json, SkeletonPoint[] points)
    {
        json.WriteStartArray("points"u8);
        foreach (var point in points)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, point.Name);
            json.WriteString("feature_hash"u8, point.FeatureHash);
            json.WriteFinite("x"u8, point.At.X);
            json.WriteFinite("y"u8, point.At.Y);
            json.WriteString("visibility"u8, point.Visibility switch
            {
                Visibility.Visible => "visible"u8,
                Visibility.Occluded => "occluded"u8,
                Visibility.SelfOccluded => "self_occluded"u8,
                Visibility.Invisible => "invisible"u8,
                _ => throw new UnreachableException($"The visibility {point.Visibility} has no JSON."),
            });
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private void WriteMask(Utf8JsonWriter json, Bitmask bitmask, string png)
    {
        json.WriteStartArray("size"u8);
        json.WriteNumberValue(bitmask.Mask.Height);
        json.WriteNumberValue(bitmask.Mask.Width);
        json.WriteEndArray();
        _counts.ResetWrittenCount();
        bitmask.Mask.WriteCocoCounts(_counts);
        json.WriteString("counts"u8, _counts.WrittenSpan);
        json.WriteString("png"u8, png);
    }
}
