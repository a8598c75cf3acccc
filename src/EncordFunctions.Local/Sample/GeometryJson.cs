using System.Globalization;
using System.Text.Json;
using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Local.Sample;

/// <summary>Writes a geometry as fractions of its frame: x and w of the width, y and h of the height.</summary>
internal sealed partial class GeometryJson(Utf8JsonWriter json, int width, int height, Emitter emitter)
{
    public void Write(Placement placement)
    {
        switch (placement.Shape)
        {
            case ShapeTruth.Box box:
                json.WriteStartObject("boundingBox");
                if (emitter == Emitter.Page) json.WriteStartObject("0");
                Box(box.X, box.Y, box.W, box.H);
                if (emitter == Emitter.Page) json.WriteEndObject();
                json.WriteEndObject();
                break;
            case ShapeTruth.RotatedBox box:
                json.WriteStartObject("rotatableBoundingBox");
                Box(box.X, box.Y, box.W, box.H);
                json.WriteNumber("theta", box.Theta);
                json.WriteEndObject();
                break;
            case ShapeTruth.Polygon polygon:
                Polygon(polygon, placement.Polygon);
                break;
            case ShapeTruth.Polyline line when placement.PolylineAsList:
                List("polyline", line.Points);
                break;
            case ShapeTruth.Polyline line:
                Map("polyline", line.Points);
                break;
            case ShapeTruth.Point point:
                Map("point", [point.At]);
                break;
            case ShapeTruth.Skeleton skeleton:
                Skeleton(skeleton, placement.Visibility);
                break;
            case ShapeTruth.Bitmask mask:
                json.WriteStartObject("bitmask");
                json.WriteString("rleString", RleText.Of(mask.Runs));
                json.WriteNumber("top", 0);
                json.WriteNumber("left", 0);
                json.WriteNumber("width", mask.Width);
                json.WriteNumber("height", mask.Height);
                json.WriteEndObject();
                break;
            case ShapeTruth.Circle circle:
                json.WriteStartObject("circle");
                At(new Vertex(circle.X, circle.Y));
                json.WriteNumber("r", circle.R / width);
                json.WriteEndObject();
                break;
            case ShapeTruth.Ellipse ellipse:
                json.WriteStartObject("ellipse");
                At(new Vertex(ellipse.X, ellipse.Y));
                json.WriteNumber("rx", ellipse.Rx / width);
                json.WriteNumber("ry", ellipse.Ry / height);
                json.WriteNumber("theta", ellipse.Theta);
                json.WriteEndObject();
                break;
            case { } inSpace:
                InSpace(inSpace);
                break;
        }
    }

    private void Box(double x, double y, double w, double h)
    {
        json.WriteNumber("x", x / width);
        json.WriteNumber("y", y / height);
        json.WriteNumber("w", w / width);
        json.WriteNumber("h", h / height);
    }

    private void Polygon(ShapeTruth.Polygon polygon, PolygonSpelling spelling)
    {
        if (spelling is PolygonSpelling.Map or PolygonSpelling.Both) Map("polygon", polygon.Parts[0][0]);
        if (spelling is PolygonSpelling.List) List("polygon", polygon.Parts[0][0]);
        if (spelling is not (PolygonSpelling.Polygons or PolygonSpelling.Both)) return;

        json.WriteStartArray("polygons");
        foreach (var part in polygon.Parts)
        {
            json.WriteStartArray();
            foreach (var ring in part)
            {
                json.WriteStartArray();
                foreach (var (x, y) in ring)
                {
                    json.WriteNumberValue(x / width);
                    json.WriteNumberValue(y / height);
                }
                json.WriteEndArray();
            }
            json.WriteEndArray();
        }
        json.WriteEndArray();
    }

    private void Map(string name, IReadOnlyList<Vertex> points)
    {
        json.WriteStartObject(name);
        foreach (var (key, at) in Keys(points.Count))
        {
            json.WriteStartObject(key);
            At(points[at]);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private void List(string name, IReadOnlyList<Vertex> points)
    {
        json.WriteStartArray(name);
        foreach (var point in points)
        {
            json.WriteStartObject();
            At(point);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private void Skeleton(ShapeTruth.Skeleton skeleton, VisibilitySpelling spelling)
    {
        json.WriteStartObject("skeleton");
        foreach (var (key, at) in Keys(skeleton.Joints.Count))
        {
            var joint = skeleton.Joints[at];
            json.WriteStartObject(key);
            At(joint.At);
            json.WriteString("name", joint.Name);
            json.WriteString("color", "#000000");
            json.WriteString("value", joint.Name);
            json.WriteString("featureHash", joint.FeatureHash);
            if (spelling == VisibilitySpelling.Member)
                json.WriteString("visibility", Word(joint.Visibility));
            else if (joint.Visibility != Visibility.Visible)
                json.WriteBoolean(Word(joint.Visibility), true);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    /// <summary>The SDK's maps may come in the order of the text of their keys, "10" before "2": only the number counts.</summary>
    private IEnumerable<(string Key, int At)> Keys(int count)
    {
        var keys = Enumerable.Range(0, count).Select(at => (Key: at.ToString(CultureInfo.InvariantCulture), at));
        return emitter == Emitter.Sdk ? keys.OrderBy(one => one.Key, StringComparer.Ordinal) : keys;
    }

    private void At(Vertex at)
    {
        json.WriteNumber("x", at.X / width);
        json.WriteNumber("y", at.Y / height);
    }

    private static string Word(Visibility visibility) => visibility switch
    {
        Visibility.Occluded => "occluded",
        Visibility.SelfOccluded => "selfOccluded",
        Visibility.Invisible => "invisible",
        _ => "visible",
    };
}
