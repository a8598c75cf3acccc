using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using EncordFunctions.Local.Sample;

namespace EncordFunctions.Pipeline.Tests.Privacy;

/// <summary>The sample, every modality and shape of it, with private values in every member that may hold one.</summary>
public static class PlantedExport
{
    public static byte[] Of(BuiltExport sample, Markers markers)
    {
        using var made = new MemoryStream();
        using (var zip = new ZipArchive(made, ZipArchiveMode.Create, leaveOpen: true))
        using (var original = new ZipArchive(new MemoryStream(sample.Content.ToArray())))
        {
            foreach (var entry in original.Entries.Where(static entry => entry.Name is [not '.', ..] and not "README.txt"))
            {
                using var content = entry.Open();
                var json = JsonNode.Parse(content)!;
                if (entry.Name != "ontology.json")
                {
                    foreach (var row in json is JsonArray rows ? [.. rows] : (JsonNode?[])[json]) new Planting(row!.AsObject(), markers).Row();
                }
                Add(zip, entry.FullName, Encoding.UTF8.GetBytes(json.ToJsonString()));
            }
            Add(zip, "labels/faults.json", FaultyRows.Of(markers));
        }
        return made.ToArray();
    }

    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        using var stream = zip.CreateEntry(name).Open();
        stream.Write(content);
    }
}
