namespace EncordFunctions.Bench.Reading;

/// <summary>Prints how fast exports are read on one thread, beside what the runtime needs for inflating and for tokens alone.</summary>
internal static class ReadingComparison
{
    public static async Task RunAsync(int rounds, string? only)
    {
        foreach (var input in await ReadingInput.CreateAllAsync())
        {
            if (only is not null && input.Name != only) continue;
            var work = new ReadingWork(input);
            var annotations = await work.ReadAsync();
            Console.WriteLine(
                $"{input.Name}: {await work.ScanAsync():N0} rows, {annotations:N0} annotations, {input.JsonBytes / 1e6:N1} MB of JSON, zip {input.Zip.Length / 1e6:N1} MB");
            var timings = await Timing.OfAsync(rounds, work.ReadAsync, work.InflateAsync, work.TokensAsync, work.IndexAsync, work.ScanAsync);
            var (ours, floor) = (timings[0], new Timing(timings[1].Cpu + timings[2].Cpu, timings[1].Wall + timings[2].Wall));
            Print("zip to annotations in pixels", ours, ours, input);
            Print("floor: inflate", timings[1], ours, input);
            Print("floor: Utf8JsonReader", timings[2], ours, input);
            Print("floor: inflate and Utf8JsonReader", floor, ours, input);
            Print("part: find the rows and index them", timings[3], ours, input);
            Print("part: find the rows", timings[4], ours, input);
        }
    }

    private static void Print(string name, Timing timing, Timing ours, ReadingInput input) => Console.WriteLine(
        $"  {name,-36} {input.JsonBytes / 1e6 / timing.Cpu,7:N0} MB/s of CPU {input.JsonBytes / 1e6 / timing.Wall,7:N0} MB/s on the clock   ours / this {timing.Cpu / ours.Cpu,5:N2}");
}
