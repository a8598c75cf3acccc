using System.Globalization;
using EncordFunctions.Formats.Ledger;

namespace EncordFunctions.Formats.Report.Page;

/// <summary>What a format could not say of labels that are its business: those it left out, and those it wrote only with a loss.</summary>
/// <param name="Derivative">The format.</param>
/// <param name="Entries">Why and how often, the most frequent first.</param>
internal sealed record FormatLoss(string Derivative, IReadOnlyList<LedgerEntry> Entries)
{
    private const int ReasonsOneByOne = 3;

    // Ranges in COCO, pictures in segments, the third dimension in anything flat, later frames of a preview: nobody expects them there.
    private static readonly HashSet<string> NotItsBusiness = new(
        new[]
        {
            LedgerReason.NoFrame, LedgerReason.OnFrame, LedgerReason.NoFormForShape, LedgerReason.OutsideDataUnits, LedgerReason.PastFirstFrames,
            LedgerReason.PictureFull,
        }.Select(static reason => reason.Word),
        StringComparer.Ordinal);

    /// <summary>All of them, the format with the most first. What is skipped for a finding stands among the findings.</summary>
    public static IEnumerable<FormatLoss> Of(ReportFacts facts)
    {
        var codes = facts.Manifest.Issues.Select(static kind => kind.Code).ToHashSet(StringComparer.Ordinal);
        return facts.Manifest.Ledger
            .Select(line => new FormatLoss(line.Derivative, [.. Sorted(line.Skipped.Concat(line.Losses), codes)]))
            .Where(static loss => loss.Entries.Count > 0)
            .OrderByDescending(static loss => loss.Entries.Sum(static entry => entry.Count))
            .ThenBy(static loss => loss.Derivative, StringComparer.Ordinal);
    }

    /// <summary>The same in words: <c>coco.json: Its holes were joined to the outline by bridges (3)</c>.</summary>
    public string ToText(ReportFacts facts)
    {
        var said = Entries.Take(ReasonsOneByOne)
            .Select(entry => $"{Reasons.Title(entry.Reason, facts)} ({entry.Count.ToString("N0", CultureInfo.InvariantCulture)})");
        return $"{Derivative}: {string.Join(", ", said)}{(Entries.Count > ReasonsOneByOne ? ", …" : "")}";
    }

    private static IEnumerable<LedgerEntry> Sorted(IEnumerable<LedgerEntry> entries, HashSet<string> codes) => entries
        .Where(entry => !codes.Contains(entry.Reason) && !NotItsBusiness.Contains(entry.Reason))
        .OrderByDescending(static entry => entry.Count)
        .ThenBy(static entry => entry.Reason, StringComparer.Ordinal);
}
