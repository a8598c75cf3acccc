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

    [Theory]
    [MemberData(nameof(RichRow.Others), MemberType = typeof(RichRow))]
    public async Task Other_kinds_of_rows_are_the_same_one_byte_at_a_time_too(string row)
    {
        var bytes = Encoding.UTF8.GetBytes(row);

        var whole = await Reading.OfAsync(bytes, Place, json => new MemoryStream(json));
        var trickled = await Reading.OfAsync(bytes, Place, json => new ChunkedStream(json, _ => 1));

        Assert.NotEmpty(whole.Annotations);
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
        // That the points of a polygon are out of order is about nothing but the order of members.
        static List<string> Told(string row) =>
            [.. Reading.Of(row).Events.Where(next => next is not RowEvent.IssueFound { Issue.Code.Id: "EL142" }).Select(EventText.WithoutOffsets).Order(StringComparer.Ordinal)];
        var expected = Told(RichRow.Of());

        Gen.Int[1, int.MaxValue].Sample(
            seed =>
            {
                Assert.Equal(expected, Told(RichRow.Of(new Random(seed))));
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
}
