using System.Globalization;

namespace EncordFunctions.Pipeline.Tests.Running.Memory.Blobs;

/// <summary>A blob that appeared.</summary>
/// <param name="Content">All of it.</param>
/// <param name="Blocks">What it consists of, by the ids of its blocks, where it was put in blocks.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Metadata">What the user says of it.</param>
/// <param name="Modified">When it appeared: its stamp.</param>
internal sealed record StoredBlob(
    byte[] Content, IReadOnlyDictionary<string, byte[]> Blocks, string ContentType, IReadOnlyDictionary<string, string> Metadata, DateTimeOffset Modified)
{
    /// <summary>Without the quotes that headers have around it.</summary>
    public string ETag { get; } = $"0x{Modified.UtcTicks.ToString("X", CultureInfo.InvariantCulture)}";

    public ServiceAnswer Stamp(ServiceAnswer answer) =>
        answer.With("ETag", $"\"{ETag}\"").With("Last-Modified", ServiceTime.Text(Modified)).With("x-ms-request-server-encrypted", "true");

    /// <summary>The headers of a GET and HEAD.</summary>
    public ServiceAnswer Describe(ServiceAnswer answer)
    {
        Stamp(answer).With("Content-Length", Content.Length.ToString(CultureInfo.InvariantCulture)).With("Content-Type", ContentType)
            .With("x-ms-blob-type", "BlockBlob").With("x-ms-creation-time", ServiceTime.Text(Modified)).With("Accept-Ranges", "bytes")
            .With("x-ms-lease-status", "unlocked").With("x-ms-lease-state", "available").With("x-ms-server-encrypted", "true");
        foreach (var (name, value) in Metadata) answer.With(BlobService.MetadataPrefix + name, value);
        return answer;
    }
}
