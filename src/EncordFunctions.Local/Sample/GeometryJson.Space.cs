using System.Globalization;

namespace EncordFunctions.Local.Sample;

/// <content>What is in space, or looks as if it were. Units of a scene are written as they are.</content>
internal sealed partial class GeometryJson
{
    private void InSpace(ShapeTruth shape)
    {
        switch (shape)
        {
            case ShapeTruth.Cuboid2D box:
                Box(box);
                break;
            case ShapeTruth.Cuboid box:
                json.WriteStartObject("cuboid");
                Numbers("position", box.Position);
                Numbers("orientation", box.Orientation);
                Numbers("size", box.Size);
                json.WriteEndObject();
                break;
            case ShapeTruth.Segmentation points:
                json.WriteString("segmentation", RleText.Of(RunsOf(points)));
                break;
            case ShapeTruth.Point3D point:
                Map("point", [(point.X, point.Y, point.Z)]);
                break;
            case ShapeTruth.Polyline3D line:
                Map("polyline", line.Points);
                break;
        }
    }

    private void Box(ShapeTruth.Cuboid2D box)
    {
        json.WriteStartObject("cuboid_2d");
        Numbers("front", [.. box.Front.SelectMany(corner => new[] { corner.X / width, corner.Y / height })]);
        json.WriteStartObject(box.Scale is null ? "offset" : "vanishingPoint");
        At(box.To);
        json.WriteEndObject();
        if (box.Scale is { } scale) json.WriteNumber("scaleRatio", scale);
        json.WriteEndObject();
    }

    /// <summary>Off, on, off, ...; without a last run of points that are off, for nobody says how many there are.</summary>
    private static List<int> RunsOf(ShapeTruth.Segmentation points)
    {
        var (runs, next) = (new List<int>(), 0);
        foreach (var (first, last) in points.Ranges)
        {
            runs.Add(first - next);
            runs.Add(last - first + 1);
            next = last + 1;
        }
        return runs;
    }

    private void Map(string name, IReadOnlyList<(double X, double Y, double Z)> points)
    {
        json.WriteStartObject(name);
        foreach (var (i, (x, y, z)) in points.Index())
        {
            json.WriteStartObject(i.ToString(CultureInfo.InvariantCulture));
            json.WriteNumber("x", x);
            json.WriteNumber("y", y);
            json.WriteNumber("z", z);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private void Numbers(string name, IReadOnlyList<double> numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers)
            json.WriteNumberValue(number);
        json.WriteEndArray();
    }
}
