using EncordFunctions.Formats.Changes;
using EncordFunctions.Formats.Markup;

namespace EncordFunctions.Formats.Report.Page;

/// <summary>What differs from earlier exports of the same rows.</summary>
internal static class ChangesPart
{
    private const int LongestName = 60;

    public static bool IsThere(ReportFacts facts) => facts.Manifest.Changes is { Compared: > 0 };

    public static void Write(MarkupWriter page, ReportFacts facts)
    {
        if (facts.Manifest.Changes is not { Compared: > 0 } counts) return;
        Section.Begin(page, "changes", "Changes");
        page.Write($"<p class=\"hint\">{counts.Compared:N0} rows were compared with an earlier export, ");
        page.Write($"and {counts.Unchanged:N0} of them have the same objects; ");
        page.Write($"{counts.New:N0} rows are new, {counts.Older:N0} are older than what was known, {counts.NotCompared:N0} could not be compared.</p>\n");
        page.Write($"<div class=\"pair\">\n<div>\n");
        Bars.Write(page, "Objects", ("Change", "Objects"), [.. Kinds(counts)]);
        page.Write($"</div>\n<div>\n");
        if (facts.Changed.Count > 0) First(page, facts.Changed, counts.Objects);
        page.Write($"</div>\n</div>\n");
        Section.End(page);
    }

    private static IEnumerable<Bar> Kinds(ChangeCounts counts) =>
    [
        new("added", counts.Added), new("removed", counts.Removed), new("moved", counts.Moved), new("relabelled", counts.Relabelled),
        new("reattributed", counts.Reattributed),
    ];

    private static void First(MarkupWriter page, IReadOnlyList<ObjectChange> changes, long all)
    {
        page.Write($"<h3>The first of them</h3>\n<ul class=\"files\">\n");
        foreach (var change in changes)
        {
            var title = Cut.To(change.DataTitle ?? change.LabelHash, LongestName);
            var kinds = string.Join(", ", change.Kinds).ToLowerInvariant();
            page.Write($"<li><b>{kinds}</b> {Names(change)} <code>{Cut.To(change.ObjectHash, LongestName)}</code>");
            if (change.Iou is { } overlap) page.Write($" IoU {overlap}");
            if (change.Distance is { } distance) page.Write($" by {distance} px");
            page.Write($" <span class=\"meta\">row {change.Ordinal}, {title}</span></li>\n");
        }
        page.Write($"</ul>\n<p class=\"more\"><a href=\"changes.jsonl\">All {all:N0} in changes.jsonl</a></p>\n");
    }

    private static string? Names(ObjectChange change)
    {
        var (before, after) = (Cut.To(change.Before?.Name, LongestName), Cut.To(change.After?.Name, LongestName));
        return before is null || after is null || before == after ? after ?? before : $"{before} → {after}";
    }
}
