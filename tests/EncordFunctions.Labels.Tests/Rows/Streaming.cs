using System.Text;
using CsCheck;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Tests.Support;

namespace EncordFunctions.Labels.Tests.Rows;

public sealed class Streaming
{
    private static readonly RowPlace Place = new("rows.json", 12, "/3");

    [Fact]
    public async Task One_byte_at_a_time_gives_the_same_events()
    {
        var bytes = Encoding.UTF8.GetBytes(RichRow.Of());

        var whole = await Reading.OfAsync(bytes, Place, json => new MemoryStream(json));
        var trickled = await Reading.OfAsync(bytes, Place, json => new ChunkedStream(json, _ => 1));

        Assert.NotEmpty(whole.Annotations);
        Assert.NotEmpty(whole.Skips);
        Assert.NotEmpty(whole.Classifications);
        Assert.Equal(whole.Events.Select(EventText.Of), trickled.Events.Select(EventText.Of));
    }

    [Fact]
    public async Task However_the_stream_is_cut_the_events_are_the_same()
    {
        var bytes = Encoding.UTF8.GetBytes(RichRow.Of());
        var expected = (await Reading.OfAsync(bytes, Place, json => new MemoryStream(json))).Events.Select(EventText.Of).ToList();

        await Gen.Int[1, 300].Array[1, 20].SampleAsync(
            async sizes =>
            {
                var cut = await Reading.OfAsync(bytes, Place, json => new ChunkedStream(json, read => sizes[read % sizes.Length]));
                Assert.Equal(expected, cut.Events.Select(EventText.Of));
            },
            iter: 60);
    }

    [Fact]
    public void The_order_of_members_changes_nothing()
    {
        var expected = Reading.Of(RichRow.Of()).Events.Select(EventText.WithoutOffsets).ToList();

        Gen.Int[1, int.MaxValue].Sample(
            seed =>
            {
                var shuffled = Reading.Of(RichRow.Of(new Random(seed)));
                Assert.Equal(expected.Order(StringComparer.Ordinal), shuffled.Events.Select(EventText.WithoutOffsets).Order(StringComparer.Ordinal));
            },
            iter: 100);
    }

    [Fact]
    public async Task A_value_longer_than_the_window_is_read_whole()
    {
        var points = string.Join(",", Enumerable.Range(0, 60_000).Select(i => $"\"{i}\":{{\"x\":0.5,\"y\":0.25}}"));
        var row = Row.Image(Row.Object("a", Row.Box), Row.Object("long", $"\"shape\":\"polyline\",\"polyline\":{{{points}}}"), Row.Object("b", Row.Box));

        var reading = await Reading.OfAsync(Encoding.UTF8.GetBytes(row), Place, json => new ChunkedStream(json, _ => 70_000));

        Assert.Equal(["a", "long", "b"], reading.Annotations.Select(annotation => annotation.ObjectHash));
        Assert.Equal(60_000, Assert.IsType<Labels.Shapes.Polyline>(reading.Annotations[1].Shape).Points.Length);
        Assert.Empty(reading.AllIssues);
    }

    [Fact]
    public async Task A_value_past_all_limits_is_skipped_and_its_neighbours_are_not()
    {
        var row = Row.Of("image",
            Row.Unit("u", Row.Labels(Row.Object("a", Row.Box), Row.Object("huge", $"{Row.Box},\"note\":\"{new string('x', 65 * 1024 * 1024)}\""), Row.Object("b", Row.Box))));

        var reading = await Reading.OfAsync(Encoding.UTF8.GetBytes(row), Place, json => new MemoryStream(json));

        Assert.Equal(["a", "b"], reading.Annotations.Select(annotation => annotation.ObjectHash));
        var issue = Assert.Single(reading.AllIssues);
        Assert.Equal(("EL009", "/3/data_units/u/labels/objects/1"), (issue.Code.Id, issue.Pointer));
        Assert.Single(reading.Skips);
    }

    [Fact]
    public async Task Reading_many_frames_holds_no_more_than_reading_few()
    {
        var few = await HeldWhileReading(1_000);
        var many = await HeldWhileReading(20_000);

        Assert.True(many < few + 500_000, $"{few} bytes for 1,000 frames, {many} for 20,000");
    }

    /// <summary>What the collector can't take back in the middle of the reading, beside the bytes of the row.</summary>
    private static async Task<long> HeldWhileReading(int frames)
    {
        var labels = string.Join(",", Enumerable.Range(0, frames).Select(i => $"\"{i}\":{Row.Labels(Row.Object("a", Row.Box), Row.Object($"o{i}", Row.Box))}"));
        var bytes = Encoding.UTF8.GetBytes(Row.Of("video", Row.Unit("u", $"{{{labels}}}")));
        labels = null;
        var reader = new LabelRowReader(Place);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var index = Assert.IsType<RowIndexing.Readable>(await reader.IndexAsync(new MemoryStream(bytes), CancellationToken.None)).Index;
        var (read, held) = (0, 0L);
        await foreach (var _ in reader.ReadAsync(new MemoryStream(bytes), index, CancellationToken.None))
        {
            if (++read == (frames * 2) - 1) held = GC.GetTotalMemory(forceFullCollection: true) - before;
        }
        Assert.Equal(frames * 2, read);
        GC.KeepAlive(bytes);
        return held;
    }
}
