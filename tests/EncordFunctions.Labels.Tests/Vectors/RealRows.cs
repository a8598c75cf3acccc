using System.Globalization;
using System.Text.Json;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Shapes;
using EncordFunctions.Labels.Tests.Support;

namespace EncordFunctions.Labels.Tests.Vectors;

/// <summary>Real rows, compared with the format's rules applied by a second reader that shares nothing with the first.</summary>
public sealed class RealRows
{
    /// <summary>The samples, each with the kinds of remarks that reading it brings. The one of rare shapes stands apart, since not all of its are good.</summary>
    private static readonly Dictionary<string, string> Remarks = new()
    {
        ["audio-classifications.json"] = "",
        ["audio-objects.json"] = "",
        ["bitmask-host-dicom-mixed-slice-sizes.json"] = "",
        ["dicom-slice-metadata.json"] = "",
        ["export-2023-image.json"] = "",
        ["export-image-all-shapes.json"] = "",
        ["export-image-group-all-shapes.json"] = "",
        ["export-nifti-box.json"] = "",
        ["export-video-all-shapes.json"] = "",
        ["group-all-modalities.json"] = "EL018",
        ["group-two-images.json"] = "",
        ["hist-2021-imggroup.json"] = "EL108",
        ["image-nested-attributes.json"] = "",
        ["image-skeleton-visibility.json"] = "EL213",
        ["imggroup-basic.json"] = "",
        ["scene-pointcloud-segmentation-cuboid.json"] = "",
        ["seed-data-group.json"] = "",
        ["synthetic-polygons-complex.json"] = "",
        ["text-html.json"] = "",
        ["text-plain.json"] = "",
        ["video-classification-frames-only.json"] = "",
        ["video-classification-ranges.json"] = "",
        ["video-dynamic-attributes-sdk.json"] = "",
        ["video-dynamic-attributes-ui.json"] = "",
    };

    public static TheoryData<string> All => [.. Remarks.Keys];

    [Theory]
    [MemberData(nameof(All))]
    public void Every_object_is_there_with_pixels_and_ranges_by_the_rule(string sample)
    {
        foreach (var (row, reading) in ReadAll(sample))
        {
            Assert.Equal(Remarks[sample], string.Join(",", reading.AllIssues.Select(issue => issue.Code.Id).Distinct()));
            Assert.Empty(reading.Skips);
            Assert.Equal(
                PlainRule.Annotations(row).OrderBy(annotation => annotation.Identity, StringComparer.Ordinal),
                reading.Annotations.Select(Describe).OrderBy(annotation => annotation.Identity, StringComparer.Ordinal),
                PlainRule.Comparer);
        }
    }

    [Fact]
    public void No_sample_is_left_out()
    {
        var samples = Directory.GetFiles(Samples.PathOf("."), "*.json").Select(Path.GetFileName);

        Assert.Equal(Remarks.Keys.Append("synthetic-rare-shapes.json").Order(StringComparer.Ordinal), samples.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Rare_shapes_are_all_read_but_a_mask_of_another_size()
    {
        var (_, reading) = Assert.Single(ReadAll("synthetic-rare-shapes.json"));

        Assert.Equal(
            [typeof(Circle), typeof(Circle), typeof(Ellipse), typeof(Cuboid2D), typeof(Cuboid2D), typeof(Polygon), typeof(Polyline), typeof(Polyline3D), typeof(Point3D)],
            reading.Annotations.Select(annotation => annotation.Shape.GetType()));
        Assert.Equal("Mask0001", Assert.Single(reading.Skips).ObjectHash);
        Assert.Equal("Circ0002", Assert.Single(reading.Found).ObjectHash);
    }

    [Fact]
    public void A_group_lists_its_children()
    {
        var (_, reading) = Assert.Single(ReadAll("seed-data-group.json"));

        Assert.Equal(["0", "1", "2", "3"], Assert.Single(reading.Index.Units).Children.Select(child => child.LayoutKey));
        Assert.All(Assert.Single(reading.Index.Units).Children, child => Assert.Equal((36, 36), (child.DataHash!.Length, child.LabelHash!.Length)));
    }

    [Fact]
    public void The_export_history_of_a_captured_export_is_kept()
    {
        var (row, reading) = Assert.Single(ReadAll("export-nifti-box.json"));

        Assert.Equal(row.GetProperty("export_history")[0].GetProperty("export_hash").GetString(), Assert.Single(reading.Header.ExportHistory).ExportHash);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Classifications_are_those_the_frames_and_answers_place(string sample)
    {
        foreach (var (row, reading) in ReadAll(sample))
            Assert.Equal(PlainRule.Classifications(row).Order(StringComparer.Ordinal), reading.Classifications.Select(Describe).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Both_writers_of_dynamic_attributes_mean_the_same_on_every_frame()
    {
        var editor = PerFrame("video-dynamic-attributes-ui.json");

        Assert.Equal(editor, PerFrame("video-dynamic-attributes-sdk.json"));
        Assert.Contains(editor, line => line.EndsWith("aOQGJvce,tyjScPrk", StringComparison.Ordinal));
    }

    private static List<string> PerFrame(string sample) =>
    [
        .. ReadAll(sample).SelectMany(read => read.Reading.Annotations).SelectMany(annotation => annotation.Attributes.Select(attribute =>
            $"{annotation.Frame!.Number} {annotation.ObjectHash} {attribute.FeatureHash} " + (attribute.Answer is Labels.Answers.AnswerValue.Options options
                ? string.Join(",", options.Chosen.Select(option => option.FeatureHash).Order(StringComparer.Ordinal))
                : EventText.Of(attribute.Answer)))).Order(StringComparer.Ordinal),
    ];

    private static List<(JsonElement Row, Reading Reading)> ReadAll(string sample)
    {
        var bytes = File.ReadAllBytes(Samples.PathOf(sample));
        var rows = JsonDocument.Parse(bytes).RootElement.EnumerateArray();
        return [.. rows.Select((row, i) => (row, Reading.Of(row.GetRawText(), new RowPlace(sample, 0, $"/{i}"))))];
    }

    private static string Describe(Classification classification) => string.Create(
        CultureInfo.InvariantCulture,
        $"{classification.ClassificationHash} {classification.Space?.Hash} {classification.FeatureHash} {string.Join(",", classification.Ranges.Select(range => $"{range.Start}-{range.End}"))} {string.Join(",", classification.Answers.Select(answer => answer.FeatureHash))}");

    private static IEnumerable<double> CuboidNumbers(Cuboid cuboid) =>
        new[] { cuboid.Position, cuboid.Orientation, cuboid.Size }.SelectMany(vertex => new[] { vertex.X, vertex.Y, vertex.Z });

    private static (string Identity, double[] Numbers) Describe(Annotation annotation)
    {
        double[] numbers = annotation.Shape switch
        {
            BoundingBox box => [box.X, box.Y, box.W, box.H],
            RotatableBoundingBox box => [box.X, box.Y, box.W, box.H, box.Theta],
            Polygon polygon => [.. polygon.Parts.SelectMany(part => part).SelectMany(ring => ring).SelectMany(vertex => new[] { vertex.X, vertex.Y })],
            Polyline line => [.. line.Points.SelectMany(vertex => new[] { vertex.X, vertex.Y })],
            Point point => [point.At.X, point.At.Y],
            Skeleton skeleton => [.. skeleton.Points.SelectMany(point => new[] { point.At.X, point.At.Y, (double)point.Visibility })],
            Bitmask mask => [mask.Mask.Width, mask.Mask.Height],
            Cuboid cuboid => [.. CuboidNumbers(cuboid)],
            Segmentation or Span => [],
            var other => throw new InvalidOperationException(other.Name),
        };
        var identity = string.Join(" ",
            annotation.Unit.Hash, annotation.Range is null ? $"{annotation.Frame!.Number}" : EventText.Of(annotation.Range), annotation.ObjectHash, annotation.FeatureHash, annotation.Name, annotation.Color, annotation.Shape.Name, annotation.CreatedBy);
        return (identity, numbers);
    }
}
