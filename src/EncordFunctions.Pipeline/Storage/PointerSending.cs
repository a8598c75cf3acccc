using Azure.Storage.Queues;
using EncordFunctions.Pipeline.Messages;

namespace EncordFunctions.Pipeline.Storage;

/// <summary>Sends messages that stay until somebody takes them.</summary>
internal static class PointerSending
{
    private static readonly TimeSpan Forever = TimeSpan.FromSeconds(-1);

    public static Task SendPointerAsync(this QueueClient queue, BinaryData message, CancellationToken cancellationToken) =>
        queue.SendMessageAsync(StorageLimits.CheckPointer(message), timeToLive: Forever, cancellationToken: cancellationToken);

    /// <summary>A pointer to an upload is its name, which alone may be longer than other pointers.</summary>
    public static Task SendUploadAsync(this QueueClient queue, string blob, CancellationToken cancellationToken) => queue.SendMessageAsync(
        StorageLimits.CheckPointer(new UploadMessage(blob).ToMessage(), UploadMessage.MostBytes), timeToLive: Forever, cancellationToken: cancellationToken);
}
