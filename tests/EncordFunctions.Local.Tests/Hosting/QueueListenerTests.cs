using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using EncordFunctions.Local.Hosting;

namespace EncordFunctions.Local.Tests.Hosting;

/// <summary>The listener against a real queue. Its own clock is a fake one; only the queue's leases run by the wall.</summary>
public sealed class QueueListenerTests(SharedAzurite azurite) : IAsyncLifetime
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly ObservedTime _time = new();
    private readonly QueueRequests _requests = new();
    private readonly Warnings _warnings = new();
    private readonly CancellationTokenSource _stopping = new();
    private QueueServiceClient _queues = null!;
    private QueueClient _queue = null!;
    private QueueClient _poison = null!;

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var options = new QueueClientOptions();
        options.AddPolicy(_requests, Azure.Core.HttpPipelinePosition.PerCall);
        _queues = new QueueServiceClient(azurite.ConnectionString, options);
        var name = $"q-{TestContext.Current.TestCase!.UniqueID.ToLowerInvariant()[..32]}";
        _queue = _queues.GetQueueClient(name);
        _poison = _queues.GetQueueClient(name + "-poison");
        await _queue.CreateAsync(cancellationToken: Ending);
    }

    public ValueTask DisposeAsync()
    {
        _stopping.Dispose();
        return default;
    }

    [Fact]
    public async Task A_message_that_was_processed_is_deleted()
    {
        await SendAsync("hello");
        var seen = new TaskCompletionSource<string>();
        var listening = Listen((message, _) =>
        {
            seen.SetResult(message.ToString());
            return Task.CompletedTask;
        });

        Assert.Equal("hello", await seen.Task.WaitAsync(Limit, Ending));
        await StopAsync(listening);

        Assert.Equal(0, await CountAsync(_queue));
    }

    [Fact]
    public async Task A_message_that_fails_five_times_goes_to_the_poison_queue_as_it_was()
    {
        await SendAsync("bad luck");
        var given = new TaskCompletionSource<string>();
        var tries = 0;
        var listener = Listener(
            (_, _) =>
            {
                tries++;
                throw new InvalidOperationException("no way");
            },
            Settings() with { VisibilityTimeout = TimeSpan.Zero });
        listener.GivenUp += (_, reason) => given.SetResult(reason);
        var listening = listener.RunAsync(_stopping.Token, CancellationToken.None);

        Assert.Equal("no way", await TurningAsync(given.Task));
        await StopAsync(listening);

        Assert.Equal(5, tries);
        Assert.Equal(0, await CountAsync(_queue));
        PeekedMessage poison = await _poison.PeekMessageAsync(Ending);
        Assert.Equal(Settings().Encode(BinaryData.FromString("bad luck")).ToString(), poison.Body.ToString());
        Assert.InRange(poison.ExpiresOn!.Value - poison.InsertedOn!.Value, TimeSpan.FromDays(6.9), TimeSpan.FromDays(7.1));
    }

    [Fact]
    public async Task A_message_given_out_more_often_than_allowed_is_poison_without_another_run()
    {
        await SendAsync("crasher");
        for (var i = 0; i < 5; i++)
        {
            QueueMessage taken = await _queue.ReceiveMessageAsync(TimeSpan.FromMinutes(1), Ending);
            await _queue.UpdateMessageAsync(taken.MessageId, taken.PopReceipt, visibilityTimeout: TimeSpan.Zero, cancellationToken: Ending);
        }

        var given = new TaskCompletionSource();
        var tries = 0;
        var listener = Listener((_, _) => Task.FromResult(tries++), Settings());
        listener.GivenUp += (_, _) => given.SetResult();
        var listening = listener.RunAsync(_stopping.Token, CancellationToken.None);

        await TurningAsync(given.Task);
        await StopAsync(listening);

        Assert.Equal(0, tries);
        Assert.Equal(1, await CountAsync(_poison));
    }

    [Fact]
    public async Task A_message_that_can_not_be_decoded_ends_in_the_poison_queue_unchanged()
    {
        await _queue.SendMessageAsync("*** not base64 ***", Ending);
        var given = new TaskCompletionSource();
        var listener = Listener((_, _) => Task.CompletedTask, Settings() with { VisibilityTimeout = TimeSpan.Zero });
        listener.GivenUp += (_, _) => given.SetResult();
        var listening = listener.RunAsync(_stopping.Token, CancellationToken.None);

        await TurningAsync(given.Task);
        await StopAsync(listening);

        PeekedMessage poison = await _poison.PeekMessageAsync(Ending);
        Assert.Equal("*** not base64 ***", poison.Body.ToString());
    }

    [Fact]
    public async Task A_message_that_failed_stays_hidden_for_the_time_host_json_says()
    {
        await SendAsync("later");
        var listening = Listen((_, _) => throw new InvalidOperationException("not now"));

        await TurningAsync(_requests.SeenAsync(request => request is { Method: "PUT", Visibility: 30 }));
        await StopAsync(listening);

        QueueMessage[] visible = await _queue.ReceiveMessagesAsync(32, cancellationToken: Ending);
        Assert.Empty(visible);
        Assert.Equal(1, await CountAsync(_queue));
        Assert.Contains("not now", Assert.Single(_warnings.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_message_is_leased_again_at_half_time_for_as_long_as_it_runs()
    {
        await SendAsync("long");
        var started = new TaskCompletionSource();
        var end = new TaskCompletionSource();
        var listening = Listen(async (_, _) =>
        {
            started.SetResult();
            await end.Task;
        });
        await started.Task.WaitAsync(Limit, Ending);

        for (var renewals = 1; renewals <= 3; renewals++)
        {
            var wanted = renewals;
            _time.Advance(Settings().Lease / 2);
            await _requests.SeenAsync(request => request is { Method: "PUT", Visibility: 30 }, wanted).WaitAsync(Limit, Ending);
        }

        QueueMessage[] visible = await _queue.ReceiveMessagesAsync(32, cancellationToken: Ending);
        Assert.Empty(visible);
        end.SetResult();
        await StopAsync(listening);
        Assert.Equal(0, await CountAsync(_queue));
    }

    [Fact]
    public async Task A_message_another_host_took_meanwhile_is_left_to_it()
    {
        await SendAsync("slow");
        var started = new TaskCompletionSource();
        var end = new TaskCompletionSource();
        var listening = Listen(
            async (_, _) =>
            {
                started.TrySetResult();
                await end.Task;
            },
            Settings() with { Lease = TimeSpan.FromSeconds(1) });
        await started.Task.WaitAsync(Limit, Ending);

        // The fake clock stands still, so this host does not renew; the queue's own clock goes on and gives the message out again.
        QueueMessage? taken = null;
        while (taken is null) taken = await _queue.ReceiveMessageAsync(TimeSpan.FromMinutes(1), Ending);
        end.SetResult();
        await StopAsync(listening);

        Assert.Equal(1, await CountAsync(_queue));
        await _queue.DeleteMessageAsync(taken.MessageId, taken.PopReceipt, Ending);
    }

    [Fact]
    public async Task No_more_messages_run_at_once_than_batch_and_threshold_allow()
    {
        for (var i = 0; i < 12; i++) await SendAsync($"{i}");
        var gate = new SemaphoreSlim(0);
        var (running, most, ended) = (0, 0, 0);
        var full = new TaskCompletionSource();
        var all = new TaskCompletionSource();
        var listening = Listen(
            async (_, _) =>
            {
                var now = Interlocked.Increment(ref running);
                InterlockedMax(ref most, now);
                if (now == 4) full.TrySetResult();
                await gate.WaitAsync(Ending);
                Interlocked.Decrement(ref running);
                if (Interlocked.Increment(ref ended) == 12) all.SetResult();
            },
            Settings() with { BatchSize = 3, NewBatchThreshold = 1 });

        await TurningAsync(Task.Run(async () =>
        {
            gate.Release(2);
            await full.Task;
            gate.Release(10);
            await all.Task;
        }, Ending));
        await StopAsync(listening);

        Assert.Equal(4, most);
        Assert.Equal(0, await CountAsync(_queue));
    }

    [Fact]
    public async Task Looks_at_an_empty_queue_become_rarer_and_a_nudge_ends_the_pause()
    {
        var listener = Listener((_, _) => Task.CompletedTask, Settings());
        var listening = listener.RunAsync(_stopping.Token, CancellationToken.None);
        var pauses = new List<double>();
        for (var look = 0; look < 8; look++)
        {
            var pause = await _time.NextTimerAsync(Ending);
            pauses.Add(pause.TotalSeconds);
            _time.Advance(pause);
        }

        Assert.Equal([0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 5, 5], pauses);
        Assert.Equal(5, (await _time.NextTimerAsync(Ending)).TotalSeconds);
        listener.Nudge();
        Assert.Equal(0.1, (await _time.NextTimerAsync(Ending)).TotalSeconds);
        await StopAsync(listening);
    }

    [Fact]
    public async Task Stopping_lets_what_is_running_come_to_its_end()
    {
        await SendAsync("last");
        var started = new TaskCompletionSource();
        var end = new TaskCompletionSource();
        var listening = Listen(async (_, _) =>
        {
            started.SetResult();
            await end.Task;
        });
        await started.Task.WaitAsync(Limit, Ending);

        await _stopping.CancelAsync();
        Assert.False(listening.IsCompleted);
        end.SetResult();
        await listening.WaitAsync(Limit, Ending);

        Assert.Equal(0, await CountAsync(_queue));
    }

    private static QueueSettings Settings() => QueueSettings.Load();

    private static void InterlockedMax(ref int most, int now)
    {
        for (var seen = Volatile.Read(ref most); now > seen; seen = Volatile.Read(ref most))
            if (Interlocked.CompareExchange(ref most, now, seen) == seen) return;
    }

    private QueueListener Listener(Func<BinaryData, CancellationToken, Task> step, QueueSettings settings) =>
        new(_queues, _queue.Name, step, settings, _warnings, _time);

    private Task Listen(Func<BinaryData, CancellationToken, Task> step, QueueSettings? settings = null) =>
        Listener(step, settings ?? Settings()).RunAsync(_stopping.Token, CancellationToken.None);

    private async Task StopAsync(Task listening)
    {
        await _stopping.CancelAsync();
        await listening.WaitAsync(Limit, Ending);
    }

    /// <summary>Lets the fake clock run until something has happened.</summary>
    private async Task<T> TurningAsync<T>(Task<T> happening)
    {
        await TurningAsync((Task)happening);
        return await happening;
    }

    private async Task TurningAsync(Task happening)
    {
        var limit = TimeProvider.System.GetTimestamp();
        while (!happening.IsCompleted && TimeProvider.System.GetElapsedTime(limit) < Limit)
        {
            _time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.WhenAny(happening, Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Ending));
        }

        Assert.True(happening.IsCompleted, "It did not happen in time.");
        await happening;
    }

    private async Task SendAsync(string text) => await _queue.SendMessageAsync(Settings().Encode(BinaryData.FromString(text)), cancellationToken: Ending);

    private static async Task<int> CountAsync(QueueClient queue)
    {
        QueueProperties properties = await queue.GetPropertiesAsync(Ending);
        return properties.ApproximateMessagesCount;
    }
}
