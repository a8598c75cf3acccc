using System.Text.Json;
using EncordFunctions.Formats.Ledger;
using EncordFunctions.Labels.Ontologies;
using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Formats.Tests.Support;

/// <summary>A row written to one format, from the vendor's JSON.</summary>
internal sealed record WrittenRow(MemoryFiles Files, LedgerLine Ledger, long Annotations)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<WrittenRow> OfAsync(IRowFormat format, ReadOnlyMemory<byte> json, Ontology? ontology = null)
    {
        var content = json.ToArray();
        var reader = new LabelRowReader(new RowPlace("labels.json", 0, "/0"), ontology);
        var index = Assert.IsType<RowIndexing.Readable>(await reader.IndexAsync(new MemoryStream(content), Stop)).Index;
        var files = new MemoryFiles();
        await using var writer = format.Open(new RowContext(0, index, ontology), files);
        var annotations = 0L;
        await foreach (var one in reader.ReadAsync(new MemoryStream(content), index, Stop))
        {
            if (one is RowEvent.AnnotationRead) annotations++;
            await writer.WriteAsync(one, Stop);
        }
        var ledger = await writer.CompleteAsync(Stop);
        Assert.Equal((LedgerUnit.Annotations, annotations), (ledger.Of, ledger.In));
        return new WrittenRow(files, ledger, annotations);
    }

    public IReadOnlyList<JsonElement> Lines(string path) =>
        [.. Files.Text(path).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonDocument.Parse(line).RootElement)];
}
