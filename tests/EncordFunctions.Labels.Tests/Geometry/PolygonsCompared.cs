using System.Text;
using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Geometry.Reading;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Json;
using EncordFunctions.Labels.Tests.Support;

namespace EncordFunctions.Labels.Tests.Geometry;

/// <summary>The older polygon beside polygons, which most rows have. The frame is 200 x 100 pixels.</summary>
public sealed class PolygonsCompared
{
    private static readonly Vertex[] Ring = [new(0, 0), new(200, 0), new(20, 90)];

    [Theory]
    [InlineData("""{"0":{"x":0,"y":0},"1":{"x":1,"y":0},"2":{"x":0.1,"y":0.9}}""", "[[[0,0,1,0,0.1,0.9]]]")]
    [InlineData("""{ "0" : { "x" : 0 , "y" : 0 } , "1" : {"x":1,"y":0}, "2":{"x":0.1,"y":0.9}}""", "[ [ [ 0 , 0 , 1,0, 0.1,0.9 ] ] ]")]
    [InlineData("""{"0":{"x":0,"y":0},"1":{"x":1,"y":0},"2":{"x":0.1,"y":0.9}}""", "[[[0,0,1,0,0.1,0.9],[0.1,0.1,0.2,0.1,0.1,0.2]],[[0,0,1,0,1,1]]]")]
    public void The_same_digits_are_seen_to_be_the_same_without_reading_them(string older, string newer)
    {
        var twins = new PolygonTwins(new Utf8Strings());
        var (oldBytes, newBytes, place) = (Encoding.UTF8.GetBytes(older), Encoding.UTF8.GetBytes(newer), Place());
        Assert.True(twins.Agree(oldBytes, newBytes, Ring, place));

        var before = GC.GetAllocatedBytesForCurrentThread();
        var agree = twins.Agree(oldBytes, newBytes, Ring, place);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(agree);
    }

    [Theory]
    [InlineData("""{"0":{"x":0,"y":0},"1":{"x":1,"y":0},"2":{"x":0.1,"y":0.9},"3":{"x":0,"y":0.5}}""")]
    [InlineData("""{"0":{"x":0,"y":0},"1":{"x":1,"y":0}}""")]
    [InlineData("""{"0":{"x":0.5,"y":0},"1":{"x":1,"y":0},"2":{"x":0.1,"y":0.9}}""")]
    [InlineData("""{"0":{"x":0,"y":0},"1":{"x":1,"y":0.5},"2":{"x":0.1,"y":0.9}}""")]
    [InlineData("""{"0":{"x":0,"y":0},"2":{"x":1,"y":0},"1":{"x":0.1,"y":0.9}}""")]
    [InlineData("""{"0":{"y":0,"x":0},"1":{"y":1,"x":0},"2":{"x":0.1,"y":0.9}}""")]
    [InlineData("""{"0":{"x":0,"y":0},"1":{"x":1,"y":0},"2":{"x":0.12,"y":0.9}}""")]
    [InlineData("""{"0":{"x":0,"y":0},"1":{"x":1,"y":0},"2":{"x":0.1,"y":0.902}}""")]
    [InlineData("""{"0":{"x":0,"y":0,"w":1},"1":{"x":0.5,"y":0},"2":{"x":0.1,"y":0.9}}""")]
    [InlineData("""{"0":{"x":0},"1":{"x":1,"y":0},"2":{"x":0.1,"y":0.9}}""")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("7")]
    public void Other_points_are_told_apart(string older) =>
        Assert.False(new PolygonTwins(new Utf8Strings()).Agree(Encoding.UTF8.GetBytes(older), "[[[0,0,1,0,0.1,0.9]]]"u8, Ring, Place()));

    [Theory]
    [InlineData("""{"0":{"x":0.0001,"y":0},"1":{"x":0.9999,"y":0},"2":{"x":0.1,"y":0.9}}""")]
    [InlineData("""{"0":{"x":0,"y":0.0001},"1":{"x":1,"y":0},"2":{"x":0.1,"y":0.8999}}""")]
    public void A_point_that_is_off_by_the_rounding_of_four_decimals_is_the_same(string older) =>
        Assert.True(new PolygonTwins(new Utf8Strings()).Agree(Encoding.UTF8.GetBytes(older), "[[[0,0,1,0,0.1,0.9]]]"u8, Ring, Place()));

    [Fact]
    public void One_that_can_not_be_read_is_not_held_against_the_next()
    {
        const string Newer = "\"polygons\":[[[0,0,1,0,0,1]]]";
        var reading = Reading.Of(Row.Image(
            Row.Object("broken", $"\"polygon\":{{\"0\":7}},{Newer}"),
            Row.Object("sound", $"\"polygon\":[{{\"x\":0,\"y\":0}},{{\"x\":1,\"y\":0}},{{\"x\":0,\"y\":1}}],{Newer}")));

        var issue = Assert.Single(reading.AllIssues);
        Assert.Equal((IssueCatalogue.PolygonsDiffer, "broken"), (issue.Code, issue.ObjectHash));
    }

    private static GeometryPlace Place() => new(new LeafPlace(0, () => ""), new FrameSize(200, 100), true);
}
