using EncordFunctions.Formats.Manifests;
using EncordFunctions.Formats.Markup;

namespace EncordFunctions.Formats.Report.Page;

/// <summary>Which classes and shapes there are, and on what kinds of data.</summary>
internal static class LabelsPart
{
    private const int MostClasses = 30;
    private const int LongestName = 60;

    public static void Write(MarkupWriter page, ReportFacts facts)
    {
        Section.Begin(page, "labels", "Labels");
        page.Write($"<div class=\"pair\">\n<div>\n");
        Bars.Write(page, "Classes", ("Class", "Annotations"), [.. Classes(facts)]);
        Unused(page, facts);
        page.Write($"</div>\n<div>\n");
        Bars.Write(page, "Shapes", ("Shape", "Annotations"), [.. Sorted(facts.Manifest.Shapes)]);
        Bars.Write(page, "Kinds of data", ("Data type", "Rows"), [.. Bars.Of(facts.DataTypes, MostClasses)]);
        page.Write($"</div>\n</div>\n");
        Section.End(page);
    }

    private static IEnumerable<Bar> Classes(ReportFacts facts)
    {
        var sorted = facts.Manifest.Classes
            .OrderByDescending(static one => one.Annotations)
            .ThenBy(static one => one.Name, StringComparer.Ordinal)
            .ThenBy(static one => one.FeatureHash, StringComparer.Ordinal)
            .ToArray();
        var repeated = sorted.GroupBy(static one => one.Name)
            .Where(static same => same.Skip(1).Any()).Select(static same => same.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var one in sorted.Take(MostClasses))
        {
            if (one is { Name: ManifestClass.Others, FeatureHash: null }) yield return new Bar("all further classes", one.Annotations);
            else yield return new Bar(NameOf(one), one.Annotations, ColourOf(one, facts), repeated.Contains(one.Name) ? KindOf(one, facts) : null);
        }
        if (sorted.Length <= MostClasses) yield break;
        yield return new Bar($"{sorted.Length - MostClasses} further classes", sorted.Skip(MostClasses).Sum(static one => one.Annotations));
    }

    // What the ontology has and nobody drew is worth knowing before training.
    private static void Unused(MarkupWriter page, ReportFacts facts)
    {
        var drawn = facts.Manifest.Classes.Where(static one => one.Annotations > 0).Select(static one => one.FeatureHash).ToHashSet(StringComparer.Ordinal);
        string[] unused =
        [
            .. (facts.Export.Ontology?.Objects ?? []).Where(one => !drawn.Contains(one.Hash)).Select(static one => Cut.To(one.Name ?? one.Hash, LongestName)!),
        ];
        if (unused.Length == 0) return;
        page.Write($"<p class=\"hint\">Of the ontology, but never drawn: {string.Join(", ", unused.Take(MostClasses))}");
        if (unused.Length > MostClasses) page.Write($" and {unused.Length - MostClasses:N0} more");
        page.Write($".</p>\n");
    }

    private static string NameOf(ManifestClass one) => Cut.To(one.Name ?? one.FeatureHash ?? "unnamed", LongestName)!;

    // Classes may share a name: an ontology has often a class for each shape of a thing.
    private static string? KindOf(ManifestClass one, ReportFacts facts) =>
        facts.Export.Ontology?.FindObject(one.FeatureHash)?.Shape ?? Cut.To(one.FeatureHash, LongestName);

    private static string ColourOf(ManifestClass one, ReportFacts facts) =>
        facts.Export.Ontology?.FindObject(one.FeatureHash)?.Color is { } stated
            ? Colours.Of(stated, one.FeatureHash, one.Name)
            : facts.Rows.Colours.Of(one.FeatureHash, one.Name);

    private static IEnumerable<Bar> Sorted(IReadOnlyDictionary<string, long> counts) => counts
        .OrderByDescending(static one => one.Value).ThenBy(static one => one.Key, StringComparer.Ordinal).Select(static one => new Bar(one.Key, one.Value));
}
