using System.Globalization;
using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Shapes;
using EncordFunctions.Labels.Tests.Support;

namespace EncordFunctions.Labels.Tests.Vectors;

/// <summary>Shapes whose expected values are from elsewhere.</summary>
public sealed class KnownShapes
{
    [Fact]
    public void Corners_of_rotated_boxes()
    {
        foreach (var known in Known.Cases("rotated_box_corners.json", "cases"))
        {
            var size = known.GetProperty("image");
            var box = Assert.IsType<RotatableBoundingBox>(Shape("rotatable_bounding_box", $"\"rotatableBoundingBox\":{known.GetProperty("rotatableBoundingBox")}", size[0].GetInt32(), size[1].GetInt32()));
            var corners = known.GetProperty("corners_px_tl_tr_br_bl").EnumerateArray().ToList();
            foreach (var (expected, corner) in corners.Zip(box.Corners()))
            {
                Assert.Equal(expected[0].GetDouble(), corner.X, 1e-9 * 1000);
                Assert.Equal(expected[1].GetDouble(), corner.Y, 1e-9 * 1000);
            }
        }
    }

    [Fact]
    public void Layouts_of_polygons()
    {
        foreach (var known in Known.Cases("geometry_parse.json", "polygon").Where(known => !known.TryGetProperty("winner", out _)))
        {
            // One case holds coordinates up to 3, which no frame does: its layout is what counts.
            var input = Halved(known.GetProperty("in").ToString());
            var reading = Read("polygon", input.Trim('{', '}') is { Length: > 0 } ? input[1..^1] : "\"confidence\":1", 1, 1);
            if (known.TryGetProperty("error", out _)) Assert.Single(reading.Skips);
            else
            {
                var expected = known.GetProperty("polygons").EnumerateArray().SelectMany(part => part.EnumerateArray().SelectMany(ring => ring.EnumerateArray().Select(number => number.GetDouble() / 2)));
                var parts = Assert.IsType<Polygon>(reading.Only.Shape).Parts;
                Assert.Equal(known.GetProperty("polygons").GetArrayLength(), parts.Length);
                Assert.Equal(expected, parts.SelectMany(part => part).SelectMany(ring => ring).SelectMany(vertex => new[] { vertex.X, vertex.Y }));
            }
        }
    }

    [Fact]
    public void Polygons_with_holes_in_pixels()
    {
        var known = Assert.Single(Known.Cases("geometry_parse.json", "multipolygon_to_pixels"));
        var polygon = Assert.IsType<Polygon>(Shape("polygon", $"\"polygons\":{known.GetProperty("polygons")}", known.GetProperty("w").GetInt32(), known.GetProperty("h").GetInt32()));

        var expected = known.GetProperty("expected").EnumerateArray().Select(part => new[] { part.GetProperty("exterior") }.Concat(part.GetProperty("holes").EnumerateArray()));
        foreach (var (rings, part) in expected.Zip(polygon.Parts))
        {
            Assert.Equal(rings.Count(), part.Length);
            foreach (var (points, ring) in rings.Zip(part))
                Assert.All(points.EnumerateArray().Zip(ring), pair => Assert.Equal((pair.First[0].GetDouble(), pair.First[1].GetDouble()), (Math.Round(pair.Second.X, 9), Math.Round(pair.Second.Y, 9))));
        }
    }

    [Fact]
    public void Layouts_of_polylines()
    {
        foreach (var known in Known.Cases("geometry_parse.json", "polyline"))
        {
            var reading = Read("polyline", known.GetProperty("in").ToString().Trim()[1..^1], 10, 10);
            if (known.TryGetProperty("dims", out var dimensions)) Assert.IsType(dimensions.GetInt32() == 2 ? typeof(Polyline) : typeof(Polyline3D), reading.Only.Shape);
            else Assert.Single(reading.Skips);
        }
    }

    [Fact]
    public void A_polygon_that_disagrees_with_polygons_loses()
    {
        var known = Assert.Single(Known.Cases("geometry_parse.json", "polygon"), known => known.TryGetProperty("winner", out _));
        var polygons = known.GetProperty("in").GetProperty("polygons");
        var older = known.GetProperty("in").GetProperty("values").EnumerateArray().Select(point => $"{{\"x\":{point[0]},\"y\":{point[1]}}}");

        var reading = Read("polygon", $"\"polygon\":[{string.Join(",", older)}],\"polygons\":{polygons}", 1, 1);

        Assert.Equal([new(1, 1)], Assert.IsType<Polygon>(reading.Only.Shape).Parts[0][0]);
        Assert.Contains(reading.AllIssues, issue => issue.Code == IssueCatalogue.PolygonsDiffer);
    }

    [Fact]
    public void Points_of_a_polygon_in_pixels()
    {
        var known = Assert.Single(Known.Cases("geometry_parse.json", "polygon_to_pixels"));
        // The case has coordinates up to 3, which no frame does; on a frame twice as large they are the same pixels.
        var points = Halved($"{{\"polygon\":{known.GetProperty("points")}}}")[1..^1];
        var polygon = Assert.IsType<Polygon>(Shape("polygon", points, 2 * known.GetProperty("w").GetInt32(), 2 * known.GetProperty("h").GetInt32()));

        Assert.Equal(
            known.GetProperty("expected").EnumerateArray().Select(point => (point[0].GetDouble(), point[1].GetDouble())),
            polygon.Parts[0][0].Select(vertex => (vertex.X, vertex.Y)));
    }

    [Fact]
    public void Cuboids_on_pictures()
    {
        foreach (var known in Known.Cases("geometry_parse.json", "cuboid_2d"))
        {
            var reading = Read("cuboid_2d", $"\"cuboid_2d\":{known.GetProperty("in")}", 100, 100);
            if (known.TryGetProperty("error", out _))
            {
                Assert.Single(reading.Skips);
                continue;
            }
            var cuboid = Assert.IsType<Cuboid2D>(reading.Only.Shape);
            Assert.Equal(known.GetProperty("front_points").GetInt32(), cuboid.Front.Length);
            Assert.IsType(known.GetProperty("kind").GetString() == "perspective" ? typeof(Projection.Perspective) : typeof(Projection.Isometric), cuboid.Projection);
        }
    }

    [Fact]
    public void Circles()
    {
        foreach (var known in Known.Cases("geometry_parse.json", "circle"))
        {
            var circle = Assert.IsType<Circle>(Shape("circle", $"\"circle\":{known.GetProperty("in")}", 100, 100));
            Assert.Equal((known.GetProperty("stretch").GetDouble(), known.GetProperty("theta").GetDouble()), (circle.Stretch, circle.Theta));
            Assert.Equal(known.GetProperty("in").GetProperty("r").GetDouble() * 100, circle.R);
        }
    }

    [Fact]
    public void Points_inside_cuboids_by_their_centre_full_size_and_angles()
    {
        foreach (var known in Known.Cases("geometry_parse.json", "cuboid_points_inside"))
        {
            var cuboid = Assert.IsType<Cuboid>(Shape("cuboid", $"\"cuboid\":{known.GetProperty("cuboid")}", 0, 0));
            var inside = known.GetProperty("points").EnumerateArray().Select(point => IsInside(cuboid, new(point[0].GetDouble(), point[1].GetDouble(), point[2].GetDouble())));
            Assert.Equal(known.GetProperty("inside").EnumerateArray().Select(one => one.GetBoolean()), inside);
        }
    }

    /// <summary>Undoes the turns about z, y and x, in this order.</summary>
    private static bool IsInside(Cuboid cuboid, Vertex3D point)
    {
        var (x, y, z) = (point.X - cuboid.Position.X, point.Y - cuboid.Position.Y, point.Z - cuboid.Position.Z);
        (x, y) = Turn(x, y, -cuboid.Orientation.X);
        (z, x) = Turn(z, x, -cuboid.Orientation.Y);
        (y, z) = Turn(y, z, -cuboid.Orientation.Z);
        return Math.Abs(x) <= (cuboid.Size.X / 2) + 1e-9 && Math.Abs(y) <= (cuboid.Size.Y / 2) + 1e-9 && Math.Abs(z) <= (cuboid.Size.Z / 2) + 1e-9;
    }

    private static (double, double) Turn(double one, double other, double angle)
    {
        var (sin, cos) = Math.SinCos(angle);
        return ((one * cos) - (other * sin), (one * sin) + (other * cos));
    }

    private static string Halved(string json) => System.Text.RegularExpressions.Regex.Replace(
        json, @"(?<![""\d.])\d+(?:\.\d+)?(?!["" \d]*"")", number => (double.Parse(number.Value, CultureInfo.InvariantCulture) / 2).ToString("R", CultureInfo.InvariantCulture));

    private static Shape Shape(string shape, string geometry, int width, int height) => Read(shape, geometry, width, height).Only.Shape;

    private static Reading Read(string shape, string geometry, int width, int height) => Reading.Of(Row.Of(
        "image", Row.Unit("u", Row.Labels(Row.Object("a", $"\"shape\":\"{shape}\",{geometry}")), $"\"width\":{width},\"height\":{height}")));
}
