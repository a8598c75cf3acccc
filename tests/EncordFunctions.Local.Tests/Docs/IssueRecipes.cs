using System.Globalization;
using System.Text;
using EncordFunctions.Pipeline.Tests.Zip;

namespace EncordFunctions.Local.Tests.Docs;

/// <summary>The examples of <c>docs/issues.md</c> that can't be shown as text, by the name the text gives them.</summary>
internal static class IssueRecipes
{
    private static readonly byte[] Row = """[{"label_hash": "l", "data_type": "image", "data_units": {"u": {"labels": {}}}}]"""u8.ToArray();

    private static readonly byte[] Ontology = """{"objects": [], "classifications": []}"""u8.ToArray();

    private static readonly RawEntry A = new("a.json", Row);

    private static readonly RawEntry B = new("b.json", Row);

    /// <summary>The files of an example; the first of them is what is inspected.</summary>
    public static IReadOnlyList<(string Name, byte[] Content)> Make(string recipe) => recipe == "a-large-ontology"
        ? [("labels.json", Row), ("ontology.json", Encoding.UTF8.GetBytes($$"""{"objects": [], "note": "{{new string('n', 17 << 20)}}"}"""))]
        : [MakeOne(recipe)];

    private static (string Name, byte[] Content) MakeOne(string recipe) => recipe switch
    {
        "long-metadata" => ("labels.json", Encoding.UTF8.GetBytes(
            $$$"""[{"label_hash": "l", "data_type": "image", "client_metadata": {"note": "{{{new string('n', 1_000_000)}}}"}, "data_units": {"u": {"labels": {} } } }]""")),
        "a-tangled-polygon" => ("labels.json", RowOf(
            $""" "shape": "polygon", "polygons": [[[{string.Join(", ", Enumerable.Range(0, 100_000).SelectMany(Spoke))}]]]""")),
        "a-long-object" => ("labels.json", RowOf($"\"name\": \"{new string('n', 64 << 20)}\"")),
        "a-fragmented-mask" => ("labels.json", RowOf(
            $$""" "shape": "bitmask", "bitmask": {"rleString": "111{{new string('0', 20_000_000)}}", "top": 0, "left": 0, "width": 5000, "height": 5000}""", 5000)),
        "an-ontology-alone" => ("ontology.json", Ontology),
        "a-text" => ("labels.zip", "Labels of the first week.\n"u8.ToArray()),
        _ => ("labels.zip", Zip(recipe)),
    };

    private static byte[] Zip(string recipe) => recipe switch
    {
        "a-zip-cut-short" => new RawZip(A).Build()[..^1],
        "a-zip-with-a-byte-behind" => new RawZip(A) { Suffix = [0] }.Build(),
        "a-zip-behind-a-line" => new RawZip(A) { Prefix = [.. "#!/bin/sh\n"u8] }.Build(),
        "a-zip-in-a-comment" => new RawZip(A) { Comment = new RawZip(B).Build() }.Build(),
        "a-second-part" => new RawZip(A) { Disk = 1 }.Build(),
        "an-entry-too-many" => new RawZip(A) { EntriesHere = 2, EntriesTotal = 2 }.Build(),
        "overlapping-entries" => new RawZip(A, B with { HeaderOffset = 0 }).Build(),
        "too-many-entries" => new RawZip([.. Enumerable.Range(0, 100_001).Select(number => new RawEntry($"{number}.json", []) { Method = 0 })]) { IsWide = true }.Build(),
        "too-large" => new RawZip(A with { IsWide = true, Size = 40L << 30 }).Build(),
        "two-of-one-name" => new RawZip(A, A).Build(),
        "no-json" => new RawZip(A with { Name = "readme.txt" }).Build(),
        "encrypted" => new RawZip(A with { Flags = 1 }).Build(),
        "another-method" => new RawZip(A with { Method = 12 }).Build(),
        "another-name-in-the-header" => new RawZip(A with { LocalName = "b.json" }).Build(),
        "wrong-check-sum" => new RawZip(A with { Crc = 1 }).Build(),
        "wrong-size" => new RawZip(A with { Size = 10 }).Build(),
        "damaged-content" => new RawZip(A with { Compressed = [.. Enumerable.Repeat((byte)0xFF, 100)] }).Build(),
        "two-ontologies" => new RawZip(A, new RawEntry("ontology.json", Ontology), new RawEntry("old/ontology.json", Ontology)).Build(),
        "an-empty-entry" => new RawZip(A with { Content = [] }, B).Build(),
        _ => throw new InvalidOperationException($"There is no recipe {recipe}."),
    };

    private static byte[] RowOf(string members, int side = 1) => Encoding.UTF8.GetBytes(
        $$$"""
        [{"label_hash": "l", "data_type": "image", "data_units": {"u": {"width": {{{side}}}, "height": {{{side}}}, "labels": {"objects": [
          {"objectHash": "a", {{{members}}} }
        ]}} }} ]
        """);

    /// <summary>A point on one side of the picture, and for the next number one on the other: a line between them crosses all others.</summary>
    private static IEnumerable<string> Spoke(int number)
    {
        var (sin, cos) = Math.SinCos(number * Math.PI * 1.0001);
        return [Invariant(0.5 + (0.5 * cos)), Invariant(0.5 + (0.5 * sin))];
    }

    private static string Invariant(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
