namespace EncordFunctions.Bench.Vendor;

/// <summary>What the script measured of one work.</summary>
/// <param name="Cpu">Seconds of CPU of the fastest round.</param>
/// <param name="Clock">Seconds on the clock of the fastest round.</param>
/// <param name="Count">How much it did.</param>
/// <param name="Error">What it raised instead.</param>
internal sealed record SdkFigure(double Cpu, double Clock, long Count, string? Error)
{
    /// <summary>Where there is no SDK.</summary>
    public static SdkFigure Missing { get; } = new(0, 0, 0, $"left out: {EncordSdk.Variable} is not set; bench/README.md says how to get the SDK");

    /// <summary>Beside ours, which did <paramref name="amount"/> in <paramref name="ours"/>, per second of CPU.</summary>
    /// <param name="name">What was done.</param>
    /// <param name="amount">How much of it ours did, in the unit of the line.</param>
    /// <param name="ours">How long ours took.</param>
    /// <param name="unit">How much one of the count is in the unit of the line.</param>
    public ComparisonLine Beside(string name, double amount, Timing ours, double unit = 1) => Error is not null
        ? ComparisonLine.Noted(name, $"{Error}")
        : new ComparisonLine(name, Count * unit / Cpu, Count * unit / Clock, amount / ours.Cpu / (Count * unit / Cpu));
}
