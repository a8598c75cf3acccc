using EncordFunctions.Labels.Rows;
using EncordFunctions.Local.Sample;

namespace EncordFunctions.Local.Tests.Sample;

public sealed class HugeRowTests
{
    [Fact]
    public async Task A_huge_row_is_a_row_like_any_other_and_all_of_it_is_good()
    {
        var bytes = new MemoryStream();

        var totals = await HugeRow.Create(frames: 7, objects: 5).WriteAsync(bytes, TestContext.Current.CancellationToken);

        Assert.Equal(bytes.Length, totals.JsonBytes);
        var events = await ReadBack.EventsOf(bytes.ToArray(), TestContext.Current.CancellationToken);
        Assert.Equal(
            totals.Annotations,
            events.OfType<RowEvent.AnnotationRead>().GroupBy(read => read.Annotation.Shape.Name).ToDictionary(same => same.Key, same => same.Count()));
        Assert.DoesNotContain(events, one => one is not (RowEvent.AnnotationRead or RowEvent.FrameRead));
        Assert.Equal((21, 14), (totals.Annotations["bounding_box"], totals.Annotations["polygon"]));
    }

    [Fact]
    public async Task Twenty_objects_on_a_hundred_thousand_frames_come_to_two_gigabytes()
    {
        var bytes = new MemoryStream();

        var totals = await HugeRow.Create(frames: 10, objects: 20).WriteAsync(bytes, TestContext.Current.CancellationToken);

        Assert.InRange(totals.JsonBytes * 10_000, 1_900_000_000, 2_400_000_000);
    }
}
