namespace EncordFunctions.Bench.Masks;

/// <summary>Checks that masks come back as they were drawn, then prints how fast they are read and drawn, beside memory alone and COCO's code.</summary>
internal static class MaskComparison
{
    private const int RoundTrips = 20_000;

    public static async Task RunAsync(int rounds)
    {
        var coco = CocoMaskApi.Load();
        new MaskRoundTrip(coco).Run(RoundTrips);
        using var work = new MaskWork(coco);

        List<(string Name, Func<Task<long>> Work, int Ours)> works =
        [
            ("text to runs", work.TextToRuns, 0),
            ("runs to bytes", work.RunsToBytes, 1),
            ("text to bytes", work.TextToBytes, 2),
            ("text to PNG", work.TextToPng, 3),
            ("floor of runs to bytes: Span.Fill", work.FillBytes, 1),
            ("floor of text to PNG: Span.Fill of bits", work.FillPackedRows, 3),
        ];
        if (coco is not null)
        {
            works.AddRange(
            [
                ("COCO text to runs: rleFrString", work.TextToRunsByCoco, 0),
                ("COCO runs to bytes: rleDecode", work.RunsToBytesByCoco, 1),
                ("COCO text to bytes: both", work.TextToBytesByCoco, 2),
            ]);
        }
        var timings = await Timing.OfAsync(rounds, [.. works.Select(static work => work.Work)]);
        foreach (var (i, (name, _, ours)) in works.Index())
        {
            var compared = i == ours ? "" : $"   ours / this {timings[i].Cpu / timings[ours].Cpu,7:N2}  ({works[ours].Name})";
            Console.WriteLine($"  {name,-40} {MaskSet.Count / timings[i].Cpu,11:N0} masks/s of CPU {MaskSet.Count / timings[i].Wall,11:N0} masks/s on the clock{compared}");
        }
    }
}
