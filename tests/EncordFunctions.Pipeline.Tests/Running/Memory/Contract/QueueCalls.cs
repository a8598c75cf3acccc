using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace EncordFunctions.Pipeline.Tests.Running.Memory.Contract;

/// <summary>Calls to a queue, chosen by numbers.</summary>
internal sealed class QueueCalls(QueueClient queue)
{
    private static readonly TimeSpan Forever = TimeSpan.FromSeconds(-1);

    private readonly List<(string Id, string Receipt)> _known = [("11111111-2222-3333-4444-555555555555", "bm9uZQ==")];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Makes a call.</summary>
    public Task<object?> CallAsync(int kind, int value) => (kind % 10) switch
    {
        0 or 1 or 2 or 3 => SendAsync(value),
        4 or 5 => ReceiveAsync(value),
        6 => DeleteAsync(value),
        7 => PeekAsync(value),
        8 => CountAsync(),
        _ => value == 0 ? ClearAsync() : CountAsync(),
    };

    /// <summary>What is left of it.</summary>
    public async Task<object?> DumpAsync() => $"{await CountAsync()}: {await PeekAsync(32)}";

    private async Task<object?> SendAsync(int value)
    {
        var hidden = value % 4 == 0 ? TimeSpan.FromHours(1) : (TimeSpan?)null;
        SendReceipt sent = await queue.SendMessageAsync($"<message> & {value}", hidden, value % 2 == 0 ? Forever : null, Stop);
        _known.Add((sent.MessageId, sent.PopReceipt));
        return value % 2 == 0 ? $"sent, until {sent.ExpirationTime:yyyy-MM-dd}" : $"sent, for {Math.Round((sent.ExpirationTime - sent.InsertionTime).TotalDays)} days";
    }

    private async Task<object?> ReceiveAsync(int value)
    {
        // No time at all is refused.
        var hiding = value == 3 ? TimeSpan.Zero : TimeSpan.FromHours(1);
        QueueMessage[] received = await queue.ReceiveMessagesAsync(1 + value % 4, hiding, Stop);
        _known.AddRange(received.Select(static message => (message.MessageId, message.PopReceipt)));
        return string.Join(" | ", received.Select(static message => $"{message.Body} {message.DequeueCount}"));
    }

    private async Task<object?> DeleteAsync(int value)
    {
        var (id, receipt) = _known[^(1 + value % _known.Count)];
        return (await queue.DeleteMessageAsync(id, receipt, Stop)).Status;
    }

    private async Task<object?> PeekAsync(int value)
    {
        PeekedMessage[] seen = await queue.PeekMessagesAsync(Math.Clamp(value, 1, 32), Stop);
        return string.Join(" | ", seen.Select(static message => $"{message.Body} {message.DequeueCount}"));
    }

    private async Task<object?> CountAsync() => (await queue.GetPropertiesAsync(Stop)).Value.ApproximateMessagesCountLong;

    private async Task<object?> ClearAsync() => (await queue.ClearMessagesAsync(Stop)).Status;
}
