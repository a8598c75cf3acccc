using System.Text;
using EncordFunctions.Labels.Ontologies;
using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Formats.Tests.Yolo;

/// <summary>Reads rows of the vendor's JSON to events, which can be written in any order then.</summary>
internal static class Reading
{
    public static async Task<(RowContext Row, RowEvent[] Events)> RowAsync(string text, int ordinal, Ontology? ontology)
    {
        var json = Encoding.UTF8.GetBytes(text);
        var reader = new LabelRowReader(new RowPlace("labels.json", 0, $"/{ordinal}"), ontology);
        var index = Assert.IsType<RowIndexing.Readable>(await reader.IndexAsync(new MemoryStream(json), TestContext.Current.CancellationToken)).Index;
        var events = new List<RowEvent>();
        await foreach (var one in reader.ReadAsync(new MemoryStream(json), index, TestContext.Current.CancellationToken)) events.Add(one);
        return (new RowContext(ordinal, index, ontology), [.. events]);
    }
}
