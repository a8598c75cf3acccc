using System.Text;

namespace EncordFunctions.Bench.Growth;

/// <summary>Measures growth and writes it into docs/performance.md, as a plot and a table.</summary>
internal static class GrowthReport
{
    private const double Megabyte = 1e6;

    public static async Task<Comparison> RunAsync(int scale)
    {
        var points = new List<GrowthPoint>();
        using var measurement = new GrowthMeasurement();
        await foreach (var point in measurement.RunAsync(scale))
        {
            points.Add(point);
            Console.WriteLine($"{point.Series}, {point.Name}: {Describe(point)}");
        }
        var docs = Path.Combine(Repository.Root, "docs");
        await File.WriteAllTextAsync(Path.Combine(docs, "images", "growth.svg"), GrowthPlot.Draw(points));
        await GeneratedPart.ReplaceAsync(Path.Combine(docs, "performance.md"), "growth", await TextAsync(points));
        return new Comparison(
            "Growth: time for an annotation and memory, for more and more",
            "",
            [.. points.Select(static point => ComparisonLine.Noted($"{point.Series}, {point.Name}", Describe(point)))],
            [.. points.GroupBy(static point => point.Series).Select(Memory)]);
    }

    private static string Describe(GrowthPoint point) =>
        $"{point.JsonBytes / Megabyte:N1} MB of JSON, {point.Outcome.Clock:N1} s, {point.CpuMicroseconds:N1} µs of CPU an annotation, "
        + $"{point.Outcome.PeakBytes / Megabyte:N0} MB";

    private static Goal Memory(IGrouping<string, GrowthPoint> series) => new(
        $"memory, {series.Key}: {series.First().Name} to {series.Last().Name}",
        "flat, under 256 MB",
        "128 MB",
        $"{series.First().Outcome.PeakBytes / Megabyte:N0} to {series.Last().Outcome.PeakBytes / Megabyte:N0} MB");

    private static async Task<string> TextAsync(IReadOnlyList<GrowthPoint> points)
    {
        var text = new StringBuilder()
            .AppendLine("![Time for an annotation, and the most memory, over the size of the input](images/growth.svg)").AppendLine()
            .AppendLine(await Machine.DescribeAsync()).AppendLine()
            .AppendLine("| input | | JSON | annotations | time | CPU an annotation | clock an annotation | most memory |")
            .AppendLine("|---|---|--:|--:|--:|--:|--:|--:|");
        foreach (var point in points)
        {
            text.AppendLine(
                $"| {point.Series} | {point.Name} | {point.JsonBytes / Megabyte:N1} MB | {point.Outcome.Annotations:N0} | {point.Outcome.Clock:N1} s | "
                + $"{point.CpuMicroseconds:N1} µs | {point.ClockMicroseconds:N1} µs | {point.Outcome.PeakBytes / Megabyte:N0} MB |");
        }
        return text.ToString();
    }
}
