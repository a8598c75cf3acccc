using System.Text.Json;

namespace EncordFunctions.Pipeline.Messages;

/// <summary>The notice that an export's last verdict stands.</summary>
internal sealed record FinishedMessage(string Export)
{
    /// <exception cref="InvalidMessageException">The message is not such a notice.</exception>
    public static ExportId Read(BinaryData message)
    {
        try
        {
            if (ExportId.TryParse(JsonSerializer.Deserialize(message.ToMemory().Span, MessageJson.Default.FinishedMessage)?.Export, out var id))
                return id;
        }
        catch (JsonException exception)
        {
            throw new InvalidMessageException($"Not a notice of a finished export: {exception.Message}", exception);
        }
        throw new InvalidMessageException("Not a notice of a finished export: it names no export.");
    }

    public BinaryData ToMessage() =>
        BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(this, MessageJson.Default.FinishedMessage));
}
