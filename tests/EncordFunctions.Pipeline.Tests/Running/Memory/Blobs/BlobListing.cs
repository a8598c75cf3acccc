using System.Xml.Linq;

namespace EncordFunctions.Pipeline.Tests.Running.Memory.Blobs;

/// <summary>Pages of the blobs of a container, flat or with what a delimiter ends put together.</summary>
internal static class BlobListing
{
    private const int Largest = 5000;

    private static readonly string[] Known = ["restype", "comp", "prefix", "delimiter", "marker", "maxresults", "include", "timeout"];

    public static ServiceAnswer Of(ServiceRequest request, StoredContainer container)
    {
        var withMetadata = string.Equals(request.Parameter("include"), "metadata", StringComparison.OrdinalIgnoreCase);
        if ((request.Parameter("include") is not null && !withMetadata) || request.Parameters.Except(Known).Any()) throw request.NotServed();
        var prefix = request.Parameter("prefix") ?? "";
        var marker = request.Parameter("marker") ?? "";
        var size = Math.Min(request.Number("maxresults") ?? Largest, Largest);
        var entries = container.Blobs.Where(blob => blob.Key.StartsWith(prefix, StringComparison.Ordinal))
            .Select(blob => (Name: Fold(blob.Key, prefix, request.Parameter("delimiter")), Blob: blob))
            .DistinctBy(static entry => entry.Name)
            .Where(entry => string.CompareOrdinal(entry.Name, marker) >= 0)
            .Take(size + 1).ToList();
        var next = entries.Count > size ? entries[size].Name : "";
        var listed = entries.Take(size).Select(entry =>
            entry.Name == entry.Blob.Key ? Element(entry.Name, entry.Blob.Value, withMetadata) : new XElement("BlobPrefix", new XElement("Name", entry.Name)));
        var xml = new XElement("EnumerationResults", new XElement("Prefix", prefix), new XElement("Blobs", listed), new XElement("NextMarker", next));
        return ServiceAnswer.Xml(200, xml.ToString(SaveOptions.DisableFormatting));
    }

    private static string Fold(string name, string prefix, string? delimiter)
    {
        var end = delimiter is null ? -1 : name.IndexOf(delimiter, prefix.Length, StringComparison.Ordinal);
        return end < 0 ? name : name[..(end + delimiter!.Length)];
    }

    private static XElement Element(string name, StoredBlob blob, bool withMetadata) => new(
        "Blob",
        new XElement("Name", name),
        new XElement(
            "Properties",
            new XElement("Creation-Time", ServiceTime.Text(blob.Modified)),
            new XElement("Last-Modified", ServiceTime.Text(blob.Modified)),
            new XElement("Etag", blob.ETag),
            new XElement("Content-Length", blob.Content.Length),
            new XElement("Content-Type", blob.ContentType),
            new XElement("BlobType", "BlockBlob"),
            new XElement("LeaseStatus", "unlocked"),
            new XElement("LeaseState", "available"),
            new XElement("ServerEncrypted", true)),
        withMetadata ? new XElement("Metadata", blob.Metadata.Select(static pair => new XElement(pair.Key, pair.Value))) : null);
}
