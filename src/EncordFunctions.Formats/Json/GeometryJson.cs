using System.Buffers;
using System.Diagnostics;
using System.Text.Json;
using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Formats.Json;

/// <summary>
/// The <c>geometry</c> of an annotation, each shape in its own terms, not rounded; null where it has but a range. In pixels, or in fractions
/// where the size of the frame is unknown:
/// <c>bounding_box</c> {x, y, w, h} · <c>rotatable_bounding_box</c> {x, y, w, h, theta, corners: [[x, y] × 4] or null} ·
/// <c>polygon</c> {polygons: [polygon][ring][x, y], first ring outer} · <c>polyline</c> {points: [[x, y], ...]} · <c>point</c> {point: [x, y]} ·
/// <c>skeleton</c> {points: [{name, feature_hash, x, y, visibility}]} · <c>bitmask</c> {size: [h, w], counts, png} ·
/// <c>circle</c> {x, y, r, stretch, theta} · <c>ellipse</c> {x, y, rx, ry, theta} ·
/// <c>cuboid_2d</c> {front: [[x, y] × 4], back: [[x, y] × 4], vanishing_point: [x, y] and scale_ratio, or offset: [x, y]}.
/// In the units of the scene: <c>point</c> {point: [x, y, z]} · <c>polyline</c> {points: [[x, y, z], ...]} ·
/// <c>cuboid</c> {position: [x, y, z], orientation: [a, b, c] in radians, size: [x, y, z]}.
/// <c>segmentation</c> {points: how many, ranges: [[start, end], ...] of point indexes, inclusive}. Angles called theta are degrees, clockwise on
/// screen.
/// </summary>
internal static class GeometryJson
{
    public static void Write(Utf8JsonWriter json, Annotation annotation)
    {
        json.WritePropertyName("geometry"u8);
        WriteValue(json, annotation);
    }

    /// <summary>The value alone.</summary>
    public static void WriteValue(Utf8JsonWriter json, Annotation annotation)
    {
        if (annotation.Shape is Span)
        {
            json.WriteNullValue();
            return;
        }
        json.WriteStartObject();
        switch (annotation.Shape)
        {
            case BoundingBox box:
                WriteBox(json, box.X, box.Y, box.W, box.H);
                break;
            case RotatableBoundingBox box:
                WriteBox(json, box.X, box.Y, box.W, box.H);
                json.WriteFinite("theta"u8, box.Theta);
                if (box.IsInPixels) WriteVertices(json, "corners"u8, box.Corners());
                else json.WriteNull("corners"u8);
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
            case Polyline3D line:
                json.WriteStartArray("points"u8);
                foreach (var vertex in line.Points) json.WriteVertex(vertex);
                json.WriteEndArray();
                break;
            case Point3D point:
                json.WriteVertex("point"u8, point.At);
                break;
            case Circle circle:
                json.WriteFinite("x"u8, circle.X);
                json.WriteFinite("y"u8, circle.Y);
                json.WriteFinite("r"u8, circle.R);
                json.WriteFinite("stretch"u8, circle.Stretch);
                json.WriteFinite("theta"u8, circle.Theta);
                break;
            case Ellipse ellipse:
                json.WriteFinite("x"u8, ellipse.X);
                json.WriteFinite("y"u8, ellipse.Y);
                json.WriteFinite("rx"u8, ellipse.Rx);
                json.WriteFinite("ry"u8, ellipse.Ry);
                json.WriteFinite("theta"u8, ellipse.Theta);
                break;
            case Cuboid cuboid:
                json.WriteVertex("position"u8, cuboid.Position);
                json.WriteVertex("orientation"u8, cuboid.Orientation);
                json.WriteVertex("size"u8, cuboid.Size);
                break;
            case Cuboid2D cuboid:
                WriteCuboid2D(json, cuboid);
                break;
            case Segmentation segmentation:
                WriteRanges(json, segmentation);
                break;
            case Skeleton skeleton:
                json.WritePropertyName("points"u8);
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

    /// <summary>The points of a skeleton, as a list.</summary>
    public static void WriteSkeleton(Utf8JsonWriter json, SkeletonPoint[] points)
    {
        json.WriteStartArray();
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

    private static void WriteCuboid2D(Utf8JsonWriter json, Cuboid2D cuboid)
    {
        WriteVertices(json, "front"u8, cuboid.Front);
        WriteVertices(json, "back"u8, cuboid.Back());
        switch (cuboid.Projection)
        {
            case Projection.Perspective perspective:
                json.WritePropertyName("vanishing_point"u8);
                json.WriteVertex(perspective.VanishingPoint);
                json.WriteFinite("scale_ratio"u8, perspective.ScaleRatio);
                break;
            case Projection.Isometric isometric:
                json.WritePropertyName("offset"u8);
                json.WriteVertex(isometric.Offset);
                break;
            default:
                throw new UnreachableException($"The projection {cuboid.Projection} has no JSON.");
        }
    }

    private static void WriteRanges(Utf8JsonWriter json, Segmentation segmentation)
    {
        json.WriteNumber("points"u8, segmentation.Points);
        json.WriteStartArray("ranges"u8);
        foreach (var (start, end) in segmentation.Ranges)
        {
            json.WriteStartArray();
            json.WriteNumberValue(start);
            json.WriteNumberValue(end);
            json.WriteEndArray();
        }
        json.WriteEndArray();
    }

    private static void WriteMask(Utf8JsonWriter json, Bitmask bitmask, string png)
    {
        json.WriteStartArray("size"u8);
        json.WriteNumberValue(bitmask.Mask.Height);
        json.WriteNumberValue(bitmask.Mask.Width);
        json.WriteEndArray();
        WriteCounts(json, bitmask.Mask.Utf8CocoCounts);
        json.WriteString("png"u8, png);
    }

    private static void WriteCounts(Utf8JsonWriter json, ReadOnlySpan<byte> counts)
    {
        json.WritePropertyName("counts"u8);
        var text = ArrayPool<byte>.Shared.Rent(CountsText.LongestOf(counts.Length));
        json.WriteRawValue(text.AsSpan(0, CountsText.Write(counts, text)), skipInputValidation: true);
        ArrayPool<byte>.Shared.Return(text);
    }
}
