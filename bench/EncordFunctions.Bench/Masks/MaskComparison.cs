namespace EncordFunctions.Bench.Masks;

/// <summary>Checks that masks come back as they were drawn; then how fast they are read and drawn, beside memory alone and COCO's code.</summary>
internal static class MaskComparison
{
    private const int RoundTrips = 20_000;
    private const int Bytes = 1;
    private const int Png = 3;

    public static async Task<Comparison> RunAsync(int rounds)
    {
        var coco = CocoMaskApi.Load();
        new MaskRoundTrip(coco).Run(RoundTrips);
        using var work = new MaskWork(coco);

        List<(string Name, Func<Task<long>> Work, int Ours)> works =
        [
            ("text to runs", work.TextToRuns, 0),
            ("runs to bytes", work.RunsToBytes, Bytes),
            ("text to bytes", work.TextToBytes, 2),
            ("text to PNG", work.TextToPng, Png),
            ("floor of runs to bytes: Span.Fill", work.FillBytes, Bytes),
            ("floor of text to PNG: Span.Fill of bits", work.FillPackedRows, Png),
        ];
        if (coco is not null)
        {
            works.AddRange(
            [
                ("COCO text to runs: rleFrString", work.TextToRunsByCoco, 0),
                ("COCO runs to bytes: rleDecode", work.RunsToBytesByCoco, Bytes),
                ("COCO text to bytes: both", work.TextToBytesByCoco, 2),
            ]);
        }
        var timings = await Timing.OfAsync(rounds, [.. works.Select(static work => work.Work)]);
        var lines = works.Select((one, i) => ComparisonLine.Of(one.Name, MaskSet.Count, timings[i], i == one.Ours ? null : timings[one.Ours])).ToList();
        if (coco is null) lines.Add(ComparisonLine.Noted("COCO's C code", $"left out: {CocoMaskApi.Variable} is not set; bench/README.md says how to build it"));
        var byCoco = coco is null ? "COCO's code is not here" : $"{timings[^2].Cpu / timings[Bytes].Cpu:N1} ×";
        return new Comparison(
            $"Masks: {MaskSet.Count} blobs of 0.3 to 2 megapixels",
            "masks/s",
            lines,
            new Goal("RLE runs to bytes, beside COCO's C rleDecode", "10 ×", "25 ×", byCoco),
            new Goal("bitmask text to PNG", "4,000 masks/s", "20,000 masks/s", $"{MaskSet.Count / timings[Png].Cpu:N0} masks/s"));
    }
}
