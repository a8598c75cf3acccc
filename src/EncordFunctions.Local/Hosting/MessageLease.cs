using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace EncordFunctions.Local.Hosting;

/// <summary>Keeps a message hidden from other hosts while it is being worked on.</summary>
internal sealed class MessageLease : IAsyncDisposable
{
    private readonly QueueClient _queue;
    private readonly string _messageId;
    private readonly TimeSpan _length;
    private readonly PeriodicTimer _timer;
    private readonly Task _renewing;

    /// <summary>Starts renewing, each time half of <paramref name="length"/> has passed.</summary>
    public MessageLease(QueueClient queue, QueueMessage message, TimeSpan length, TimeProvider time)
    {
        (_queue, _messageId, _length) = (queue, message.MessageId, length);
        PopReceipt = message.PopReceipt;
        _timer = new PeriodicTimer(length / 2, time);
        _renewing = RenewAsync();
    }

    /// <summary>The receipt that is valid; after disposal it stays so.</summary>
    public string PopReceipt { get; private set; }

    /// <summary>Stops renewing.</summary>
    public async ValueTask DisposeAsync()
    {
        _timer.Dispose();
        await _renewing;
    }

    private async Task RenewAsync()
    {
        while (await _timer.WaitForNextTickAsync() && await TryRenewAsync())
        {
            // Until disposed of, or until the message is another's.
        }
    }

    /// <returns>False where another host has the message by now, or it is gone.</returns>
    private async Task<bool> TryRenewAsync()
    {
        try
        {
            // Not cancelled half-way: the service might have given out a new receipt that we then would not know.
            var renewed = await _queue.UpdateMessageAsync(_messageId, PopReceipt, visibilityTimeout: _length, cancellationToken: CancellationToken.None);
            PopReceipt = renewed.Value.PopReceipt;
            return true;
        }
        catch (RequestFailedException fault) when (QueueFaults.IsNoLongerOurs(fault))
        {
            return false;
        }
        catch (RequestFailedException)
        {
            // Throttled or out of reach: half of the lease is left for the next tick to succeed.
            return true;
        }
    }
}
