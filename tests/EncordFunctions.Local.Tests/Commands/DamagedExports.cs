using System.IO.Compression;
using System.Text;
using EncordFunctions.Local.Sample;

namespace EncordFunctions.Local.Tests.Commands;

/// <summary>Exports with faults of every kind that is not a row's alone, and rows with bytes that are wrong anywhere.</summary>
internal static class DamagedExports
{
    private const int Mutations = 40;

    private static readonly string Row = Encoding.UTF8.GetString(LoadExport.Create(1, 3, 1).Row(0).Json.Span);

    private static readonly string Group = """
        {"label_hash": "g", "data_hash": "dg", "data_type": "group", "data_units": {"dg": {"data_hash": "dg", "data_type": "group", "labels": {},
         "metadata": {"children": [{"data_hash": "gone", "label_hash": "nobody", "name": "gone.jpg", "layout_key": "0"}]} } },
         "object_answers": {}, "classification_answers": {}, "object_actions": {} }
        """;

    /// <summary>An ontology that knows none of the classes, and has a part that is wrong.</summary>
    public const string Ontology = """{"objects": [{"name": "Nameless"}], "classifications": []}""";

    /// <summary>Writes all of them as files of a folder.</summary>
    public static void WriteTo(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var (name, content) in All()) File.WriteAllBytes(Path.Combine(folder, name), content);
    }

    private static IEnumerable<(string Name, byte[] Content)> All()
    {
        yield return ("good.zip", SampleExport.Create().Content.ToArray());
        yield return ("faults.zip", SampleExport.CreateWithFault().Content.ToArray());
        foreach (var (name, json) in Texts()) yield return ($"{name}.json", Encoding.UTF8.GetBytes(json));
        foreach (var (name, zip) in Zips()) yield return ($"{name}.zip", zip);
        var bytes = Encoding.UTF8.GetBytes($"[{Row},{Row.Replace("label_hash\": \"", "label_hash\": \"x", StringComparison.Ordinal)},{Group}]");
        var random = new Random(20260301);
        for (var i = 0; i < Mutations; i++)
        {
            var mutated = (byte[])bytes.Clone();
            for (var fault = 0; fault <= i % 3; fault++) mutated[random.Next(mutated.Length)] = (byte)random.Next(' ', '~');
            yield return ($"mutated{i:D2}.json", i % 5 == 0 ? mutated[..random.Next(mutated.Length)] : mutated);
        }
    }

    private static IEnumerable<(string Name, string Json)> Texts() =>
    [
        ("empty", ""),
        ("blank", " \n "),
        ("nothing", "[]"),
        ("open", $"[{Row},"),
        ("opened", "["),
        ("trailing", $"{Row} x"),
        ("mark", $"\uFEFF[{Row}]"),
        ("coco", """{"images": [], "annotations": []}"""),
        ("numbers", "[1, \"two\", null]"),
        ("repeated", $"[{Row},\n{Row},\n{Row}]"),
        ("group", $"[{Group},{Row}]"),
    ];

    private static IEnumerable<(string Name, byte[] Zip)> Zips()
    {
        var good = Zip(("labels/a.json", $"[{Row}]"), ("labels/b.json", $"[{Group}]"));
        yield return ("not-a-zip", Encoding.UTF8.GetBytes(Row));
        yield return ("cut", good[..^30]);
        yield return ("no-json", Zip(("readme.txt", "x")));
        yield return ("no-rows", Zip(("a.json", "[]"), ("b.json", "")));
        yield return ("only-open", Zip(("a.json", "[")));
        yield return ("long-name", Zip(($"{new string('n', 400)}.json", "[7]")));
        yield return ("odd-name", Zip(("a\tb.json", "[7]")));
        yield return ("two-ontologies", Zip(("x/ontology.json", Ontology), ("a.json", $"[{Row}]"), ("x/y/ontology.json", Ontology)));
        yield return ("no-ontology", Zip(("ontology.json", "[1]"), ("a.json", $"[{Row}]")));
        var damaged = (byte[])good.Clone();
        damaged[damaged.AsSpan().IndexOf("labels/a.json"u8) + 60] ^= 0x55;
        yield return ("damaged", damaged);
        var ontology = Zip(("ontology.json", Ontology), ("a.json", $"[{Row}]"));
        ontology[ontology.AsSpan().IndexOf("ontology.json"u8) + 30] ^= 0x55;
        yield return ("damaged-ontology", ontology);
    }

    private static byte[] Zip(params (string Name, string Content)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }
        return stream.ToArray();
    }
}
