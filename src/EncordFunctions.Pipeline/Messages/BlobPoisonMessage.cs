using System.Text.Json;
using System.Text.Json.Serialization;

namespace EncordFunctions.Pipeline.Messages;

/// <summary>What the runtime's blob trigger writes when the tries of an upload are used up; members that nobody here needs are left out.</summary>
/// <param name="ContainerName">The container.</param>
/// <param name="BlobName">The upload.</param>
/// <param name="ETag">Which content of that name it was, with quotes; null where the runtime does not say.</param>
internal sealed record BlobPoisonMessage(
    [property: JsonPropertyName("ContainerName")] string ContainerName,
    [property: JsonPropertyName("BlobName")] string BlobName,
    [property: JsonPropertyName("ETag")] string? ETag = null)
{
    /// <exception cref="InvalidMessageException">The message is not such a note, or of another container.</exception>
    public static BlobPoisonMessage Read(BinaryData message)
    {
        try
        {
            if (JsonSerializer.Deserialize(message.ToMemory().Span, MessageJson.Default.BlobPoisonMessage) is
                { ContainerName: StorageNames.Exports, BlobName.Length: > 0 } upload)
                return upload;
        }
        catch (JsonException exception)
        {
            throw new InvalidMessageException($"Not a note of the blob trigger: {exception.Message}", exception);
        }
        throw new InvalidMessageException("Not a note of the blob trigger: it names no upload.");
    }
}
