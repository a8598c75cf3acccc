using System.IO.Compression;
using System.Text.Json;
using EncordFunctions.Formats.Ledger;
using EncordFunctions.Formats.Tests.Support;
using EncordFunctions.Labels.Ontologies;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Local.Sample;

namespace EncordFunctions.Formats.Tests.Coco;

/// <summary>A written <c>coco.json</c>, parsed.</summary>
internal sealed record CocoFile(JsonElement Root, IReadOnlyList<LedgerLine> Ledger, string Text)
{
    public JsonElement[] Annotations => Array("annotations");

    public JsonElement[] Images => Array("images");

    public JsonElement[] Categories => Array("categories");

    public JsonElement Only => Assert.Single(Annotations);

    public IEnumerable<(string Reason, long Count)> Skips => Ledger.SelectMany(line => line.Skipped).Select(one => (one.Reason, one.Count));

    public IEnumerable<(string Reason, long Count)> Losses => Ledger.SelectMany(line => line.Losses).Select(one => (one.Reason, one.Count));

    /// <summary>Writes rows given as JSON; a variant is <c>encord</c>, <c>list</c>, both with a colon between, or none.</summary>
    public static async Task<CocoFile> OfAsync(string variants, Ontology? ontology, params string[] rows) =>
        Of(await Joined.WriteAsync(CocoJson.Of(variants.Split(':')), ontology, rows));

    public static Task<CocoFile> OfAsync(string variants, Ontology? ontology, params IReadOnlyList<SampleRow> rows) =>
        OfAsync(variants, ontology, [.. rows.Select(row => System.Text.Encoding.UTF8.GetString(row.Json.Span))]);

    /// <summary>Writes one row given by its events.</summary>
    public static async Task<CocoFile> OfAsync(string variants, params RowEvent[] events) =>
        Of(await Joined.WriteAsync(CocoJson.Of(variants.Split(':')), null, (Writing.Row, events)));

    public static CocoFile Of(Joined joined)
    {
        var text = joined.Files.Text("coco.json");
        return new CocoFile(JsonDocument.Parse(text).RootElement, joined.Ledger, text);
    }

    /// <summary>The rows of the sample export, the sample's ontology, and what the rows hold.</summary>
    public static (string[] Rows, Ontology Ontology, RowTruth[] Truth) Sample()
    {
        var export = SampleExport.Create();
        using var zip = new ZipArchive(new MemoryStream(export.Content.ToArray()));
        var rows = new List<string>();
        Ontology? ontology = null;
        foreach (var entry in zip.Entries.Where(entry => entry.Name.EndsWith(".json", StringComparison.Ordinal) && !entry.FullName.StartsWith("__", StringComparison.Ordinal)))
        {
            using var content = new MemoryStream();
            using (var from = entry.Open()) from.CopyTo(content);
            if (entry.Name == "ontology.json")
            {
                ontology = Assert.IsType<OntologyReading.Readable>(OntologyReader.Read(content.ToArray(), entry.Name)).Ontology;
                continue;
            }
            var root = JsonDocument.Parse(content.ToArray()).RootElement;
            rows.AddRange(root.ValueKind == JsonValueKind.Array ? root.EnumerateArray().Select(row => row.GetRawText()) : [root.GetRawText()]);
        }
        var truth = export.Truth.Rows.ToDictionary(row => row.LabelHash);
        return ([.. rows], ontology!, [.. rows.Select(row => truth[JsonDocument.Parse(row).RootElement.GetProperty("label_hash").GetString()!])]);
    }

    private JsonElement[] Array(string name) => [.. Root.GetProperty(name).EnumerateArray()];
}
