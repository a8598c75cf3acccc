namespace EncordFunctions.Formats;

/// <summary>
/// What a derivative did with what came to it. A line that doesn't balance can't be made; <paramref name="In"/> is counted apart from
/// the rest.
/// </summary>
/// <param name="Derivative">The derivative's name.</param>
/// <param name="In">How many came in: <paramref name="Written"/> and every skip.</param>
/// <param name="Written">How many were written.</param>
/// <param name="Skipped">Issue code → how many were skipped for it.</param>
/// <exception cref="ArgumentException">Something is missing, or counted twice.</exception>
public sealed record LedgerLine(string Derivative, long In, long Written, IReadOnlyDictionary<string, long> Skipped)
{
    /// <summary>How many were written.</summary>
    public long Written { get; init; } = In == Written + Skipped.Values.Sum()
        ? Written
        : throw new ArgumentException($"{Derivative}: {In} came in, {Written} were written and {Skipped.Values.Sum()} skipped.");
}
