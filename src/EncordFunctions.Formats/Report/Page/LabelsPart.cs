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
        page.Write($"<section id=\"labels\" class=\"card\" aria-labelledby=\"labels-h\">\n<h2 id=\"labels-h\">Labels</h2>\n<div class=\"pair\">\n<div>\n");
        Bars.Write(page, "Classes", ("Class", "Annotations"), [.. Classes(facts)]);
        Unused(page, facts);
        page.Write($"</div>\n<div>\n");
        Bars.Write(page, "Shapes", ("Shape", "Annotations"), [.. Sorted(facts.Manifest.Shapes)]);
        Bars.Write(page, "Kinds of data", ("Data type", "Rows"), [.. facts.DataTypes.Largest.Select(static one => (one.Name, one.Count, (string?)null))]);
        page.Write($"</div>\n</div>\n</section>\n");
    }

    private static IEnumerable<(string, long, string?)> Classes(ReportFacts facts)
    {
        var sorted = facts.Manifest.Classes
            .OrderByDescending(static one => one.Annotations)
            .ThenBy(static one => one.Name, StringComparer.Ordinal)
            .ThenBy(static one => one.FeatureHash, StringComparer.Ordinal)
            .ToArray();
        foreach (var one in sorted.Take(MostClasses))
        {
            var rest = one is { Name: ManifestClass.Others, FeatureHash: null };
            yield return (rest ? "all further classes" : NameOf(one), one.Annotations, rest ? null : ColourOf(one, facts));
        }
        if (sorted.Length > MostClasses) yield return ($"{sorted.Length - MostClasses} further classes", sorted.Skip(MostClasses).Sum(static one => one.Annotations), null);
    }

    // What the ontology has and nobody drew is worth knowing before training.
    private static void Unused(MarkupWriter page, ReportFacts facts)
    {
        var drawn = facts.Manifest.Classes.Where(static one => one.Annotations > 0).Select(static one => one.FeatureHash).ToHashSet(StringComparer.Ordinal);
        string[] unused = [.. (facts.Export.Ontology?.Objects ?? []).Where(one => !drawn.Contains(one.Hash)).Select(static one => Cut.To(one.Name ?? one.Hash, LongestName)!)];
        if (unused.Length == 0) return;
        page.Write($"<p class=\"hint\">Of the ontology, but never drawn: {string.Join(", ", unused.Take(MostClasses))}");
        if (unused.Length > MostClasses) page.Write($" and {unused.Length - MostClasses:N0} more");
        page.Write($".</p>\n");
    }

    private static string NameOf(ManifestClass one) => Cut.To(one.Name ?? one.FeatureHash ?? "unnamed", LongestName)!;

    private static string ColourOf(ManifestClass one, ReportFacts facts) =>
        facts.Export.Ontology?.FindObject(one.FeatureHash)?.Color is { } stated
            ? Colours.Of(stated, one.FeatureHash, one.Name)
            : facts.Rows.Colours.Of(one.FeatureHash, one.Name);

    private static IEnumerable<(string, long, string?)> Sorted(IReadOnlyDictionary<string, long> counts) => counts
        .OrderByDescending(static one => one.Value).ThenBy(static one => one.Key, StringComparer.Ordinal).Select(static one => (one.Key, one.Value, (string?)null));
}
