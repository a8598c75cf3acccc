using System.Text.Json;
using CsCheck;
using EncordFunctions.Formats;
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
        var files = await WriteAsync(row.Json, cancellationToken);
        var lines = files.Lines("annotations.jsonl").ToArray();

        Assert.Equal(row.Truth.Annotations.Count, lines.Length);
        foreach (var (truth, line) in row.Truth.Annotations.Zip(lines))
        {
            string? Text(string member) => line.GetProperty(member).GetString();
            Assert.Equal((row.Truth.LabelHash, row.Truth.DataHash), (Text("label_hash"), Text("data_hash")));
            Assert.Equal(
                (truth.DataUnitHash, truth.Frame, truth.Object.ObjectHash, truth.Shape.Name),
                (Text("data_unit_hash"), line.GetProperty("frame").GetInt64(), Text("object_hash"), Text("shape")));
            Assert.Equal([truth.Width, truth.Height], [line.GetProperty("width").GetInt32(), line.GetProperty("height").GetInt32()]);
            var bounds = truth.Shape.Bounds;
            AboutEqual(
                [bounds.X, bounds.Y, bounds.W, bounds.H, truth.Shape.Area],
                Numbers(line.GetProperty("bbox")).Append(line.GetProperty("area").GetDouble()));
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

    private static async Task<KeptFiles> WriteAsync(ReadOnlyMemory<byte> json, CancellationToken cancellationToken)
    {
        var files = new KeptFiles();
        var reader = new LabelRowReader(new RowPlace("labels.json", 0, ""));
        var index = Assert.IsType<RowIndexing.Readable>(await reader.IndexAsync(new MemoryStream(json.ToArray()), cancellationToken)).Index;
        var writers = RowFormats.All.Select(format => format.Open(index, files)).ToArray();
        await foreach (var one in reader.ReadAsync(new MemoryStream(json.ToArray()), index, cancellationToken))
        {
            foreach (var writer in writers)
                await writer.WriteAsync(one, cancellationToken);
        }
        foreach (var writer in writers)
        {
            await writer.CompleteAsync(cancellationToken);
            await writer.DisposeAsync();
        }
        return files;
    }

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
