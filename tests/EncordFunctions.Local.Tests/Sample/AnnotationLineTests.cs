using System.Text.Json;
using CsCheck;
using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Local.Sample;

namespace EncordFunctions.Local.Tests.Sample;

/// <summary>Rows on their whole way from the vendor's JSON to the lines that users read, without storage.</summary>
public sealed class AnnotationLineTests
{
    [Fact]
    public async Task Every_line_of_the_sample_says_what_was_drawn()
    {
        foreach (var row in Entries.SampleRowsOf(SampleExport.Create()))
            await AgreesAsync(row, TestContext.Current.CancellationToken);
    }

    [Fact]
    public Task Every_line_of_any_row_says_what_was_drawn() =>
        RandomRows.All.SampleAsync(row => AgreesAsync(row, TestContext.Current.CancellationToken), iter: 100);

    private static async Task AgreesAsync(SampleRow row, CancellationToken cancellationToken)
    {
        var files = await WrittenRow.OfAsync(row.Json, cancellationToken);
        var lines = files.Lines("annotations.jsonl").ToArray();

        Assert.Equal(row.Truth.Annotations.Count, lines.Length);
        var truths = FramesFirst(row.Truth.Annotations, truth => truth.Frame is null, truth => (truth.DataUnitHash, truth.Object.ObjectHash));
        var written = FramesFirst(
            lines,
            line => line.GetProperty("frame").ValueKind == JsonValueKind.Null,
            line => (line.GetProperty("data_unit_hash").GetString()!, line.GetProperty("object_hash").GetString()!));
        foreach (var (truth, line) in truths.Zip(written))
        {
            string? Text(string member) => line.GetProperty(member).GetString();
            Assert.Equal((row.Truth.LabelHash, row.Truth.DataHash), (Text("label_hash"), Text("data_hash")));
            Assert.Equal(
                (truth.DataUnitHash, truth.Object.ObjectHash, truth.Shape.Name), (Text("data_unit_hash"), Text("object_hash"), Text("shape")));
            Assert.Equal(
                [truth.Frame, truth.Width > 0 ? truth.Width : null, truth.Height > 0 ? truth.Height : null],
                new[] { "frame", "width", "height" }.Select(member => line.GetProperty(member) is { ValueKind: JsonValueKind.Number } number ? number.GetInt64() : (long?)null));
            AboutEqual(
                truth.Shape.Bounds is var (x, y, w, h) ? [x, y, w, h, truth.Shape.Area!.Value] : [],
                Numbers(line.GetProperty("bbox")).Concat(Numbers(line.GetProperty("area"))));
            AboutEqual(
                truth.Range is LabelRange.Span { Start: var start, End: { } end } ? [start, end] : [],
                truth.Range is LabelRange.Html ? [] : Numbers(line.GetProperty("range")));
            AboutEqual(GeometryOf(truth.Shape), Numbers(line.GetProperty("geometry")));
            Assert.Equal(
                truth.Attributes.Select(one => one.FeatureHash).Order(),
                line.GetProperty("attributes").EnumerateArray().Select(one => one.GetProperty("feature_hash").GetString()).Order());
            if (truth.Shape is not ShapeTruth.Bitmask mask) continue;
            var geometry = line.GetProperty("geometry");
            Assert.Equal(mask.Pixels(), ColumnByColumn(geometry.GetProperty("counts").GetString()!, mask.Width, mask.Height));
            Assert.Contains(geometry.GetProperty("png").GetString(), files.Paths);
        }
        var classifications = files.Lines("classifications.jsonl").ToDictionary(line => line.GetProperty("classification_hash").GetString()!);
        Assert.Equal(row.Truth.Classifications.Select(one => one.ClassificationHash).Order(), classifications.Keys.Order());
        foreach (var truth in row.Truth.Classifications)
        {
            Assert.Equal(
                truth.Ranges.SelectMany(range => new double[] { range.Start, range.End }),
                Numbers(classifications[truth.ClassificationHash].GetProperty("ranges")));
        }
    }

    /// <summary>Frames are in file order. What stands over ranges comes where the answers are, and its objects are in no order.</summary>
    private static IEnumerable<T> FramesFirst<T>(IReadOnlyCollection<T> all, Func<T, bool> isOverRange, Func<T, (string, string)> whose) =>
        all.Where(one => !isOverRange(one)).Concat(all.Where(isOverRange).OrderBy(whose));

    /// <summary>The numbers of a geometry in the order a reader meets them; the text of a mask is compared by its pixels.</summary>
    private static IEnumerable<double> GeometryOf(ShapeTruth shape) => shape switch
    {
        ShapeTruth.Box box => [box.X, box.Y, box.W, box.H],
        ShapeTruth.RotatedBox box => [box.X, box.Y, box.W, box.H, box.Theta, .. Flat(box.Corners())],
        ShapeTruth.Polygon polygon => polygon.Parts.SelectMany(part => part.SelectMany(Flat)),
        ShapeTruth.Polyline line => Flat(line.Points),
        ShapeTruth.Point point => Flat([point.At]),
        ShapeTruth.Skeleton skeleton => Flat(skeleton.Joints.Select(joint => joint.At)),
        ShapeTruth.Bitmask mask => [mask.Height, mask.Width],
        ShapeTruth.Circle circle => [circle.X, circle.Y, circle.R, 1, 0],
        ShapeTruth.Ellipse ellipse => [ellipse.X, ellipse.Y, ellipse.Rx, ellipse.Ry, ellipse.Theta],
        ShapeTruth.Cuboid2D { Scale: { } scale } box => [.. Flat(box.Front), .. Flat(box.Back()), box.To.X, box.To.Y, scale],
        ShapeTruth.Cuboid2D box => [.. Flat(box.Front), .. Flat(box.Back()), box.To.X, box.To.Y],
        ShapeTruth.Cuboid box => [.. box.Position, .. box.Orientation, .. box.Size],
        ShapeTruth.Segmentation points =>
            [points.Ranges.Sum(range => range.Last - range.First + 1), .. points.Ranges.SelectMany(range => new double[] { range.First, range.Last })],
        ShapeTruth.Point3D point => [point.X, point.Y, point.Z],
        ShapeTruth.Polyline3D line => line.Points.SelectMany(point => new[] { point.X, point.Y, point.Z }),
        ShapeTruth.Span => [],
        _ => throw new InvalidOperationException($"No such shape: {shape}"),
    };

    private static IEnumerable<double> Flat(IEnumerable<Vertex> vertices) => vertices.SelectMany(vertex => new[] { vertex.X, vertex.Y });

    private static IEnumerable<double> Numbers(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Number => [element.GetDouble()],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Numbers),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Numbers(member.Value)),
        _ => [],
    };

    private static void AboutEqual(IEnumerable<double> expected, IEnumerable<double> actual)
    {
        var (want, got) = (expected.ToArray(), actual.ToArray());
        Assert.Equal(want.Length, got.Length);
        Assert.All(want.Zip(got), pair => Assert.InRange(pair.Second - pair.First, -Slack(pair.First), Slack(pair.First)));
    }

    private static double Slack(double number) => 1e-6 * Math.Max(1e-3, Math.Abs(number));

    /// <summary>Decodes COCO's compressed counts, which go down the columns, and gives the pixels row by row.</summary>
    private static bool[] ColumnByColumn(string counts, int width, int height)
    {
        var runs = new List<long>();
        for (var at = 0; at < counts.Length;)
        {
            var (number, shift, group) = (0L, 0, 0);
            do
            {
                group = counts[at++] - 48;
                number |= (long)(group & 31) << shift;
                shift += 5;
            }
            while ((group & 32) != 0);
            if ((group & 16) != 0) number -= 1L << shift;
            runs.Add(runs.Count > 2 ? number + runs[^2] : number);
        }
        var columns = runs.SelectMany((length, i) => Enumerable.Repeat(i % 2 == 1, (int)length)).ToArray();
        Assert.Equal(width * height, columns.Length);
        return [.. Enumerable.Range(0, width * height).Select(pixel => columns[(pixel % width * height) + (pixel / width)])];
    }
}
