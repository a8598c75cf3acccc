using EncordFunctions.Formats.Markup;
using EncordFunctions.Formats.Report.Page;

namespace EncordFunctions.Formats.Report;

/// <summary>The report as a page, part by part from top to bottom.</summary>
internal static class ReportPage
{
    /// <summary>The parts in their order; each writes itself, or nothing where it has nothing to say.</summary>
    public static IReadOnlyList<Action<MarkupWriter, ReportFacts>> Parts { get; } =
    [
        HeadPart.Write,
        AttentionPart.Write,
        TotalsPart.Write,
        NavPart.Write,
        IssuesPart.Write,
        ChangesPart.Write,
        RowsPart.Write,
        LabelsPart.Write,
        BoxesPart.Write,
        PeoplePart.Write,
        LedgerPart.Write,
        FilesPart.Write,
        FootPart.Write,
    ];
}
