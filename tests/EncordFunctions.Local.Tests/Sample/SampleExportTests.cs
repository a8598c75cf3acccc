using System.Text.Json;
using EncordFunctions.Local.Sample;
using EncordFunctions.Tests.Shared;

namespace EncordFunctions.Local.Tests.Sample;

public sealed class SampleExportTests
{
    [Fact]
    public void The_sample_has_the_same_bytes_every_time()
    {
        Assert.Equal(SampleExport.Create().Content.ToArray(), SampleExport.Create().Content.ToArray());
        Assert.Equal(SampleExport.CreateWithFault().Content.ToArray(), SampleExport.CreateWithFault().Content.ToArray());
    }

    [Fact]
    public void Every_entry_of_the_sample_is_strict_json()
    {
        var rows = Entries.RowsOf(SampleExport.Create()).ToArray();

        Assert.Equal(7, Entries.TextOf(SampleExport.Create()).Count());
        Assert.Equal(SampleExport.Create().Truth.Rows.Count, rows.Length);
        Assert.All(rows, row => Assert.True(row.TryGetProperty("data_units", out _)));
    }

    [Fact]
    public void The_sample_has_every_modality_and_every_shape()
    {
        var truth = SampleExport.Create().Truth;
        var rows = Entries.RowsOf(SampleExport.Create()).ToArray();

        Assert.Equal(
            [
                "audio", "dicom", "dicom_study", "group", "image", "image_group", "img_group", "nifti", "pdf", "plain_text", "scene", "time_series", "video",
            ],
            rows.Select(row => row.GetProperty("data_type").GetString()).Distinct().Order());
        Assert.Contains(rows, row => row.TryGetProperty("is_image_sequence", out var sequence) && sequence.ValueKind == JsonValueKind.True);
        Assert.Equal(
            [
                "audio", "bitmask", "bounding_box", "circle", "cuboid", "cuboid_2d", "ellipse", "point", "polygon", "polyline", "rotatable_bounding_box",
                "segmentation", "skeleton", "text", "time_range",
            ],
            truth.Rows.SelectMany(row => row.Annotations).Select(annotation => annotation.Shape.Name).Distinct().Order());
        Assert.InRange(truth.Rows.Count, 24, 40);
        Assert.Equal(0, truth.BrokenRows);
    }

    [Fact]
    public void The_sample_has_every_kind_of_space()
    {
        var spaces = Entries.RowsOf(SampleExport.Create())
            .Where(row => row.TryGetProperty("spaces", out _))
            .SelectMany(row => row.GetProperty("spaces").EnumerateObject());

        Assert.Equal(
            [
                "audio", "html", "image", "image_sequence", "medical_file", "medical_stack", "pdf", "point_cloud", "scene_image", "text", "video",
            ],
            spaces.Select(space => space.Value.GetProperty("space_type").GetString()).Distinct().Order());
    }

    [Fact]
    public void No_two_rows_of_the_sample_share_an_identity()
    {
        var rows = SampleExport.Create().Truth.Rows;

        Assert.Equal(rows.Count, rows.Select(row => row.LabelHash).Distinct().Count());
        foreach (var row in rows)
        {
            var placed = row.Annotations.Select(annotation => (annotation.DataUnitHash, annotation.Frame, annotation.Range, annotation.Object.ObjectHash)).ToArray();
            Assert.Equal(placed.Length, placed.Distinct().Count());
        }
    }

    [Fact]
    public void The_faulty_sample_is_broken_where_it_says_and_only_there()
    {
        var export = SampleExport.CreateWithFault();
        var text = Entries.TextOf(export).Single();

        Assert.ThrowsAny<JsonException>(() => JsonElement.Parse(text));
        Assert.Equal([false, false, true, false], export.Truth.Rows.Select(row => row.Broken));
        Assert.Equal(2, export.Truth.Rows.Sum(row => row.Faults));
        Assert.Equal(text.Count(c => c == '{'), text.Count(c => c == '}'));
    }

    [Fact]
    public void The_zip_that_the_documentation_uses_is_the_faulty_sample()
    {
        var documented = File.ReadAllBytes(Path.Combine(Repository.Root, "docs", "examples", "sample-with-faults.zip"));

        // The text and not the bytes: another version of the compression may pack it otherwise.
        Assert.Equal(Entries.TextOf(SampleExport.CreateWithFault()), Entries.TextOf(SampleExport.CreateWithFault() with { Content = documented }));
    }
}
