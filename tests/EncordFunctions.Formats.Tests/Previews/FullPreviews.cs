using System.Xml.Linq;
using EncordFunctions.Formats.Ledger;
using EncordFunctions.Formats.Tests.Support;
using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Formats.Tests.Previews;

/// <summary>Pictures of more than they can show, and of names that mean harm.</summary>
public sealed class FullPreviews
{
    [Fact]
    public async Task Of_a_video_the_first_labelled_frames_have_pictures()
    {
        var row = Writing.Row with { Index = new RowIndex { Header = Writing.Index.Header with { DataType = "video" }, Units = [Writing.Unit] } };
        RowEvent[] events = [.. new[] { 7, 7, 9, 30, 31, 31 }.Select(frame => new RowEvent.AnnotationRead(Writing.Annotate(new Point(new(5, 5)), frame: frame)))];

        var files = await PreviewPage.WriteAsync(row, new PreviewSvg(), events);
        Assert.Equal(["preview/30.svg", "preview/7.svg", "preview/9.svg"], files.Files.Keys);
        Assert.Equal("2 labels on a frame, 640 × 480 px.", PreviewPage.Read(files, "preview/7.svg").Element(PreviewPage.Svg + "desc")!.Value);

        var one = Assert.Single(DerivativeList.Parse("preview:1").RowFormats, static format => format.Name == "preview");
        var (fewer, ledger) = await PreviewPage.WriteWithLedgerAsync(row, one, events);
        Assert.Equal(["preview/7.svg"], fewer.Files.Keys);
        Assert.Equal((6L, 2L), (ledger.In, ledger.Written));
        Assert.Equal([new LedgerEntry("past_first_frames", 4, "row 3, frame 9, object o/+1")], ledger.Skipped);
    }

    [Fact]
    public async Task A_picture_takes_five_hundred_shapes_and_says_how_many_it_leaves_out()
    {
        RowEvent[] events = [.. Enumerable.Range(0, 520).Select(static i => Writing.Read(new Point(new(i, i % 400))))];

        var (files, ledger) = await Writing.WriteAsync(new PreviewSvg(), events);

        Assert.Equal((520L, 500L), (ledger.In, ledger.Written));
        Assert.Equal(("picture_full", 20L), (Assert.Single(ledger.Skipped).Reason, ledger.Skipped[0].Count));
        var svg = PreviewPage.Read(files, "preview.svg");
        Assert.Equal(500, svg.Descendants(PreviewPage.Svg + "circle").Count());
        Assert.Contains("20 more left out", svg.Elements(PreviewPage.Svg + "text").Single().Value);
    }

    [Fact]
    public async Task A_picture_never_grows_past_a_megabyte()
    {
        Vertex[] ring = [.. Enumerable.Range(0, 40_000).Select(static i => new Vertex(320 + (200 * Math.Cos(i)), 240 + (200 * Math.Sin(i * 1.3))))];
        RowEvent[] events = [.. Enumerable.Range(0, 8).Select(_ => Writing.Read(new Polygon([[ring]])))];

        var (files, ledger) = await Writing.WriteAsync(new PreviewSvg(), events);

        Assert.InRange(files.Files["preview.svg"].Length, 500_000, 1_010_000);
        Assert.Equal("picture_full", Assert.Single(ledger.Skipped).Reason);
    }

    [Theory]
    [InlineData("</text></svg><script>alert(1)</script>")]
    [InlineData("\" onload=\"alert(1)\" x=\"")]
    [InlineData("<!--]]>&#0;\u0000\u0008\ufffe\ud800 \u202e")]
    public async Task A_hostile_name_is_text_and_nothing_else(string name)
    {
        var hostile = Writing.Annotate(new BoundingBox(10, 20, 300, 200), objectHash: name) with { Name = name, FeatureHash = name, Color = "#fff\" onload=\"" };
        var row = Writing.Row with { Index = new RowIndex { Header = new LabelRowHeader { DataTitle = name, DataType = "image" }, Units = [Writing.Unit with { Title = name }] } };

        var svg = PreviewPage.Read(await PreviewPage.WriteAsync(row, new PreviewSvg(), new RowEvent.AnnotationRead(hostile with { Unit = row.Index.Units[0] })), "preview.svg");

        string[] known = ["svg", "title", "desc", "style", "rect", "g", "path", "text"];
        Assert.All(svg.DescendantsAndSelf(), one => Assert.Contains(one.Name.LocalName, known));
        Assert.All(svg.DescendantsAndSelf().Attributes(), static one => Assert.DoesNotContain("onload", one.Name.LocalName));
        Assert.Contains(name[..3], svg.Element(PreviewPage.Svg + "title")!.Value);
    }

    [Fact]
    public async Task Names_do_not_hide_each_other()
    {
        RowEvent[] events = [.. Enumerable.Range(0, 60).Select(static i => PreviewPage.Named(new BoundingBox(8 * (i % 20), 12 * i / 2, 50, 30), $"Class {i}"))];

        var (files, _) = await Writing.WriteAsync(new PreviewSvg(), events);

        var names = PreviewPage.Read(files, "preview.svg").Elements(PreviewPage.Svg + "g").Single(static one => (string?)one.Attribute("class") == "names").Elements(PreviewPage.Svg + "rect")
            .Select(static one => (X: PreviewPage.Number(one, "x"), Y: PreviewPage.Number(one, "y"), W: PreviewPage.Number(one, "width"), H: PreviewPage.Number(one, "height"))).ToArray();
        Assert.InRange(names.Length, 20, 60);
        for (var i = 0; i < names.Length; i++)
        {
            Assert.True(names[i].X >= 0 && names[i].Y >= 0 && names[i].X + names[i].W <= 640.1 && names[i].Y + names[i].H <= 480.1);
            foreach (var other in names[..i])
            {
                var across = names[i].X + 0.2 < other.X + other.W && other.X + 0.2 < names[i].X + names[i].W;
                var down = names[i].Y + 0.2 < other.Y + other.H && other.Y + 0.2 < names[i].Y + names[i].H;
                Assert.False(across && down);
            }
        }
    }
}
