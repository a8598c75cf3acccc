using System.Text.Encodings.Web;
using System.Text.Json;

namespace EncordFunctions.Formats.Manifests;

/// <summary>
/// Writes <c>manifest.json</c>. It is the last file of an export: where it stands, all it lists is there. It has no time in it, so the
/// same export always has the same manifest.
/// </summary>
public static class ManifestWriter
{
    /// <summary>Its path in the export's folder.</summary>
    public const string Path = "manifest.json";

    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Indented = true,
        NewLine = "\n",
        SkipValidation = true,
    };

    /// <summary>Writes and commits it.</summary>
    /// <param name="files">The export's folder.</param>
    /// <param name="manifest">All but the groups, the files and the outcome.</param>
    /// <param name="groups">The data groups, by ordinal; they are passed on one by one.</param>
    /// <param name="derivatives">The files, sorted by path; they are passed on one by one.</param>
    /// <param name="outcome">How the export ended; asked for when the last file was passed on, for a missing one changes it.</param>
    /// <param name="cancellationToken">Ends the writing; nothing is left behind.</param>
    public static async Task WriteAsync(
        IOutputFiles files,
        Manifest manifest,
        IAsyncEnumerable<ManifestGroup> groups,
        IAsyncEnumerable<ManifestFile> derivatives,
        Func<ManifestOutcome> outcome,
        CancellationToken cancellationToken)
    {
        await using var file = files.Create(Path, "application/json");
        var json = new Utf8JsonWriter(file, Options);
        json.WriteStartObject();
        ManifestJson.Write(json, manifest);
        json.WriteStartArray("groups"u8);
        await foreach (var group in groups.WithCancellation(cancellationToken))
        {
            ManifestJson.Write(json, group);
            json.Flush();
            await file.FlushAsync(cancellationToken);
        }
        json.WriteEndArray();
        json.WriteStartArray("derivatives"u8);
        await foreach (var derivative in derivatives.WithCancellation(cancellationToken))
        {
            ManifestJson.Write(json, derivative);
            json.Flush();
            await file.FlushAsync(cancellationToken);
        }
        json.WriteEndArray();
        var (status, reason) = outcome();
        json.WriteString("status"u8, status);
        json.WriteString("reason"u8, reason);
        json.WriteEndObject();
        json.Flush();
        await file.CommitAsync(cancellationToken);
    }
}
