using EncordFunctions.Formats;

namespace EncordFunctions.Bench.Coco;

/// <summary>
/// How many annotations a second are written to fragments and joined to one COCO file, for more and more rows, beside the same bytes
/// written to a file, and beside the runtime's JSON writer.
/// </summary>
internal static class CocoComparison
{
    public static async Task<Comparison> RunAsync(int rounds, IReadOnlyList<string> variants)
    {
        using var folder = new DiskFolder();
        var work = new CocoWork(CocoJson.Of(variants), folder);
        await work.ReadAsync();
        var lines = new List<ComparisonLine>();
        var rates = new List<double>();
        foreach (var rows in new[] { 1_000, 4_000, 16_000 })
        {
            var annotations = await work.WriteAsync(rows);
            await work.JoinAsync();
            var floor = new CocoFloor(folder);
            List<Func<Task<long>>> works = [() => work.WriteAsync(rows), work.JoinAsync, floor.WriteBytesAsync];
            // The runtime's document holds all of the file, so it gets the smallest.
            if (rates.Count == 0) works.Add(floor.WriteJsonAsync);
            var timings = await Timing.OfAsync(rounds, works);
            var both = new Timing(timings[0].Cpu + timings[1].Cpu, timings[0].Wall + timings[1].Wall);
            rates.Add(annotations / both.Cpu);
            lines.Add(ComparisonLine.Of($"{rows:N0} rows: written and joined", annotations, both));
            lines.Add(ComparisonLine.Of($"{rows:N0} rows, part: written", annotations, timings[0]));
            lines.Add(ComparisonLine.Of($"{rows:N0} rows, part: joined", annotations, timings[1]));
            lines.Add(ComparisonLine.Of($"{rows:N0} rows, floor: the same bytes to a file", annotations, timings[2], both));
            if (timings.Length > 3) lines.Add(ComparisonLine.Of($"{rows:N0} rows, floor: Utf8JsonWriter", annotations, timings[3], both));
        }
        return new Comparison(
            "COCO: annotations in memory to coco.json on disk, 50 annotations a row",
            "annotations/s",
            lines,
            new Goal("COCO writing", "100,000 annotations/s", "300,000", $"{rates[0]:N0} annotations/s"),
            new Goal("COCO writing, 16,000 rows beside 1,000", "linear", "linear", $"{rates[^1] / rates[0]:N2} of the speed"));
    }
}
