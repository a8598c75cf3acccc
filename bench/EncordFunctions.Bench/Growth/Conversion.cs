using EncordFunctions.Bench.Coco;
using EncordFunctions.Formats;
using EncordFunctions.Formats.Classes;
using EncordFunctions.Formats.Fragments;
using EncordFunctions.Formats.Manifests;
using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Bench.Growth;

/// <summary>
/// All of the pipeline's work on an export but for the storage: inflate, find the rows, read each twice, write its derivatives and its
/// fragment, join the fragments. What would be blobs are files on disk.
/// </summary>
internal sealed class Conversion : IDisposable
{
    private const int MostHeld = 1024 * 1024;
    private const string Fragments = "fragments";

    private readonly DiskFolder _folder = new();
    private readonly DerivativeList _formats = DerivativeList.Default;
    private readonly List<long> _lengths = [];

    /// <returns>How many annotations were written.</returns>
    public async Task<long> RunAsync(string upload)
    {
        var entry = await StagedEntry.OfAsync(upload, _folder);
        var annotations = 0L;
        await using (var fragments = new DiskFile(_folder.PathOf(Fragments)))
        {
            for (var ordinal = 0; ordinal < entry.Rows.Count; ordinal++) annotations += await WriteAsync(entry, ordinal, fragments);
            await fragments.CommitAsync(default);
        }
        await JoinAsync();
        return annotations;
    }

    public void Dispose() => _folder.Dispose();

    private async Task<long> WriteAsync(StagedEntry entry, int ordinal, DiskFile fragments)
    {
        var span = entry.Rows[ordinal];
        var reader = new LabelRowReader(new RowPlace("labels.json", span.Offset, $"/{ordinal}"));
        RowIndexing indexing;
        await using (var content = await entry.OpenAsync(span)) indexing = await reader.IndexAsync(content, default);
        var row = new RowContext(ordinal, ((RowIndexing.Readable)indexing).Index, null);
        var fragment = new FragmentFile(fragments);
        var files = new RowFolder(_folder);
        IRowWriter[] writers =
        [
            .. _formats.RowFormats.Select(format => format.Open(row, files)),
            .. _formats.ExportFormats.Select(format => format.OpenRow(row, fragment.Track(format.Track))),
        ];
        var annotations = 0L;
        await using (var content = await entry.OpenAsync(span))
        {
            await foreach (var one in reader.ReadAsync(content, row.Index, default))
            {
                if (one is RowEvent.AnnotationRead) annotations++;
                foreach (var writer in writers) await writer.WriteAsync(one, default);
            }
        }
        foreach (var writer in writers)
        {
            await writer.CompleteAsync(default);
            await writer.DisposeAsync();
        }
        _lengths.Add(fragment.Length);
        return annotations;
    }

    private async Task JoinAsync()
    {
        var export = new ExportContext
        {
            Manifest = new Manifest { Export = "bench", Blob = "bench.zip", ETag = "0x1", Formats = _formats.ToString() },
            Classes = new ClassList(null, []),
        };
        var joining = _formats.ExportFormats.Select(format => (Format: format, Writer: format.OpenExport(export, _folder))).ToArray();
        await using var fragments = File.OpenRead(_folder.PathOf(Fragments));
        for (var ordinal = 0; ordinal < _lengths.Count; ordinal++)
        {
            foreach (var (_, writer) in joining) await writer.BeginRowAsync(ordinal, default);
            await foreach (var record in FragmentReader.ReadAsync(await OpenAsync(fragments, _lengths[ordinal]), default))
            {
                foreach (var (format, writer) in joining)
                    if (format.Reads.Contains(record.Track)) await writer.TakeAsync(record, default);
            }
        }
        foreach (var (_, writer) in joining)
        {
            await writer.CompleteAsync(default);
            await writer.DisposeAsync();
        }
    }

    /// <summary>A row's fragment, held where it is small; a large one is that of an only row.</summary>
    private static async Task<Stream> OpenAsync(FileStream fragments, long length)
    {
        if (length > MostHeld) return fragments;
        var held = new byte[length];
        await fragments.ReadExactlyAsync(held);
        return new MemoryStream(held);
    }
}
