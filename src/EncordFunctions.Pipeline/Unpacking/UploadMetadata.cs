using System.Text.Json;

namespace EncordFunctions.Pipeline.Unpacking;

/// <summary>
/// What the uploader set as metadata of a blob, as the text of a table property. Keys of the platform and of this project are left out. The
/// service takes keys that differ only in case for one, so here the first of them counts. Values are the uploader's: no log has them.
/// </summary>
public static class UploadMetadata
{
    /// <summary>How keys begin that this project sets itself.</summary>
    public const string OwnPrefix = "encordfunctions_";

    // The service takes 8 KiB; an emulator takes what it gets.
    private const int MostChars = 32_000;
    private const int CharsAround = 6;

    // Marks of folders where the account has a hierarchical namespace, and of whoever wrote the blob where a function did.
    private static readonly string[] Others = [OwnPrefix, "hdi_", "AzureWebJobs"];

    /// <summary>The text of the property; null where nothing was set.</summary>
    /// <param name="metadata">The blob's metadata.</param>
    /// <param name="leftOut">How many entries do not fit; one fits whole or not at all.</param>
    internal static string? Write(IEnumerable<KeyValuePair<string, string>> metadata, out int leftOut)
    {
        leftOut = 0;
        var chars = 0;
        var kept = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var keys = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in metadata.OrderBy(static entry => entry.Key, StringComparer.Ordinal))
        {
            if (Array.Exists(Others, prefix => key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) || !keys.Add(key)) continue;
            var own = Escaped(key) + Escaped(value) + CharsAround;
            if (chars + own > MostChars)
            {
                leftOut++;
                continue;
            }
            chars += own;
            kept.Add(key, value);
        }
        return kept.Count == 0 ? null : JsonSerializer.Serialize(kept, MetadataJson.Readable.SortedDictionaryStringString);
    }

    /// <summary>The entries, by key.</summary>
    internal static IReadOnlyDictionary<string, string> Read(string? text) =>
        (text is null ? null : JsonSerializer.Deserialize(text, MetadataJson.Readable.SortedDictionaryStringString)) ?? [];

    private static int Escaped(string text) => JsonEncodedText.Encode(text, MetadataJson.Readable.Options.Encoder).Value.Length;
}
