using EncordFunctions.Formats.Tests.Support;
using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Ontologies;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Shapes;
using EncordFunctions.Local.Sample;

namespace EncordFunctions.Formats.Tests.Yolo;

public sealed class PoseLabels
{
    [Fact]
    public async Task Skeletons_are_read_back_as_they_were_drawn()
    {
        var export = LoadExport.Create(rows: 5, objectsPerRow: 50, seed: 3);
        SampleRow[] rows = [.. Enumerable.Range(0, 5).Select(export.Row)];

        var joined = await Yolo.WriteAsync("pose", rows);

        foreach (var row in rows)
        {
            var drawn = row.Truth.Annotations.Where(static one => one.Shape is ShapeTruth.Skeleton).ToArray();
            var written = Yolo.Read(joined, "pose", $"yolo/pose/labels/{row.Truth.Annotations[0].DataUnitHash}.txt");
            Assert.Equal(drawn.Length, written.Count);
            foreach (var (truth, (_, numbers)) in drawn.Zip(written))
                AssertSame(((ShapeTruth.Skeleton)truth.Shape).Joints, numbers[4..], truth.Width, truth.Height);
        }
        Assert.All(joined.Ledger.SelectMany(static line => line.Skipped), static entry => Assert.Equal("no_form_for_shape", entry.Reason));
    }

    [Fact]
    public async Task All_lines_have_as_many_points_as_the_largest_skeleton_though_it_comes_last()
    {
        var rows = new[] { 2, 3, 5 }.Select(static points =>
        {
            var row = RowBuilder.Image($"{points}.jpg", 100, 100);
            return row.Skeleton(row.Object("Person"), [.. Enumerable.Range(1, points).Select(static i => new Joint($"j{i}", new(10 * i, 20 * i)))]).Build();
        }).ToArray();

        var joined = await Yolo.WriteAsync("pose", rows);

        Assert.Equal(5, Yolo.Keypoints(joined, "pose"));
        Assert.Equal("0 0.15 0.3 0.1 0.2 0.1 0.2 2 0.2 0.4 2 0 0 0 0 0 0 0 0 0\n", TextOf(rows[0]));
        Assert.Equal("0 0.3 0.6 0.4 0.8 0.1 0.2 2 0.2 0.4 2 0.3 0.6 2 0.4 0.8 2 0.5 1 2\n", TextOf(rows[2]));
        Assert.Equal(3, joined.Count);

        string TextOf(SampleRow row) => joined.Files.Text($"yolo/pose/labels/{row.Truth.Annotations[0].DataUnitHash}.txt");
    }

    [Fact]
    public async Task A_point_past_the_edge_is_not_there_and_a_hidden_one_is_marked()
    {
        var (row, events) = DetectLabels.Drawn(new Skeleton(
        [
            new("a", null, new(10, 8), Visibility.Visible), new("b", null, new(20, 16), Visibility.Occluded), new("c", null, new(30, 24), Visibility.SelfOccluded),
            new("d", null, new(40, 32), Visibility.Invisible), new("e", null, new(120, 40), Visibility.Visible),
        ]));
        var joined = await Joined.WriteAsync(Yolo.Of("pose"), null, (row, events));
        Assert.Equal("0 0.55 0.3 0.9 0.4 0.1 0.1 2 0.2 0.2 1 0.3 0.3 1 0.4 0.4 0 0 0 0\n", joined.Files.Text("yolo/pose/labels/unit-1/4.txt"));
        Assert.Equal(["clipped"], Assert.Single(joined.Ledger).Losses.Select(static entry => entry.Reason));
    }

    [Theory]
    [InlineData("nose, left eye, right eye", "flip_idx: [0, 2, 1, 3]")]
    [InlineData("Right hand, Left hand", "flip_idx: [1, 0, 2, 3]")]
    [InlineData("nose, left eye", null)]
    [InlineData("nose, nose", null)]
    public async Task Points_that_change_places_in_a_mirror_are_told_by_their_names(string names, string? line)
    {
        var points = names.Split(", ").Select(static (name, key) => new SkeletonTemplatePoint($"{key}", name, null));
        var ontology = new Ontology(
            [new OntologyObject("f1") { Name = "Person", Shape = "skeleton" }, new OntologyObject("f2") { Name = "Car", Shape = "bounding_box" }],
            [],
            [new SkeletonTemplate("Person") { Points = [.. points] }]);
        var skeleton = new Skeleton([.. Enumerable.Range(1, 4).Select(static i => new SkeletonPoint(null, null, new Vertex(i, i), Visibility.Visible))]);
        var drawn = Writing.Annotate(skeleton) with { FeatureHash = "f1", Name = "Person" };

        var joined = await Joined.WriteAsync(Yolo.Of("pose"), ontology, (Writing.Row, [new RowEvent.AnnotationRead(drawn)]));

        var yaml = joined.Files.Text("yolo/pose/data.yaml").Split('\n');
        Assert.Contains("kpt_shape: [4, 3]", yaml);
        if (line is not null) Assert.Contains(line, yaml);
        else Assert.DoesNotContain(yaml, static one => one.StartsWith("flip_idx", StringComparison.Ordinal));
    }

    private static void AssertSame(IReadOnlyList<Joint> joints, double[] numbers, int width, int height)
    {
        Assert.Equal(3 * joints.Count, numbers.Length);
        foreach (var (joint, read) in joints.Zip(numbers.Chunk(3)))
        {
            if (joint.At.X < 0 || joint.At.Y < 0 || joint.At.X > width || joint.At.Y > height)
            {
                Assert.Equal([0, 0, 0], read);
                continue;
            }
            Assert.Equal(joint.At.X, read[0] * width, 1e-6);
            Assert.Equal(joint.At.Y, read[1] * height, 1e-6);
            Assert.Equal(joint.Visibility switch { Visibility.Visible => 2, Visibility.Invisible => 0, _ => 1 }, read[2]);
        }
    }
}
