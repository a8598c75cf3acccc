namespace EncordFunctions.Formats.Ledger;

/// <summary>How often something was skipped, or written with a loss, for one reason.</summary>
/// <param name="Reason">An issue code, or the word of a <see cref="LedgerReason"/>.</param>
/// <param name="Count">How often.</param>
/// <param name="Example">Where the first of them is; null where that would not fit a table.</param>
public sealed record LedgerEntry(string Reason, long Count, string? Example);
