using EncordFunctions.Bench.Coco;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Pipeline.Unpacking;
using EncordFunctions.Pipeline.Zip;

namespace EncordFunctions.Bench.Growth;

/// <summary>An entry, inflated to disk, and where its rows are.</summary>
internal sealed class StagedEntry(string path, IReadOnlyList<RowSpan> rows)
{
    private const int MostHeld = 4 * 1024 * 1024;
    private const int Piece = 256 * 1024;

    public IReadOnlyList<RowSpan> Rows => rows;

    /// <summary>Inflates the one entry of a zip, or copies a file that is JSON.</summary>
    public static async Task<StagedEntry> OfAsync(string upload, DiskFolder folder)
    {
        if (upload.EndsWith(".json", StringComparison.Ordinal))
        {
            await using var file = File.OpenRead(upload);
            return await StageAsync(file, folder);
        }
        using var source = new FileSource(upload);
        var directory = ((ZipReading.Readable)await ZipDirectory.ReadAsync(source, ArchiveLimits.Default, default)).Directory;
        await using var reader = new ZipEntryReader(source, directory);
        await using var content = await reader.OpenAsync(directory.RowEntries.Single(), default);
        return await StageAsync(content, folder);
    }

    /// <summary>The bytes of a row: held where they are few, as the pipeline does, else read as they come; such a row is the last of its entry.</summary>
    public async Task<Stream> OpenAsync(RowSpan row)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, useAsync: false);
        file.Position = row.Offset;
        if (row.Length > MostHeld) return file;
        await using (file)
        {
            var held = new byte[row.Length];
            await file.ReadExactlyAsync(held);
            return new MemoryStream(held);
        }
    }

    private static async Task<StagedEntry> StageAsync(Stream content, DiskFolder folder)
    {
        var (path, rows, scan, piece) = (folder.PathOf("staged"), new List<RowSpan>(), new EntryScan(), new byte[Piece]);
        await using var file = File.Create(path, bufferSize: 0);
        for (int read; (read = await content.ReadAsync(piece)) > 0;)
        {
            scan.Push(piece.AsSpan(0, read), rows);
            await file.WriteAsync(piece.AsMemory(0, read));
        }
        scan.Complete(rows, "");
        return new StagedEntry(path, rows);
    }
}
