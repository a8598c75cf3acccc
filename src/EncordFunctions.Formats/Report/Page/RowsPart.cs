using EncordFunctions.Formats.Markup;

namespace EncordFunctions.Formats.Report.Page;

/// <summary>The contact sheet: the rows with the most to see to, then the first ones.</summary>
internal static class RowsPart
{
    public static bool IsThere(ReportFacts facts) => facts.Sheet.First.Any() || facts.Sheet.Worst.Count > 0;

    public static void Write(MarkupWriter page, ReportFacts facts)
    {
        if (!IsThere(facts)) return;
        RowCard[] first = [.. facts.Sheet.First];
        Section.Begin(page, "rows", "Rows");
        page.Write($"<p class=\"hint\">Each picture has the labels of the row's first labelled frame, to scale, in the colours of their classes.</p>\n");
        Sheet(page, "With the most to see to", facts.Sheet.Worst);
        Sheet(page, facts.Manifest.Rows.Values.Sum() > ContactSheet.FirstRows ? $"The first {ContactSheet.FirstRows}" : "All others", first);
        Section.End(page);
    }

    private static void Sheet(MarkupWriter page, string title, IReadOnlyList<RowCard> cards)
    {
        if (cards.Count == 0) return;
        page.Write($"<h3>{title}</h3>\n<ul class=\"sheet\">\n");
        foreach (var card in cards) Card(page, card);
        page.Write($"</ul>\n");
    }

    private static void Card(MarkupWriter page, RowCard card)
    {
        page.Write($"<li>");
        if (card.Picture is { } picture) picture.WriteTo(page, card.Name);
        else page.Write($"<div class=\"thumb none\">{(card.IsRejected ? "can't be read" : card.Annotations == 0 ? "no labels" : "nothing to draw")}</div>");
        page.Write($"<div class=\"name\" title=\"{card.Name}\">{card.Name}</div><div class=\"meta\">Row {card.Ordinal}");
        if (card.DataType is { } type) page.Write($" · {type}");
        page.Write($" · {card.Annotations:N0} {(card.Annotations == 1 ? "label" : "labels")}");
        if (card.Picture is { LeftOut: > 0 and var left }) page.Write($" · {left:N0} not drawn");
        page.Write($"</div>");
        if (Trouble(card) is var (kind, word)) page.Write($"<a class=\"chip {kind}\" href=\"{Concerns.IssuesFile(card.Ordinal)}\">{word}</a>");
        page.Write($"</li>\n");
    }

    private static (string Kind, string Word)? Trouble(RowCard card) => card switch
    {
        { IsRejected: true } => ("bad", "rejected"),
        { Errors: 1 } => ("bad", "1 error"),
        { Errors: > 1 } => ("bad", $"{card.Errors} errors"),
        { Warnings: 1 } => ("warn", "1 warning"),
        { Warnings: > 1 } => ("warn", $"{card.Warnings} warnings"),
        _ => null,
    };
}
