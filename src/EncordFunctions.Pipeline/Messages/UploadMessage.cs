using System.Text.Json;

namespace EncordFunctions.Pipeline.Messages;

/// <summary>The pointer to an upload that is to be unpacked.</summary>
/// <param name="Blob">Its name in the exports container.</param>
internal sealed record UploadMessage(string Blob)
{
    /// <summary>More than such a message ever has: a name has 1,024 characters, and one of them takes at most six bytes of JSON.</summary>
    public const int MostBytes = 8 * 1024;

    /// <exception cref="InvalidMessageException">The message is not such a pointer.</exception>
    public static UploadMessage Read(BinaryData message)
    {
        try
        {
            if (JsonSerializer.Deserialize(message.ToMemory().Span, MessageJson.Default.UploadMessage) is { Blob.Length: > 0 } upload) return upload;
        }
        catch (JsonException exception)
        {
            throw new InvalidMessageException($"Not a pointer to an upload: {exception.Message}", exception);
        }
        throw new InvalidMessageException("Not a pointer to an upload: it names none.");
    }

    public BinaryData ToMessage() => BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(this, MessageJson.Readable.UploadMessage));
}
