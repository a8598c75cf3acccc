using EncordFunctions.Formats.Changes;
using EncordFunctions.Formats.Tests.Support;
using EncordFunctions.Labels.Answers;
using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Masks;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Formats.Tests.Changes;

public sealed class AnnotationsBesideEachOther
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<Shape, Shape, double?, double?> Moves => new()
    {
        { new BoundingBox(0, 0, 10, 4), new BoundingBox(5, 0, 10, 4), 0.333333, null },
        { new RotatableBoundingBox(0, 0, 2, 2, 0), new RotatableBoundingBox(0, 0, 2, 2, 45), 0.707107, null },
        { new Polygon([[[new(0, 0), new(10, 0), new(10, 10), new(0, 10)]]]), new Polygon([[[new(0, 0), new(10, 0), new(10, 10)]]]), 0.5, null },
        { new Bitmask(Mask.FromRuns([0, 3, 3], 3, 2)), new Bitmask(Mask.FromRuns([1, 3, 2], 3, 2)), 0.5, null },
        { new Circle(0, 0, 2, 1, 0), new Circle(0, 0, 1, 1, 0), 0.25, null },
        { new Ellipse(0, 0, 2, 1, 30), new Ellipse(0, 0, 4, 2, 30), 0.25, null },
        { new Cuboid2D([new(0, 0), new(4, 0), new(4, 4), new(0, 4)], new Projection.Isometric(new(2, 0))), new BoundingBox(0, 0, 4, 4), 0.666667, null },
        { new Cuboid2D([new(0, 0), new(4, 0), new(4, 4), new(0, 4)], new Projection.Perspective(new(2, 2), 0.5)), new BoundingBox(0, 0, 4, 2), 0.5, null },
        { new BoundingBox(0, 0, 4, 4), new Bitmask(Mask.FromRuns([0, 3, 3], 3, 2)), null, null },
        { new Point(new(0, 0)), new Point(new(3, 4)), null, 5 },
        { new Polyline([new(0, 0), new(9, 0)]), new Polyline([new(0, 3), new(9, 0)]), null, 1.5 },
        { new Skeleton([new("a", "h", new(0, 0), Visibility.Visible)]), new Skeleton([new("a", "h", new(0, 2), Visibility.Occluded)]), null, 2 },
        { new Cuboid(new(0, 0, 0), new(0, 0, 0), new(1, 1, 1)), new Cuboid(new(1, 0, 0), new(0, 0, 0), new(1, 1, 1)), null, null },
        { new Polyline3D([new(0, 0, 0)]), new Polyline3D([new(1, 0, 0)]), null, null },
    };

    [Theory]
    [MemberData(nameof(Moves))]
    public async Task An_object_that_moved_is_told_by_what_it_covers_of_both_or_by_how_far_it_went(Shape before, Shape now, double? iou, double? distance)
    {
        var difference = await CompareAsync([Writing.Annotate(before)], [Writing.Annotate(now)]);

        Assert.Equal((iou, distance), (difference!.Iou, difference.Distance));
        Assert.Equal((1, 0, 0), (difference.FramesCompared, difference.FramesAdded, difference.FramesRemoved));
    }

    [Fact]
    public async Task A_mean_is_taken_over_the_frames_it_was_on_and_is_on_in_whatever_order_they_stand()
    {
        Annotation[] before = [On(0, 0), On(1, 0), On(2, 0), On(3, 0)];
        Annotation[] now = [On(4, 0), On(3, 5), On(1, 0), On(2, 0), On(9, 0)];

        var difference = await CompareAsync(before, now);

        // Two frames as they were, one of 1/3.
        Assert.Equal(Math.Round((1 + 1 + (1 / 3.0)) / 3, 6), difference!.Iou);
        Assert.Equal((3, 2, 1), (difference.FramesCompared, difference.FramesAdded, difference.FramesRemoved));
    }

    [Fact]
    public async Task Frames_of_other_files_and_other_objects_are_not_taken_for_one_another()
    {
        var elsewhere = On(0, 0) with { Unit = new DataUnit("unit-2", null, null, 0, new FrameSize(640, 480), null) };
        var difference = await CompareAsync([On(0, 0), Writing.Annotate(new BoundingBox(9, 9, 1, 1), "other", 0)], [elsewhere]);

        Assert.Equal((0, 1, 1), (difference!.FramesCompared, difference.FramesAdded, difference.FramesRemoved));
        Assert.Null(difference.Iou);
    }

    [Fact]
    public async Task A_dynamic_attribute_is_told_on_the_first_frame_it_differs_on_and_how_often()
    {
        var difference = await CompareAsync(
            [On(0, 0, "Left"), On(1, 0, "Left"), On(2, 0, "Off"), On(3, 0, "Off")], [On(0, 0, "Left"), On(1, 0, "Off"), On(2, 0, "Left"), On(3, 0, "Off")]);

        var change = Assert.Single(difference!.Dynamic);
        Assert.Equal(("Indicator", true, 1L, 2L), (change.Name, change.Dynamic, change.Frame, change.Frames));
        Assert.Equal(("""["Left"]""", """["Off"]"""), (change.Before!.Value.GetRawText(), change.After!.Value.GetRawText()));
    }

    [Fact]
    public async Task Ranges_share_what_of_both_they_cover()
    {
        // 0-9 and 20-29 before, 5-14 and 20-24 now: 5 + 5 of 25 milliseconds.
        var difference = await CompareAsync([Over(0, 9), Over(20, 29)], [Over(20, 24), Over(5, 14)]);

        Assert.Equal(10 / 25.0, difference!.Iou);
        Assert.Equal((0, 2, 2), (difference.FramesCompared, difference.FramesAdded, difference.FramesRemoved));
    }

    [Fact]
    public async Task More_bytes_than_there_is_room_for_are_not_compared_and_the_others_are()
    {
        var comb = new Polygon([[[.. Enumerable.Range(0, 1_000_000).Select(static i => new Vertex(i / 3.0, i % 2))]]]);
        Annotation[] before = [Writing.Annotate(new BoundingBox(0, 0, 1, 1), "small"), Writing.Annotate(comb, "large")];
        var comparison = await CompareAllAsync(before, before, ["small", "large"]);

        Assert.Equal(1, comparison.Find("small")!.Iou);
        Assert.Null(comparison.Find("large"));
        Assert.Null(comparison.Find("nobody"));
    }

    private static Annotation On(long frame, double x, string? indicator = null) => Writing.Annotate(new BoundingBox(x, 0, 10, 4), frame: frame) with
    {
        Attributes = indicator is null
            ? []
            : [new("Indicator", "indicator", "h", new AnswerValue.Options([new(indicator, null, null)]), true), new("Colour", null, null, new AnswerValue.Text($"{frame}"), false)],
    };

    private static Annotation Over(long start, long end) =>
        Writing.Annotate(new Span("audio")) with { Frame = null, Range = new LabelRange.Span(start, end) };

    private static async Task<ObjectDifference?> CompareAsync(Annotation[] before, Annotation[] now)
    {
        var comparison = await CompareAllAsync(before, now, ["o/+1"]);
        return comparison.Find("o/+1");
    }

    private static async Task<AnnotationsComparison> CompareAllAsync(Annotation[] before, Annotation[] now, string[] objects)
    {
        var comparison = new AnnotationsComparison(objects);
        await comparison.TakeEarlierAsync(await LinesAsync(before), Stop);
        await comparison.TakeLaterAsync(await LinesAsync(now), Stop);
        return comparison;
    }

    private static async Task<Stream> LinesAsync(Annotation[] annotations)
    {
        var (files, _) = await Writing.WriteAsync(new AnnotationsJsonl(), [.. annotations.Select(static one => new RowEvent.AnnotationRead(one))]);
        return new MemoryStream(files.Files["annotations.jsonl"]);
    }
}
