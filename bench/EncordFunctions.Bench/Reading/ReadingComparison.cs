namespace EncordFunctions.Bench.Reading;

/// <summary>How fast exports are read on one thread, beside what the runtime needs for inflating and for tokens alone.</summary>
internal static class ReadingComparison
{
    public static async IAsyncEnumerable<Comparison> RunAsync(int rounds, string? only = null)
    {
        foreach (var input in await ReadingInput.CreateAllAsync())
        {
            if (only is null || input.Name == only) yield return await RunAsync(rounds, input);
        }
    }

    private static async Task<Comparison> RunAsync(int rounds, ReadingInput input)
    {
        var work = new ReadingWork(input);
        var annotations = await work.ReadAsync();
        var megabytes = input.JsonBytes / 1e6;
        var title = $"Reading, {input.Name}: {await work.ScanAsync():N0} rows, {annotations:N0} annotations, {megabytes:N1} MB of JSON, "
            + $"zip {input.Zip.Length / 1e6:N1} MB";
        var timings = await Timing.OfAsync(rounds, work.ReadAsync, work.InflateAsync, work.TokensAsync, work.IndexAsync, work.ScanAsync);
        var (ours, floor) = (timings[0], new Timing(timings[1].Cpu + timings[2].Cpu, timings[1].Wall + timings[2].Wall));
        return new Comparison(
            title,
            "MB/s",
            [
                Line("zip to annotations in pixels", ours),
                Line("floor: inflate (ZipArchive)", timings[1], ours),
                Line("floor: Utf8JsonReader", timings[2], ours),
                Line("floor: inflate and Utf8JsonReader", floor, ours),
                Line("part: find the rows and index them", timings[3]),
                Line("part: find the rows", timings[4]),
            ],
            new Goal($"zip to validated geometry in pixels, {input.Name}", "100 MB/s of JSON", "200 MB/s", $"{megabytes / ours.Cpu:N0} MB/s"));

        ComparisonLine Line(string name, Timing timing, Timing? ours = null) => ComparisonLine.Of(name, megabytes, timing, ours);
    }
}
