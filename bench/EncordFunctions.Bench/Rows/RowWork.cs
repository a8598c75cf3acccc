using EncordFunctions.Formats;
using EncordFunctions.Formats.Fragments;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Local.Sample;

namespace EncordFunctions.Bench.Rows;

/// <summary>What a row costs apart from its storage: a hundred rows of fifty objects, read and written into nothing.</summary>
internal sealed class RowWork
{
    /// <summary>How many rows it has.</summary>
    public const int Rows = 100;

    // Past the first rows of an export, which have a picture in the report.
    private const int FirstOrdinal = 1_000;
    private const int Objects = 50;

    private readonly byte[][] _rows;
    private readonly NoFolder _folder = new();

    /// <summary>How many bytes were written.</summary>
    public long Written => _folder.Length;

    public RowWork()
    {
        var export = LoadExport.Create(Rows, Objects, seed: 7);
        _rows = [.. Enumerable.Range(0, Rows).Select(number => export.Row(number).Json.ToArray())];
    }

    /// <summary>Reads each row twice, as the step does, and writes these formats of it.</summary>
    public async Task<long> RunAsync(IReadOnlyList<IFormat> formats)
    {
        for (var number = 0; number < Rows; number++)
        {
            var json = _rows[number];
            var row = await IndexAsync(json, number);
            var writers = Open(formats, row);
            await foreach (var one in Reader(number).ReadAsync(new MemoryStream(json), row.Index, default))
            {
                foreach (var writer in writers) await writer.WriteAsync(one, default);
            }
            await CompleteAsync(writers);
        }
        return Rows;
    }

    private static LabelRowReader Reader(int number) => new(new RowPlace("labels.json", 0, $"/{number}"));

    private static async Task<RowContext> IndexAsync(byte[] json, int number) =>
        new(FirstOrdinal + number, ((RowIndexing.Readable)await Reader(number).IndexAsync(new MemoryStream(json), default)).Index, null);

    private IRowWriter[] Open(IReadOnlyList<IFormat> formats, RowContext row)
    {
        var fragment = new FragmentFile(_folder.Create("fragment", ""));
        return
        [
            .. formats.Select(format => format switch
            {
                IRowFormat own => own.Open(row, _folder),
                IExportFormat joined => joined.OpenRow(row, fragment.Track(joined.Track)),
                _ => throw new NotSupportedException($"A format {format.Name} of neither kind."),
            }),
        ];
    }

    private static async Task CompleteAsync(IRowWriter[] writers)
    {
        foreach (var writer in writers)
        {
            await writer.CompleteAsync(default);
            await writer.DisposeAsync();
        }
    }
}
