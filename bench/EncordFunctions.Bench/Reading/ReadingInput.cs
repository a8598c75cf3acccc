using System.IO.Compression;
using EncordFunctions.Local.Sample;
using EncordFunctions.Pipeline.Zip;

namespace EncordFunctions.Bench.Reading;

/// <summary>An export in memory.</summary>
/// <param name="Name">What to print.</param>
/// <param name="Zip">Its bytes.</param>
/// <param name="Directory">Its directory.</param>
/// <param name="Entries">The JSON of its entries, for the floor that does not inflate.</param>
internal sealed record ReadingInput(string Name, byte[] Zip, ZipDirectory Directory, byte[][] Entries)
{
    /// <summary>How much JSON it is.</summary>
    public long JsonBytes { get; } = Entries.Sum(static entry => (long)entry.Length);

    public static async Task<IReadOnlyList<ReadingInput>> CreateAllAsync()
    {
        var mixed = new MemoryStream();
        await LoadExport.Create(rows: 1_000, objectsPerRow: 50, seed: 7).WriteZipAsync(mixed, default);
        var film = new MemoryStream();
        await HugeRow.Create(frames: 2_000, objects: 20).WriteAsync(film, default);
        return
        [
            await OpenAsync("boxes", Zipped(BoxRows.Write(rows: 2_000))),
            await OpenAsync("mixed", mixed.ToArray()),
            await OpenAsync("film", Zipped(film.ToArray())),
            await OpenAsync("sample", SampleExport.Create().Content.ToArray()),
        ];
    }

    public static async Task<ReadingInput> OpenAsync(string name, byte[] zip)
    {
        var reading = (ZipReading.Readable)await ZipDirectory.ReadAsync(new MemorySource(zip), ArchiveLimits.Default, default);
        var entries = new List<byte[]>();
        await using var reader = new ZipEntryReader(new MemorySource(zip), reading.Directory);
        foreach (var entry in reading.Directory.RowEntries)
        {
            var json = new MemoryStream();
            await using var content = await reader.OpenAsync(entry, default);
            await content.CopyToAsync(json);
            entries.Add(json.ToArray());
        }
        return new ReadingInput(name, zip, reading.Directory, [.. entries]);
    }

    private static byte[] Zipped(byte[] json)
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            using var entry = zip.CreateEntry("labels.json", CompressionLevel.Fastest).Open();
            entry.Write(json);
        }
        return bytes.ToArray();
    }
}
