using EncordFunctions.Formats;
using EncordFunctions.Formats.Classes;
using EncordFunctions.Formats.Fragments;
using EncordFunctions.Formats.Manifests;
using EncordFunctions.Labels.Masks;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Shapes;
using EncordFunctions.Local.Sample;

namespace EncordFunctions.Bench.Coco;

/// <summary>Writes the records of many rows to disk, and joins them. The rows were read before; there are a hundred, over and over.</summary>
internal sealed class CocoWork(CocoJson format, DiskFolder folder)
{
    /// <summary>The records of all rows.</summary>
    public const string Fragments = "fragments";

    /// <summary>What is joined of them.</summary>
    public const string Joined = "coco.json";

    private const int Distinct = 100;
    private const int Objects = 50;

    private readonly List<(RowContext Row, RowEvent[] Events)> _rows = [];
    private readonly List<int> _lengths = [];

    public async Task ReadAsync()
    {
        var export = LoadExport.Create(Distinct, Objects, seed: 7);
        for (var ordinal = 0; ordinal < Distinct; ordinal++)
        {
            var json = export.Row(ordinal).Json.ToArray();
            var reader = new LabelRowReader(new RowPlace("labels.json", 0, $"/{ordinal}"));
            var index = ((RowIndexing.Readable)await reader.IndexAsync(new MemoryStream(json), default)).Index;
            var events = new List<RowEvent>();
            await foreach (var one in reader.ReadAsync(new MemoryStream(json), index, default)) events.Add(one);
            _rows.Add((new RowContext(ordinal, index, null), [.. events]));
        }
    }

    /// <returns>How many annotations were written.</returns>
    public async Task<long> WriteAsync(int rows)
    {
        _lengths.Clear();
        await using var file = new DiskFile(folder.PathOf(Fragments));
        var written = 0L;
        for (var ordinal = 0; ordinal < rows; ordinal++)
        {
            var (row, events) = _rows[ordinal % Distinct];
            var fragment = new FragmentFile(file);
            await using var writer = format.OpenRow(row with { Ordinal = ordinal }, fragment.Track(format.Track));
            foreach (var one in events) await writer.WriteAsync(WithNewMask(one), default);
            written += (await writer.CompleteAsync(default)).Written;
            _lengths.Add((int)fragment.Length);
        }
        await file.CommitAsync(default);
        return written;
    }

    /// <summary>Joins what was written last, a row's records in memory at a time.</summary>
    /// <returns>How many annotations were joined.</returns>
    public async Task<long> JoinAsync()
    {
        var export = new ExportContext
        {
            Manifest = new Manifest { Export = "bench", Blob = "bench.zip", ETag = "0x1", Formats = "coco" },
            Classes = new ClassList(null, []),
        };
        await using var joining = format.OpenExport(export, folder);
        await using var fragments = File.OpenRead(folder.PathOf(Fragments));
        for (var ordinal = 0; ordinal < _lengths.Count; ordinal++)
        {
            var bytes = new byte[_lengths[ordinal]];
            await fragments.ReadExactlyAsync(bytes);
            await joining.BeginRowAsync(ordinal, default);
            await foreach (var record in FragmentReader.ReadAsync(new MemoryStream(bytes), default)) await joining.TakeAsync(record, default);
        }
        return await joining.CompleteAsync(default);
    }

    // A mask keeps its counts once they are found, and a row that is written again must not find them there.
    private static RowEvent WithNewMask(RowEvent one) =>
        one is RowEvent.AnnotationRead { Annotation: { Shape: Bitmask { Mask: var mask } } annotation }
            ? new RowEvent.AnnotationRead(annotation with { Shape = new Bitmask(Mask.FromRuns(mask.Runs, mask.Width, mask.Height)) })
            : one;
}
