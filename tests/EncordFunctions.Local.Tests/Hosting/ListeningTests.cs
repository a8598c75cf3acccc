using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using EncordFunctions.Local.Hosting;

namespace EncordFunctions.Local.Tests.Hosting;

/// <summary>A listener against a real queue. Its own clock is a fake one; only the queue's leases run by the wall.</summary>
public abstract class ListeningTests(SharedAzurite azurite) : IAsyncLifetime
{
    protected static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private QueueServiceClient _queues = null!;

    protected static CancellationToken Ending => TestContext.Current.CancellationToken;

    private protected ObservedTime Time { get; } = new();

    private protected QueueRequests Requests { get; } = new();

    private protected Warnings Warnings { get; } = new();

    protected CancellationTokenSource Stopping { get; } = new();

    protected QueueClient Queue { get; private set; } = null!;

    protected QueueClient Poison { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var options = new QueueClientOptions();
        options.AddPolicy(Requests, Azure.Core.HttpPipelinePosition.PerCall);
        _queues = new QueueServiceClient(azurite.ConnectionString, options);
        var name = $"q-{TestContext.Current.TestCase!.UniqueID.ToLowerInvariant()[..32]}";
        Queue = _queues.GetQueueClient(name);
        Poison = _queues.GetQueueClient(name + "-poison");
        await Queue.CreateAsync(cancellationToken: Ending);
    }

    public ValueTask DisposeAsync()
    {
        Stopping.Dispose();
        GC.SuppressFinalize(this);
        return default;
    }

    protected static QueueSettings Settings() => QueueSettings.Load();

    protected QueueListener Listener(Func<BinaryData, CancellationToken, Task> step, QueueSettings settings) =>
        new(_queues, Queue.Name, step, settings, Warnings, Time);

    protected Task Listen(Func<BinaryData, CancellationToken, Task> step, QueueSettings? settings = null) =>
        Listener(step, settings ?? Settings()).RunAsync(Stopping.Token, CancellationToken.None);

    protected async Task StopAsync(Task listening)
    {
        await Stopping.CancelAsync();
        await listening.WaitAsync(Limit, Ending);
    }

    /// <summary>Lets the fake clock run until something has happened.</summary>
    protected async Task<T> TurningAsync<T>(Task<T> happening)
    {
        await TurningAsync((Task)happening);
        return await happening;
    }

    protected async Task TurningAsync(Task happening)
    {
        var limit = TimeProvider.System.GetTimestamp();
        while (!happening.IsCompleted && TimeProvider.System.GetElapsedTime(limit) < Limit)
        {
            Time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.WhenAny(happening, Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Ending));
        }

        Assert.True(happening.IsCompleted, "It did not happen in time.");
        await happening;
    }

    protected async Task SendAsync(string text) => await Queue.SendMessageAsync(Settings().Encode(BinaryData.FromString(text)), cancellationToken: Ending);

    protected static async Task<int> CountAsync(QueueClient queue)
    {
        QueueProperties properties = await queue.GetPropertiesAsync(Ending);
        return properties.ApproximateMessagesCount;
    }
}
