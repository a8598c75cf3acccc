using System.Text;
using EncordFunctions.Formats.Classes;
using EncordFunctions.Formats.Fragments;
using EncordFunctions.Formats.Ledger;
using EncordFunctions.Formats.Manifests;
using EncordFunctions.Labels.Ontologies;
using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Formats.Tests.Support;

/// <summary>An export written to one format, from its rows to the joined files, in memory.</summary>
internal sealed record Joined(MemoryFiles Files, IReadOnlyList<LedgerLine> Ledger, long Count)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Writes rows given by their events; their ordinals are those of their contexts.</summary>
    public static async Task<Joined> WriteAsync(IExportFormat format, Ontology? ontology, params (RowContext Row, RowEvent[] Events)[] rows)
    {
        var fragments = new List<(int Ordinal, byte[] Bytes)>();
        var ledger = new List<LedgerLine>();
        foreach (var (row, events) in rows)
        {
            var staged = new MemoryFiles();
            await using var file = staged.Create("fragment", "");
            await using var writer = format.OpenRow(row, new FragmentFile(file).Track(format.Track));
            foreach (var one in events) await writer.WriteAsync(one, Stop);
            ledger.Add(await writer.CompleteAsync(Stop));
            await file.CommitAsync(Stop);
            fragments.Add((row.Ordinal, staged.Files["fragment"]));
        }

        var classes = rows.SelectMany(static row => row.Events).OfType<RowEvent.AnnotationRead>()
            .GroupBy(static one => (one.Annotation.Name, one.Annotation.FeatureHash))
            .Select(static kind => new ManifestClass(kind.Key.Name, kind.Key.FeatureHash, kind.LongCount()))
            .ToArray();
        var export = new ExportContext
        {
            Manifest = new Manifest { Export = "one-0123456789abcdef", Blob = "one.zip", ETag = "0x1", Formats = format.Name, Classes = classes, Ledger = ledger },
            Classes = new ClassList(ontology, classes),
            Ontology = ontology,
        };
        var files = new MemoryFiles();
        await using var joining = format.OpenExport(export, files);
        foreach (var (ordinal, bytes) in fragments.OrderBy(static fragment => fragment.Ordinal))
        {
            await joining.BeginRowAsync(ordinal, Stop);
            await foreach (var record in FragmentReader.ReadAsync(new MemoryStream(bytes), Stop))
                if (format.Reads.Contains(record.Track)) await joining.TakeAsync(record, Stop);
        }
        var count = await joining.CompleteAsync(Stop);
        Assert.Equal(ledger.Sum(static line => line.Written), count);
        return new Joined(files, ledger, count);
    }

    /// <summary>Writes rows given as the vendor's JSON, one text a row.</summary>
    public static async Task<Joined> WriteAsync(IExportFormat format, Ontology? ontology, params string[] rows)
    {
        var read = new List<(RowContext Row, RowEvent[] Events)>();
        foreach (var text in rows)
        {
            var json = Encoding.UTF8.GetBytes(text);
            var reader = new LabelRowReader(new RowPlace("labels.json", 0, $"/{read.Count}"), ontology);
            var index = Assert.IsType<RowIndexing.Readable>(await reader.IndexAsync(new MemoryStream(json), Stop)).Index;
            var events = new List<RowEvent>();
            await foreach (var one in reader.ReadAsync(new MemoryStream(json), index, Stop)) events.Add(one);
            read.Add((new RowContext(read.Count, index, ontology), [.. events]));
        }
        return await WriteAsync(format, ontology, [.. read]);
    }
}
