using System.Text;

namespace EncordFunctions.Bench.Results;

/// <summary>The page of results: first what the design asks, then every comparison.</summary>
internal static class ResultsPage
{
    public const string Command = "dotnet run -c Release --project bench/EncordFunctions.Bench -- results";

    public static string Write(string machine, IReadOnlyList<Comparison> comparisons)
    {
        var page = new StringBuilder()
            .AppendLine("# Results").AppendLine()
            .AppendLine("Written by").AppendLine()
            .AppendLine("```sh").AppendLine(Command).AppendLine("```").AppendLine()
            .AppendLine($"on {machine}").AppendLine()
            .AppendLine("[README.md](README.md) says what each line is. *Ours / this* is how many times as fast ours is as the line: below 1 beside a floor, above 1")
            .AppendLine("beside a program that is slower. It is of CPU time; beside `unzip` and of the whole pipeline it is of the clock. Ratios compare from machine to")
            .AppendLine("machine, speeds don't.").AppendLine()
            .AppendLine("## What the design asks").AppendLine()
            .AppendLine("| work | reach | stretch | measured |")
            .AppendLine("|---|---|---|---|");
        foreach (var goal in comparisons.SelectMany(static comparison => comparison.Goals))
            page.AppendLine($"| {goal.Work} | {goal.Reach} | {goal.Stretch} | {goal.Measured} |");
        foreach (var comparison in comparisons) Append(page, comparison);
        return page.ToString();
    }

    private static void Append(StringBuilder page, Comparison comparison)
    {
        page.AppendLine().AppendLine($"## {comparison.Title}").AppendLine();
        var figures = comparison.Lines.Where(static line => line.Note is null).ToArray();
        if (figures.Length > 0)
        {
            page.AppendLine($"| | {comparison.Unit} of CPU | {comparison.Unit} on the clock | ours / this |").AppendLine("|---|--:|--:|--:|");
            foreach (var line in figures)
                page.AppendLine($"| {line.Name} | {Rate(line.PerCpuSecond)} | {Rate(line.PerSecond)} | {line.Ratio?.ToString("N2", null)} |");
        }
        var notes = comparison.Lines.Where(static line => line.Note is not null).ToArray();
        if (figures.Length > 0 && notes.Length > 0) page.AppendLine();
        foreach (var line in notes) page.AppendLine($"- {line.Name.Trim()}: {line.Note}");
    }

    private static string? Rate(double? rate) => rate?.ToString("N0", null);
}
