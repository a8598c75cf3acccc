using System.IO.Compression;
using EncordFunctions.Local.Sample;

namespace EncordFunctions.Bench.Zips;

/// <summary>How fast zips on disk are inflated and checked, as one entry and as an entry a row, beside the runtime's archive and Info-ZIP's unzip.</summary>
internal static class ZipComparison
{
    private const int Rows = 1_000;

    public static async IAsyncEnumerable<Comparison> RunAsync(int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("zip-bench-");
        try
        {
            var export = LoadExport.Create(Rows, objectsPerRow: 50, seed: 7);
            var (one, many) = (Path.Combine(folder.FullName, "one.zip"), Path.Combine(folder.FullName, "many.zip"));
            await using (var file = File.Create(one)) await export.WriteZipAsync(file, default);
            await WriteManyAsync(many, export);
            yield return await RunAsync(rounds, "one entry", one);
            yield return await RunAsync(rounds, $"{Rows:N0} entries", many);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task WriteManyAsync(string path, LoadExport export)
    {
        await using var zip = await ZipFile.OpenAsync(path, ZipArchiveMode.Create);
        for (var ordinal = 0; ordinal < Rows; ordinal++)
        {
            await using var entry = await zip.CreateEntry($"labels/{ordinal:D8}.json", CompressionLevel.Fastest).OpenAsync();
            await entry.WriteAsync(export.Row(ordinal).Json);
        }
    }

    private static async Task<Comparison> RunAsync(int rounds, string name, string path)
    {
        var work = new ZipWork(path);
        var megabytes = await work.ReadAsync() / 1e6;
        var timings = await Timing.OfAsync(rounds, work.ReadAsync, work.ReadByRuntimeAsync);
        var lines = new List<ComparisonLine>
        {
            ComparisonLine.Of("ours: inflated, check sums compared", megabytes, timings[0]),
            ComparisonLine.Of("ZipArchive: inflated alone", megabytes, timings[1], timings[0]),
        };
        if (Programs.Find("unzip") is null)
        {
            lines.Add(ComparisonLine.Noted("unzip", "left out: there is no unzip on this machine; it is Info-ZIP's, a package of most systems"));
        }
        else
        {
            // Its CPU is another process's; the start of that process is in its time.
            var others = await Timing.OfAsync(rounds, work.TestByUnzipAsync, work.PipeByUnzipAsync);
            lines.Add(Clocked("unzip -t: inflated, check sums compared", others[0]));
            lines.Add(Clocked("unzip -p: the same, to a pipe", others[1]));
        }
        return new Comparison($"Zip, {name}: {new FileInfo(path).Length / 1e6:N1} MB on disk, {megabytes:N1} MB of JSON", "MB/s", lines);

        ComparisonLine Clocked(string line, Timing timing) => new(line, null, megabytes / timing.Wall, timing.Wall / timings[0].Wall);
    }
}
