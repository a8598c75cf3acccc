namespace EncordFunctions.Formats;

/// <summary>Every derivative there is.</summary>
public static class Derivatives
{
    /// <summary>What every row has, in the order it is written.</summary>
    public static IReadOnlyList<IRowFormat> Always { get; } =
    [
        new AnnotationsJsonl(),
        new ClassificationsJsonl(),
        new MaskPng(),
        new IssuesJsonl(),
    ];

    /// <summary>What can be chosen. One line a derivative.</summary>
    public static IReadOnlyList<Derivative> Choices { get; } =
    [
        new("preview", "The first labelled frames of every row as SVG, without the picture below them", true, ["#"],
            static frames => [new PreviewSvg(frames.Select(int.Parse).DefaultIfEmpty(PreviewSvg.FewFrames).Max())]),
        new("report", "One page for people: what needs attention, counts, plots, pictures, the ledger", true, [], static _ => [new ReportHtml()]),
    ];
}
