using EncordFunctions.Formats.Tests.Support;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Formats.Tests.Report;

/// <summary>What the figures of the page count.</summary>
public sealed class ReportFigures
{
    [Fact]
    public async Task Annotators_go_by_numbers_that_are_the_same_in_both_lists()
    {
        static RowEvent Drawn(string by, string changedBy) => new RowEvent.AnnotationRead(
            ((RowEvent.AnnotationRead)SmallExport.Annotated(new BoundingBox(0, 0, 8, 8))).Annotation with { CreatedBy = by, LastEditedBy = changedBy });

        var html = await ReportPage.WriteAsync(SmallExport.Of(
            Drawn("ada@people.example", "bob@people.example"), Drawn("ada@people.example", "bob@people.example"), Drawn("cy@people.example", "bob@people.example")));

        Assert.DoesNotContain("people.example", html, StringComparison.Ordinal);
        var page = ReportPage.Of(html);
        Assert.Equal([("annotator 2", 2), ("annotator 3", 1)], page.Bars("Drawn by").Select(static bar => (bar.Key, (int)bar.Value)));
        Assert.Equal([("annotator 1", 3)], page.Bars("Last changed by").Select(static bar => (bar.Key, (int)bar.Value)));
    }

    [Fact]
    public async Task The_density_of_labels_is_that_of_their_boxes()
    {
        // The left half of the frame three times, and once the lower right quarter.
        var page = ReportPage.Of(await ReportPage.WriteAsync(SmallExport.Of(
            SmallExport.Annotated(new BoundingBox(0, 0, 320, 480)), SmallExport.Annotated(new BoundingBox(0, 0, 320, 480)), SmallExport.Annotated(new BoundingBox(0, 0, 320, 480)),
            SmallExport.Annotated(new BoundingBox(320, 240, 320, 240)))));

        var heat = page.Section("boxes").Descendants("svg").Single();
        var shades = heat.Elements("path").ToDictionary(static path => path.Attribute("class")!.Value, static path => SvgPath.Read(path.Attribute("d")!.Value));
        Assert.Equal(2, shades.Count);
        // Three of three is the darkest of eight shades, one of three the third.
        var (most, least) = (shades["h8"], shades["h3"]);
        for (var y = 0; y < 32; y++)
        {
            for (var x = 0; x < 32; x++)
            {
                Assert.Equal(x < 16, SvgPath.Covers(most, x + 0.5, y + 0.5));
                Assert.Equal(x >= 16 && y >= 16, SvgPath.Covers(least, x + 0.5, y + 0.5));
            }
        }
    }

    [Fact]
    public async Task Sizes_and_aspects_fall_into_their_bins()
    {
        var page = ReportPage.Of(await ReportPage.WriteAsync(SmallExport.Of(
            SmallExport.Annotated(new BoundingBox(0, 0, 2, 2)), SmallExport.Annotated(new BoundingBox(0, 0, 4, 4)), SmallExport.Annotated(new BoundingBox(0, 0, 100, 25)), SmallExport.Annotated(new BoundingBox(0, 0, 10, 160)),
            SmallExport.Annotated(new Point(new(5, 5))))));

        var (size, aspect) = (page.Numbers(0), page.Numbers(1));
        Assert.Equal((1, 1, 2, 4), (size["below 4 px"], size["4 to 8 px"], size["32 to 64 px"], size.Values.Sum()));
        Assert.Equal((1, 2, 1), (aspect["< 1:8"], aspect["about square"], aspect["4:1 to 8:1"]));
        Assert.Contains("Of the 5 labels", page.Section("boxes").Value);
        Assert.Contains("50 % small, 50 % medium, 0 % large", page.Section("boxes").Value);
    }

    [Fact]
    public async Task Days_are_told_by_day_or_by_month()
    {
        var start = new DateTimeOffset(2026, 3, 1, 23, 30, 0, TimeSpan.FromHours(-2));
        var near = ReportPage.Of(await ReportPage.WriteAsync(SmallExport.Of(SmallExport.Annotated(new Point(default), at: start), SmallExport.Annotated(new Point(default), at: start.AddDays(2)))));
        Assert.Equal([new("2026-03-02", 1), new("2026-03-03", 0), new("2026-03-04", 1)], near.Days());

        var far = ReportPage.Of(await ReportPage.WriteAsync(SmallExport.Of(SmallExport.Annotated(new Point(default), at: start), SmallExport.Annotated(new Point(default), at: start.AddDays(200)))));
        Assert.Equal(("2026-03", "2026-09", 7), (far.Days()[0].Key, far.Days()[^1].Key, far.Days().Length));
    }
}
