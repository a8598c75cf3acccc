namespace EncordFunctions.Formats;

/// <summary>What a derivative did with what came to it: <see cref="In"/> = <see cref="Written"/> + every skip.</summary>
/// <param name="Derivative">The derivative's name.</param>
/// <param name="In">How many came in.</param>
/// <param name="Written">How many were written.</param>
/// <param name="Skipped">Issue code → how many were skipped for it.</param>
public sealed record LedgerLine(string Derivative, long In, long Written, IReadOnlyDictionary<string, long> Skipped)
{
    /// <summary>Whether nothing is missing.</summary>
    public bool Balances => In == Written + Skipped.Values.Sum();
}
