using System.Buffers.Text;
using System.Text;
using Azure.Data.Tables;

namespace EncordFunctions.Pipeline.Storage;

/// <summary>
/// The limits of Azure Storage that Azurite does not enforce, in one place. A write past one of them would pass every local run and
/// fail in the cloud, so each write is measured here first.
/// </summary>
internal static class StorageLimits
{
    public const int TextChars = 32_768;
    public const int BinaryBytes = 64 * 1024;
    public const int Properties = 252;
    public const int EntityBytes = 1024 * 1024;
    public const int KeyChars = 512;
    public const int BatchEntities = 100;
    public const int BatchBytes = 4 * 1024 * 1024;
    // A queue takes 48 KiB before base64. Messages here are pointers, so the rule is stricter: what is longer has state in it.
    public const int PointerBytes = 1024;
    public const int BlobNameChars = 1024;

    /// <summary>The earliest date a table takes.</summary>
    public static readonly DateTimeOffset EarliestDate = new(1601, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // What one operation of a batch adds around its entity: part headers, request line with the escaped keys, property types.
    private const int OperationBytes = 1024;

    /// <summary>Text that fits a property: as it is, or its beginning, never half a surrogate pair.</summary>
    public static string? Cut(string? text, int chars = TextChars)
    {
        if (text is null || text.Length <= chars) return text;
        return char.IsHighSurrogate(text[chars - 1]) ? text[..(chars - 1)] : text[..chars];
    }

    /// <summary>A date that fits a property; what lies before the table's epoch becomes the epoch.</summary>
    public static DateTimeOffset? Clamp(DateTimeOffset? date) => date < EarliestDate ? EarliestDate : date;

    /// <exception cref="StorageLimitException">The service would refuse the entity.</exception>
    public static void Check(TableEntity entity)
    {
        CheckKey(entity.PartitionKey, entity);
        CheckKey(entity.RowKey, entity);
        var properties = 0;
        foreach (var (name, value) in entity)
        {
            if (IsSystem(name) || value is null) continue;
            properties++;
            if (value is string text && text.Length > TextChars)
                throw new StorageLimitException($"{Name(entity)}: {name} has {text.Length:N0} characters; a property takes {TextChars:N0}.");
            if (value is byte[] bytes && bytes.Length > BinaryBytes)
                throw new StorageLimitException($"{Name(entity)}: {name} has {bytes.Length:N0} bytes; a property takes {BinaryBytes:N0}.");
            if (value is DateTimeOffset date && date < EarliestDate)
                throw new StorageLimitException($"{Name(entity)}: {name} is {date:O}; a table takes dates from {EarliestDate:yyyy-MM-dd} on.");
        }
        if (properties > Properties)
            throw new StorageLimitException($"{Name(entity)}: {properties} properties; an entity takes {Properties}.");
        if (Size(entity) is > EntityBytes and var size)
            throw new StorageLimitException($"{Name(entity)}: {size:N0} bytes; an entity takes {EntityBytes:N0}.");
    }

    /// <exception cref="StorageLimitException">The message is more than a pointer.</exception>
    public static BinaryData CheckPointer(BinaryData message)
    {
        if (message.ToMemory().Length > PointerBytes)
            throw new StorageLimitException($"A message of {message.ToMemory().Length:N0} bytes; a pointer takes {PointerBytes:N0}.");
        return message;
    }

    /// <exception cref="StorageLimitException">The service would refuse the name.</exception>
    public static string CheckBlobName(string name)
    {
        if (name.Length is 0 or > BlobNameChars)
            throw new StorageLimitException($"A blob name of {name.Length:N0} characters; a name takes 1 to {BlobNameChars:N0}.");
        return name;
    }

    /// <summary>The bytes the service counts for an entity: UTF-16 text, fixed sizes for the rest, a few a property.</summary>
    public static long Size(TableEntity entity)
    {
        long size = 4 + (2L * (entity.PartitionKey.Length + entity.RowKey.Length));
        foreach (var (name, value) in entity)
        {
            if (IsSystem(name) || value is null) continue;
            size += 8 + (2L * name.Length) + value switch
            {
                string text => 4 + (2L * text.Length),
                byte[] bytes => 4 + bytes.Length,
                bool => 1,
                int => 4,
                _ => 8,
            };
        }
        return size;
    }

    /// <summary>An upper bound of the bytes an entity takes in the body of a batch, where text is JSON.</summary>
    public static long WireSize(TableEntity entity)
    {
        long size = OperationBytes + (3L * (entity.PartitionKey.Length + entity.RowKey.Length));
        foreach (var (name, value) in entity)
        {
            size += name.Length + 40;
            size += value switch
            {
                string text => Escaped(text),
                byte[] bytes => Base64.GetMaxEncodedToUtf8Length(bytes.Length),
                _ => 0,
            };
        }
        return size;
    }

    // The client escapes what is not plain ASCII as six characters.
    private static long Escaped(string text)
    {
        long size = text.Length;
        foreach (var c in text)
            if (!Ascii.IsValid(c) || char.IsControl(c) || c is '"' or '\\' or '&' or '\'' or '+' or '<' or '>' or '`') size += 5;
        return size;
    }

    private static void CheckKey(string key, TableEntity entity)
    {
        if (key.Length > KeyChars)
            throw new StorageLimitException($"{Name(entity)}: a key of {key.Length:N0} characters; a key takes {KeyChars:N0}.");
        foreach (var c in key)
        {
            if (c is '/' or '\\' or '#' or '?' || char.IsControl(c))
                throw new StorageLimitException($"{Name(entity)}: a key with U+{(int)c:X4}, which keys can't hold.");
        }
    }

    private static bool IsSystem(string name) => name is "PartitionKey" or "RowKey" or "Timestamp" or "odata.etag";

    private static string Name(TableEntity entity) => $"Entity {Cut(entity.PartitionKey, 80)} / {Cut(entity.RowKey, 80)}";
}
