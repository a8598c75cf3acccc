namespace EncordFunctions.Bench;

/// <summary>One way to do a work, and how fast it is.</summary>
/// <param name="Name">Whose way.</param>
/// <param name="PerCpuSecond">How much in a second of CPU.</param>
/// <param name="PerSecond">How much in a second on the clock.</param>
/// <param name="Ratio">How many times as fast ours is.</param>
/// <param name="Note">What is said in place of figures.</param>
internal sealed record ComparisonLine(string Name, double? PerCpuSecond, double? PerSecond, double? Ratio, string? Note = null)
{
    /// <summary>A way that was timed, of which <paramref name="amount"/> was done.</summary>
    public static ComparisonLine Of(string name, double amount, Timing timing, Timing? ours = null) =>
        new(name, amount / timing.Cpu, amount / timing.Wall, ours is null ? null : timing.Cpu / ours.Cpu);

    /// <summary>A line of text, for instance why a way could not be timed.</summary>
    public static ComparisonLine Noted(string name, string note) => new(name, null, null, null, note);
}
