using System.Text.Json;
using EncordFunctions.Local.Azurite;
using EncordFunctions.Local.Sample;

namespace EncordFunctions.Bench.Growth;

/// <summary>Measures exports of more and more rows, and rows of more and more frames, each in a process of its own, for the most memory is a process's.</summary>
internal sealed class GrowthMeasurement : IDisposable
{
    private const int ObjectsOfARow = 5;
    private const int ObjectsOfAFrame = 20;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("growth-bench-");

    /// <summary>All points, as they are measured.</summary>
    /// <param name="scale">The largest input is the usual one divided by this.</param>
    public async IAsyncEnumerable<GrowthPoint> RunAsync(int scale)
    {
        foreach (var rows in new[] { 1_000, 10_000, 100_000 })
            if (rows <= 100_000 / scale) yield return await MeasureRowsAsync("many rows", rows, static zip => ["convert", zip]);
        foreach (var frames in new[] { 100, 10_000, 100_000 })
            if (frames <= 100_000 / scale) yield return await MeasureRowAsync(frames);
        foreach (var rows in new[] { 300, 1_000, 3_000 })
        {
            if (rows > 3_000 / scale) continue;
            // Each has an emulator of its own: one that holds more answers slower.
            await using var azurite = await AzuriteServer.StartAsync(new AzuriteOptions { Report = Console.WriteLine }, TimeProvider.System, default);
            yield return await MeasureRowsAsync("many rows, through storage", rows, zip => ["ingest", zip, azurite.ConnectionString]);
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<GrowthPoint> MeasureRowsAsync(string series, int rows, Func<string, string[]> command)
    {
        var path = Path.Combine(_folder.FullName, "rows.zip");
        LoadTotals totals;
        await using (var file = File.Create(path)) totals = await LoadExport.Create(rows, ObjectsOfARow, seed: 7).WriteZipAsync(file, default);
        return new GrowthPoint(series, $"{rows:N0} rows", totals.JsonBytes, await RunAsync(command(path)));
    }

    private async Task<GrowthPoint> MeasureRowAsync(int frames)
    {
        var path = Path.Combine(_folder.FullName, "row.json");
        LoadTotals totals;
        await using (var file = File.Create(path)) totals = await HugeRow.Create(frames, ObjectsOfAFrame).WriteAsync(file, default);
        return new GrowthPoint("one row of many frames", $"{frames:N0} frames", totals.JsonBytes, await RunAsync(["convert", path]));
    }

    private static async Task<GrowthOutcome> RunAsync(string[] command) =>
        JsonSerializer.Deserialize<GrowthOutcome>(await Programs.RunAsync(Programs.Itself, command))!;
}
