using System.IO.Compression;
using System.Text;
using System.Text.Json;
using EncordFunctions.Formats.Tests.Support;
using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Ontologies;
using EncordFunctions.Local.Sample;

namespace EncordFunctions.Formats.Tests.Yolo;

/// <summary>Writing exports for one task, and reading its files back without the code that wrote them.</summary>
internal static class Yolo
{
    public static string[] Tasks { get; } = ["detect", "segment", "pose", "obb"];

    public static YoloLabels Of(string task) => YoloLabels.All.Single(format => format.Name == $"yolo/{task}");

    public static Task<Joined> WriteAsync(string task, params SampleRow[] rows) =>
        Joined.WriteAsync(Of(task), null, [.. rows.Select(static row => Encoding.UTF8.GetString(row.Json.Span))]);

    /// <summary>The only line of the only label file.</summary>
    public static double[] OnlyLine(Joined joined, string task)
    {
        var file = Assert.Single(joined.Files.Files.Keys, static path => path.EndsWith(".txt", StringComparison.Ordinal));
        return Assert.Single(Read(joined, task, file)).Numbers;
    }

    public static IReadOnlyList<(int Class, double[] Numbers)> Read(Joined joined, string task, string file) =>
        LoaderRules.Read(joined.Files.Text(file), task, Names(joined, task).Length, Keypoints(joined, task));

    /// <summary>The names of the classes as data.yaml has them, which must count up from 0.</summary>
    public static string[] Names(Joined joined, string task)
    {
        var lines = joined.Files.Text($"yolo/{task}/data.yaml").Split('\n').SkipWhile(static line => line != "names:").Skip(1);
        return [.. lines.Where(static line => line.Length > 0).Select((line, number) =>
        {
            Assert.StartsWith($"  {number}: \"", line);
            return JsonSerializer.Deserialize<string>(line[(line.IndexOf(':') + 2)..])!;
        })];
    }

    public static int Keypoints(Joined joined, string task)
    {
        var line = joined.Files.Text($"yolo/{task}/data.yaml").Split('\n').SingleOrDefault(static line => line.StartsWith("kpt_shape: ", StringComparison.Ordinal));
        return line is null ? 0 : JsonSerializer.Deserialize<int[]>(line["kpt_shape: ".Length..])![0];
    }

    public static Vertex[] VerticesOf(double[] numbers, int width, int height) =>
        [.. numbers.Chunk(2).Select(pair => new Vertex(pair[0] * width, pair[1] * height))];

    /// <summary>The rows of the sample export, with the ontology that is in it.</summary>
    public static (string[] Rows, IReadOnlyList<RowTruth> Truth, Ontology Ontology) Sample()
    {
        var export = SampleExport.Create();
        using var zip = new ZipArchive(new MemoryStream(export.Content.ToArray()));
        var rows = new List<string>();
        Ontology? ontology = null;
        foreach (var entry in zip.Entries.Where(static entry => entry.FullName.EndsWith(".json", StringComparison.Ordinal) && !entry.FullName.StartsWith("__", StringComparison.Ordinal)))
        {
            var bytes = new MemoryStream();
            using (var content = entry.Open()) content.CopyTo(bytes);
            if (entry.FullName == "ontology.json")
            {
                ontology = Assert.IsType<OntologyReading.Readable>(OntologyReader.Read(bytes.ToArray(), entry.FullName)).Ontology;
                continue;
            }
            using var json = JsonDocument.Parse(bytes.ToArray());
            if (json.RootElement.ValueKind == JsonValueKind.Array) rows.AddRange(json.RootElement.EnumerateArray().Select(static row => row.GetRawText()));
            else rows.Add(json.RootElement.GetRawText());
        }
        return ([.. rows], export.Truth.Rows, ontology!);
    }
}
