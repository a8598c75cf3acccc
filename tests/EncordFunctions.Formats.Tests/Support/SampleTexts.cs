using System.IO.Compression;
using System.Text.Json;
using EncordFunctions.Local.Sample;

namespace EncordFunctions.Formats.Tests.Support;

/// <summary>The label rows of the sample export, one text each, and what they hold.</summary>
internal static class SampleTexts
{
    public static (string[] Rows, ExportTruth Truth) Read()
    {
        var export = SampleExport.Create();
        using var zip = new ZipArchive(new MemoryStream(export.Content.ToArray()));
        var rows = new List<string>();
        foreach (var entry in zip.Entries.Where(entry => entry.FullName.StartsWith("labels/", StringComparison.Ordinal) && entry.Name.EndsWith(".json", StringComparison.Ordinal)))
        {
            using var json = JsonDocument.Parse(entry.Open());
            if (json.RootElement.ValueKind == JsonValueKind.Object) rows.Add(json.RootElement.GetRawText());
            else rows.AddRange(json.RootElement.EnumerateArray().Select(row => row.GetRawText()));
        }
        return ([.. rows], export.Truth);
    }
}
