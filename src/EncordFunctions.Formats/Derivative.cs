namespace EncordFunctions.Formats;

/// <summary>What can be chosen to be written beside what every row has.</summary>
/// <param name="Name">The word it is chosen by.</param>
/// <param name="Description">What it writes, in one line.</param>
/// <param name="ByDefault">Whether it is written where nothing is chosen.</param>
/// <param name="Variants">The words that may follow its name behind colons; <c>#</c> stands for a number.</param>
/// <param name="Create">Makes its formats; each has its own ledger.</param>
public sealed record Derivative(
    string Name, string Description, bool ByDefault, IReadOnlyList<string> Variants, Func<IReadOnlyList<string>, IReadOnlyList<IFormat>> Create);
