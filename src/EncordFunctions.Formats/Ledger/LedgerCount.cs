using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Formats.Ledger;

/// <summary>Keeps a derivative's ledger while a row is written.</summary>
/// <param name="derivative">Its name.</param>
/// <param name="of">What is counted.</param>
/// <param name="ordinal">Place of the row in the export, for examples; null where there is no row.</param>
internal sealed class LedgerCount(string derivative, LedgerUnit of, int? ordinal)
{
    private const int PointerChars = 120;

    private readonly SortedDictionary<string, LedgerEntry> _skipped = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, LedgerEntry> _losses = new(StringComparer.Ordinal);
    private long _in;
    private long _written;

    /// <summary>One came in. Whatever happens to it is counted when it has happened.</summary>
    public void Take() => _in++;

    public void Wrote() => _written++;

    public void Skip(Issue issue) => Count(_skipped, issue.Code.Id, () => At(Cut(issue.Pointer)));

    public void Skip(LedgerReason reason, Annotation annotation) => Count(_skipped, reason.Word, () => At(annotation));

    /// <summary>What is about the whole row.</summary>
    public void Skip(LedgerReason reason) => Count(_skipped, reason.Word, () => $"row {ordinal}");

    /// <summary>One that is written, which is counted apart, loses something.</summary>
    public void Lose(LedgerReason reason, Annotation annotation) => Count(_losses, reason.Word, () => At(annotation));

    public LedgerLine ToLine() => new(derivative, of, _in, _written, [.. _skipped.Values]) { Losses = [.. _losses.Values] };

    private static void Count(SortedDictionary<string, LedgerEntry> entries, string reason, Func<string> example) =>
        entries[reason] = entries.TryGetValue(reason, out var known) ? known with { Count = known.Count + 1 } : new LedgerEntry(reason, 1, example());

    private string At(Annotation annotation)
    {
        var where = annotation.Frame is { Number: var frame } ? $"frame {frame}, object" : "object";
        return At($"{where} {Cut(annotation.ObjectHash)}");
    }

    private string At(string place) => ordinal is { } row ? $"row {row}, {place}" : place;

    private static string Cut(string text) => text.Length <= PointerChars ? text : $"…{text[^(PointerChars - 1)..]}";
}
