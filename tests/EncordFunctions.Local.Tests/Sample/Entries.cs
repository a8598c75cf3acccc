using System.IO.Compression;
using System.Text;
using System.Text.Json;
using EncordFunctions.Local.Sample;

namespace EncordFunctions.Local.Tests.Sample;

/// <summary>What is in the zip of a sample, by other means than the project's own.</summary>
internal static class Entries
{
    public static IEnumerable<string> TextOf(BuiltExport export)
    {
        using var zip = new ZipArchive(new MemoryStream(export.Content.ToArray()));
        foreach (var entry in zip.Entries.Where(entry => entry.FullName.StartsWith("labels/", StringComparison.Ordinal) && entry.Length > 0))
        {
            using var text = new StreamReader(entry.Open());
            yield return text.ReadToEnd();
        }
    }

    public static IEnumerable<JsonElement> RowsOf(BuiltExport export) => TextOf(export)
        .Select(text => JsonElement.Parse(text))
        .SelectMany(root => root.ValueKind == JsonValueKind.Array ? root.EnumerateArray().ToArray() : [root]);

    /// <summary>The rows as they lie in the zip, each with its truth.</summary>
    public static IEnumerable<SampleRow> SampleRowsOf(BuiltExport export) =>
        RowsOf(export).Zip(export.Truth.Rows, static (row, truth) => new SampleRow(Encoding.UTF8.GetBytes(row.GetRawText()), truth));
}
