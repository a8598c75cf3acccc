namespace EncordFunctions.Bench;

/// <summary>One work beside what else does it.</summary>
/// <param name="Title">What is done, to what.</param>
/// <param name="Unit">What is counted a second.</param>
/// <param name="Lines">Ours first, as a rule.</param>
/// <param name="Goals">What the design asks of it.</param>
internal sealed record Comparison(string Title, string Unit, IReadOnlyList<ComparisonLine> Lines, params IReadOnlyList<Goal> Goals)
{
    /// <summary>Writes it to the console.</summary>
    public void Print()
    {
        Console.WriteLine(Title);
        foreach (var line in Lines)
        {
            var name = $"  {line.Name,-48}";
            if (line.Note is not null) Console.WriteLine($"{name} {line.Note}");
            else Console.WriteLine($"{name} {Rate(line.PerCpuSecond)} {Unit} of CPU {Rate(line.PerSecond)} {Unit} on the clock   {Ratio(line)}");
        }
    }

    private static string Rate(double? rate) => $"{(rate is { } known ? known.ToString("N0", null) : "-"),11}";

    private static string Ratio(ComparisonLine line) => line.Ratio is { } ratio ? $"ours / this {ratio,8:N2}" : "";
}
