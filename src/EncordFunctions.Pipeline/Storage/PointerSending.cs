using Azure.Storage.Queues;

namespace EncordFunctions.Pipeline.Storage;

/// <summary>Sends messages that stay until somebody takes them.</summary>
internal static class PointerSending
{
    private static readonly TimeSpan Forever = TimeSpan.FromSeconds(-1);

    public static Task SendPointerAsync(this QueueClient queue, BinaryData message, CancellationToken cancellationToken) =>
        queue.SendMessageAsync(StorageLimits.CheckPointer(message), timeToLive: Forever, cancellationToken: cancellationToken);
}
