namespace EncordFunctions.Formats.Ledger;

/// <summary>
/// What a derivative did with what came to it. A line that doesn't balance can't be made; <paramref name="In"/> is counted apart from
/// the rest.
/// </summary>
/// <param name="Derivative">The derivative's name.</param>
/// <param name="Of">What is counted.</param>
/// <param name="In">How many came in: <paramref name="Written"/> and every skip.</param>
/// <param name="Written">How many were written, those with a loss included.</param>
/// <param name="Skipped">Why how many were skipped, by reason.</param>
/// <exception cref="ArgumentException">Something is missing, or counted twice.</exception>
public sealed record LedgerLine(string Derivative, LedgerUnit Of, long In, long Written, IReadOnlyList<LedgerEntry> Skipped)
{
    /// <summary>How many were written, those with a loss included.</summary>
    public long Written { get; init; } = In == Written + Skipped.Sum(static entry => entry.Count)
        ? Written
        : throw new ArgumentException($"{Derivative}: {In} came in, {Written} were written and {Skipped.Sum(static entry => entry.Count)} skipped.");

    /// <summary>What the written ones lost, by reason: something of them that the format can't say. One may have lost several things.</summary>
    public IReadOnlyList<LedgerEntry> Losses { get; init; } = [];
}
