using EncordFunctions.Formats.Markup;

namespace EncordFunctions.Formats.Report.Page;

/// <summary>How large the labels are, how long for their height, and where on the frames they lie.</summary>
internal static class BoxesPart
{
    private static readonly string[] Aspects =
        ["< 1:8", "1:8 to 1:4", "1:4 to 1:2", "1:2 to 4:5", "about square", "5:4 to 2:1", "2:1 to 4:1", "4:1 to 8:1", "> 8:1"];

    private static readonly string[] AspectTicks = ["<⅛", "⅛", "¼", "½", "1", "1¼", "2", "4", "8+"];

    public static bool IsThere(ReportFacts facts) => facts.Rows.Boxes.Count > 0;

    public static void Write(MarkupWriter page, ReportFacts facts)
    {
        if (!IsThere(facts)) return;
        var boxes = facts.Rows.Boxes;
        Section.Begin(page, "boxes", "Sizes and places");
        page.Write($"<p class=\"hint\">Of the {boxes.Count:N0} labels on frames of known size, by the upright box around what is drawn.</p>\n");
        page.Write($"<div class=\"three\">\n");
        Columns.Write(page, "Size.", Summary(boxes), ("Side in pixels", "Labels"), [.. Sizes(boxes)]);
        Columns.Write(page, "Aspect.", "Width by height; tall to the left, wide to the right.", ("Width : height", "Labels"),
            [.. boxes.Aspects.Counts.Select(static (count, bin) => (AspectTicks[bin], Aspects[bin], count))]);
        HeatMap.Write(page, boxes.Density);
        page.Write($"</div>\n");
        Section.End(page);
    }

    private static string Summary(BoxFacts boxes)
    {
        var (counts, all) = (boxes.CocoSizes.Counts, boxes.CocoSizes.Total);
        string Share(int size) => TotalsPart.Share(counts[size], all);
        return $"In COCO's terms {Share(0)} small, {Share(1)} medium, {Share(2)} large.";
    }

    private static IEnumerable<(string, string, long)> Sizes(BoxFacts boxes)
    {
        var (counts, edges) = (boxes.Sizes.Counts, BoxFacts.SizeEdges);
        yield return ("<4", "below 4 px", counts[0]);
        for (var bin = 1; bin < edges.Length; bin++) yield return (Short(edges[bin - 1]), $"{edges[bin - 1]} to {edges[bin]} px", counts[bin]);
        yield return ("2k+", $"{edges[^1]} px and more", counts[^1]);
    }

    private static string Short(double edge) => edge < 1000 ? $"{edge}" : $"{(int)(edge / 1024)}k";
}
