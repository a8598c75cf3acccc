using System.Globalization;
using System.Text.Json;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Shapes;
using EncordFunctions.Labels.Tests.Support;

namespace EncordFunctions.Labels.Tests.Vectors;

/// <summary>Real rows, compared with the format's rules applied by a second reader that shares nothing with the first.</summary>
public sealed class RealRows
{

    public static TheoryData<string> InScope =>
    [
        "bitmask-host-dicom-mixed-slice-sizes.json", "dicom-slice-metadata.json", "export-2023-image.json", "export-image-all-shapes.json",
        "export-image-group-all-shapes.json", "export-video-all-shapes.json", "image-nested-attributes.json", "image-skeleton-visibility.json",
        "imggroup-basic.json", "synthetic-polygons-complex.json", "video-classification-frames-only.json", "video-classification-ranges.json",
        "video-dynamic-attributes-sdk.json", "video-dynamic-attributes-ui.json",
    ];

    public static TheoryData<string> OutOfScope =>
    [
        "audio-classifications.json", "audio-objects.json", "export-nifti-box.json", "group-all-modalities.json", "group-two-images.json",
        "scene-pointcloud-segmentation-cuboid.json", "seed-data-group.json", "text-html.json", "text-plain.json",
    ];

    [Theory]
    [MemberData(nameof(InScope))]
    public void Every_object_is_there_with_pixels_by_the_rule_and_nothing_to_remark(string sample)
    {
        foreach (var (row, reading) in ReadAll(sample))
        {
            Assert.Empty(reading.AllIssues);
            Assert.Equal(PlainRule.Annotations(row), reading.Annotations.Select(Describe), PlainRule.Comparer);
        }
    }

    [Theory]
    [MemberData(nameof(OutOfScope))]
    public void Rows_of_other_data_types_are_rejected_by_name(string sample)
    {
        foreach (var (row, reading) in ReadAll(sample))
        {
            var issue = Assert.Single(reading.AllIssues);
            Assert.Equal(IssueCatalogue.DataTypeNotRead, issue.Code);
            Assert.Contains($"\"{row.GetProperty("data_type").GetString()}\"", issue.Message, StringComparison.Ordinal);
            Assert.Equal(row.GetProperty("label_hash").GetString(), issue.LabelHash);
        }
    }

    [Fact]
    public void A_row_of_2021_lacks_sizes_and_every_object_says_so()
    {
        var (_, reading) = Assert.Single(ReadAll("hist-2021-imggroup.json"));

        Assert.Equal(10, reading.Annotations.Count);
        Assert.Empty(reading.Skips);
        Assert.All(reading.AllIssues, issue => Assert.Equal(IssueCatalogue.FrameSizeUnknown, issue.Code));
    }

    [Fact]
    public void Rare_shapes_are_all_read_but_a_mask_of_another_size()
    {
        var (_, reading) = Assert.Single(ReadAll("synthetic-rare-shapes.json"));

        Assert.Equal(
            [typeof(Circle), typeof(Circle), typeof(Ellipse), typeof(Cuboid2D), typeof(Cuboid2D), typeof(Polygon), typeof(Polyline), typeof(Polyline3D), typeof(Point3D)],
            reading.Annotations.Select(annotation => annotation.Shape.GetType()));
        Assert.Equal(("Mask0001", IssueCatalogue.MaskSizeDiffers), reading.Skips.Select(issue => (issue.ObjectHash, issue.Code)).Single());
        Assert.Equal("Circ0002", Assert.Single(reading.Found).ObjectHash);
    }

    [Theory]
    [MemberData(nameof(InScope))]
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
        $"{classification.ClassificationHash} {classification.FeatureHash} {classification.Name} {string.Join(",", classification.Ranges.Select(range => $"{range.Start}-{range.End}"))} {string.Join(",", classification.Answers.Select(answer => answer.FeatureHash))}");

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
            var other => throw new InvalidOperationException(other.Name),
        };
        var identity = string.Join(" ",
            annotation.Unit.Hash, annotation.Frame!.Number, annotation.ObjectHash, annotation.FeatureHash, annotation.Name, annotation.Color, annotation.Shape.Name, annotation.CreatedBy);
        return (identity, numbers);
    }
}
