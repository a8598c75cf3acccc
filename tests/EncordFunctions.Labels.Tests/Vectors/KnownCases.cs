using System.Globalization;
using System.Text;
using System.Text.Json;
using EncordFunctions.Labels.Answers;
using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Shapes;
using EncordFunctions.Labels.Tests.Support;
using EncordFunctions.Labels.Values;

namespace EncordFunctions.Labels.Tests.Vectors;

/// <summary>Expected values from elsewhere.</summary>
public sealed class KnownCases
{
    [Fact]
    public void Dates()
    {
        foreach (var known in Cases("datetimes.json", "cases"))
        {
            var utc = known.TryGetProperty("utc", out var sure) ? sure : known.GetProperty("utc_true");
            Assert.True(Timestamp.TryRead(Encoding.UTF8.GetBytes(known.GetProperty("in").GetString()!), out var read));
            Assert.Equal(utc.GetDateTimeOffset(), read);
        }
    }

    [Fact]
    public void Corners_of_rotated_boxes()
    {
        foreach (var known in Cases("rotated_box_corners.json", "cases"))
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
        foreach (var known in Cases("geometry_parse.json", "polygon").Where(known => !known.TryGetProperty("winner", out _)))
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
        var known = Assert.Single(Cases("geometry_parse.json", "multipolygon_to_pixels"));
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
        foreach (var known in Cases("geometry_parse.json", "polyline"))
        {
            var reading = Read("polyline", known.GetProperty("in").ToString().Trim()[1..^1], 10, 10);
            if (known.TryGetProperty("dims", out var dimensions)) Assert.IsType(dimensions.GetInt32() == 2 ? typeof(Polyline) : typeof(Polyline3D), reading.Only.Shape);
            else Assert.Single(reading.Skips);
        }
    }

    [Fact]
    public void A_polygon_that_disagrees_with_polygons_loses()
    {
        var known = Assert.Single(Cases("geometry_parse.json", "polygon"), known => known.TryGetProperty("winner", out _));
        var polygons = known.GetProperty("in").GetProperty("polygons");
        var older = known.GetProperty("in").GetProperty("values").EnumerateArray().Select(point => $"{{\"x\":{point[0]},\"y\":{point[1]}}}");

        var reading = Read("polygon", $"\"polygon\":[{string.Join(",", older)}],\"polygons\":{polygons}", 1, 1);

        Assert.Equal([new(1, 1)], Assert.IsType<Polygon>(reading.Only.Shape).Parts[0][0]);
        Assert.Contains(reading.AllIssues, issue => issue.Code == IssueCatalogue.PolygonsDiffer);
    }

    [Fact]
    public void Points_of_a_polygon_in_pixels()
    {
        var known = Assert.Single(Cases("geometry_parse.json", "polygon_to_pixels"));
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
        foreach (var known in Cases("geometry_parse.json", "cuboid_2d"))
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
        foreach (var known in Cases("geometry_parse.json", "circle"))
        {
            var circle = Assert.IsType<Circle>(Shape("circle", $"\"circle\":{known.GetProperty("in")}", 100, 100));
            Assert.Equal((known.GetProperty("stretch").GetDouble(), known.GetProperty("theta").GetDouble()), (circle.Stretch, circle.Theta));
            Assert.Equal(known.GetProperty("in").GetProperty("r").GetDouble() * 100, circle.R);
        }
    }

    [Fact]
    public void Points_inside_cuboids_by_their_centre_full_size_and_angles()
    {
        foreach (var known in Cases("geometry_parse.json", "cuboid_points_inside"))
        {
            var cuboid = Assert.IsType<Cuboid>(Shape("cuboid", $"\"cuboid\":{known.GetProperty("cuboid")}", 0, 0));
            var inside = known.GetProperty("points").EnumerateArray().Select(point => IsInside(cuboid, new(point[0].GetDouble(), point[1].GetDouble(), point[2].GetDouble())));
            Assert.Equal(known.GetProperty("inside").EnumerateArray().Select(one => one.GetBoolean()), inside);
        }
    }

    [Fact]
    public void Ranges_are_inclusive_and_merged()
    {
        foreach (var known in Cases("ranges_and_dynamic_answers.json", "inclusive_ranges"))
        {
            var ranges = new FrameRanges();
            var pairs = known.TryGetProperty("ranges", out var many) ? many.EnumerateArray().ToList() : [known.GetProperty("range")];
            foreach (var pair in pairs) ranges.Add(pair[0].GetInt64(), pair[1].GetInt64());
            Assert.Equal(
                known.GetProperty("frames").EnumerateArray().Select(frame => frame.GetInt64()),
                ranges.All.SelectMany(range => Enumerable.Range((int)range.Start, (int)(range.End - range.Start + 1)).Select(frame => (long)frame)));
        }
    }

    [Fact]
    public void Options_of_a_checklist_are_joined_per_frame()
    {
        foreach (var known in Cases("ranges_and_dynamic_answers.json", "checklist_merge"))
        {
            var answers = new DynamicAnswers([.. known.GetProperty("in").EnumerateArray().Select(action =>
            {
                var frames = new FrameRanges();
                frames.Add(action[0].GetInt64(), action[1].GetInt64());
                var options = action[2].EnumerateArray().Select(option => new ChosenOption(null, null, option.GetString())).ToList();
                return new DynamicAction(new AttributeAnswer("c", "c", "c", new AnswerValue.Options(options), true), frames);
            })]);
            var expected = new SortedDictionary<long, string>();
            foreach (var merged in known.GetProperty("out").EnumerateArray())
            {
                for (var frame = merged[0].GetInt64(); frame <= merged[1].GetInt64(); frame++)
                    expected[frame] = string.Concat(merged[2].EnumerateArray().Select(option => option.GetString()).Order(StringComparer.Ordinal));
            }
            for (var frame = 0L; frame < 2000; frame++)
            {
                var options = answers.On(frame, null, out _).SelectMany(answer => ((AnswerValue.Options)answer.Answer).Chosen).Select(option => option.FeatureHash);
                Assert.Equal(expected.GetValueOrDefault(frame, ""), string.Concat(options.Order(StringComparer.Ordinal)));
            }
        }
    }

    [Fact]
    public void Objects_of_continuous_scenes_are_there_between_their_events()
    {
        foreach (var known in Cases("ranges_and_dynamic_answers.json", "events"))
        {
            var frames = known.GetProperty("events").EnumerateArray().Select(step =>
                $"\"{step[0]}\":{{\"objects\":[{{\"objectHash\":\"a\",\"event\":\"{step[1]}\",\"shape\":\"point\",\"point\":{{\"0\":{{\"x\":0,\"y\":0,\"z\":0}}}}}}]}}");
            var reading = Reading.Of(Row.Of("scene", Row.Unit("u", $"{{{string.Join(",", frames)}}}"), "\"scene\":{\"isContinuous\":true}"));

            Assert.Equal(known.TryGetProperty("error", out _) ? ["EL217"] : [], reading.AllIssues.Select(issue => issue.Code.Id));
            if (!known.TryGetProperty("present", out var present)) continue;
            var merged = new FrameRanges();
            foreach (var annotation in reading.Annotations.Select(annotation => (LabelRange.Span)annotation.Range!)) merged.Add(annotation.Start, annotation.End!.Value);
            Assert.Equal(present.EnumerateArray().Select(range => new FrameRange(range[0].GetInt64(), range[1].GetInt64())), merged.All);
        }
    }

    [Fact]
    public void Classifications_stand_on_the_data_and_on_the_spaces_their_answers_name()
    {
        foreach (var known in Cases("ranges_and_dynamic_answers.json", "classification_ranges"))
        {
            var answer = known.GetProperty("answer").ToString().Trim();
            var spaces = known.GetProperty("spaces").EnumerateObject().ToList();
            var reading = Reading.Of(Row.Of("video", Row.Unit("u", "{}"), $$"""
                "classification_answers":{"c":{{answer[..^1]}},"createdBy":"a@example.com"} },"spaces":{ {{string.Join(",", spaces.Select(space => $"\"{space.Name}\":{{\"space_type\":\"video\"}}"))}} }
                """));

            var root = known.GetProperty("root");
            var expected = spaces.Select(space => $"{space.Name}:{Ranges(space.Value)}");
            if (root.GetArrayLength() > 0 || spaces.Count == 0) expected = expected.Prepend($":{Ranges(root)}");
            Assert.Equal(expected, reading.Classifications.Select(read => $"{read.Space?.Hash}:{string.Join(",", read.Ranges.Select(range => $"{range.Start}-{range.End}"))}"));
            Assert.All(reading.Classifications, read => Assert.Equal(read.Ranges.Count == 0, read.IsGlobal));
            Assert.Empty(reading.AllIssues);
        }
    }

    [Fact]
    public void Transcripts_are_their_texts_in_order()
    {
        foreach (var known in Cases("ranges_and_dynamic_answers.json", "transcripts"))
        {
            var actions = known.GetProperty("actions").EnumerateArray().Select(action => $"{{\"name\":\"#transcript\",\"featureHash\":\"t\",\"answers\":\"{action[0]}\",\"range\":{action[1]}}}");
            var attribute = Assert.Single(Reading.Of(Row.Of("audio", Row.Unit("u", "{}"), $$"""
                "object_answers":{"a":{"range":[[0,1000]]} },"object_actions":{"a":{"actions":[{{string.Join(",", actions)}}]} }
                """)).Only.Attributes);

            if (known.TryGetProperty("joined", out var joined)) Assert.Equal($"'{joined.GetString()}'", EventText.Of(attribute.Answer));
            if (known.TryGetProperty("segments", out var segments))
                Assert.Equal(segments.EnumerateArray().Select(range => new FrameRange(range[0].GetInt64(), range[1].GetInt64())), attribute.Ranges);
        }
    }

    private static string Ranges(JsonElement ranges) => string.Join(",", ranges.EnumerateArray().Select(range => $"{range[0]}-{range[1]}"));

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

    private static List<JsonElement> Cases(string file, string name) =>
        [.. JsonDocument.Parse(File.ReadAllBytes(Samples.Vectors(file))).RootElement.GetProperty(name).EnumerateArray()];
}
