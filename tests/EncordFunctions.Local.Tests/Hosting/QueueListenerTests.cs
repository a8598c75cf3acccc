using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace EncordFunctions.Local.Tests.Hosting;

/// <summary>How messages are taken, leased and given back.</summary>
public sealed class QueueListenerTests(SharedAzurite azurite) : ListeningTests(azurite)
{
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

        Assert.Equal(0, await CountAsync(Queue));
    }

    [Fact]
    public async Task A_message_that_failed_stays_hidden_for_theTime_host_json_says()
    {
        await SendAsync("later");
        var listening = Listen((_, _) => throw new InvalidOperationException("not now"));

        await TurningAsync(Requests.SeenAsync(request => request is { Method: "PUT", Visibility: 30 }));
        await StopAsync(listening);

        QueueMessage[] visible = await Queue.ReceiveMessagesAsync(32, cancellationToken: Ending);
        Assert.Empty(visible);
        Assert.Equal(1, await CountAsync(Queue));
        Assert.Contains("not now", Assert.Single(Warnings.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_message_is_leased_again_at_halfTime_for_as_long_as_it_runs()
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
            Time.Advance(Settings().Lease / 2);
            await Requests.SeenAsync(request => request is { Method: "PUT", Visibility: 30 }, wanted).WaitAsync(Limit, Ending);
        }

        QueueMessage[] visible = await Queue.ReceiveMessagesAsync(32, cancellationToken: Ending);
        Assert.Empty(visible);
        end.SetResult();
        await StopAsync(listening);
        Assert.Equal(0, await CountAsync(Queue));
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
        while (taken is null) taken = await Queue.ReceiveMessageAsync(TimeSpan.FromMinutes(1), Ending);
        end.SetResult();
        await StopAsync(listening);

        Assert.Equal(1, await CountAsync(Queue));
        await Queue.DeleteMessageAsync(taken.MessageId, taken.PopReceipt, Ending);
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
        Assert.Equal(0, await CountAsync(Queue));
    }

    [Fact]
    public async Task Looks_at_an_empty_queue_become_rarer_and_a_nudge_ends_the_pause()
    {
        var listener = Listener((_, _) => Task.CompletedTask, Settings());
        var listening = listener.RunAsync(Stopping.Token, CancellationToken.None);
        var pauses = new List<double>();
        for (var look = 0; look < 8; look++)
        {
            var pause = await Time.NextTimerAsync(Ending);
            pauses.Add(pause.TotalSeconds);
            Time.Advance(pause);
        }

        Assert.Equal([0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 5, 5], pauses);
        Assert.Equal(5, (await Time.NextTimerAsync(Ending)).TotalSeconds);
        listener.Nudge();
        Assert.Equal(0.1, (await Time.NextTimerAsync(Ending)).TotalSeconds);
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

        await Stopping.CancelAsync();
        Assert.False(listening.IsCompleted);
        end.SetResult();
        await listening.WaitAsync(Limit, Ending);

        Assert.Equal(0, await CountAsync(Queue));
    }

    private static void InterlockedMax(ref int most, int now)
    {
        for (var seen = Volatile.Read(ref most); now > seen; seen = Volatile.Read(ref most))
            if (Interlocked.CompareExchange(ref most, now, seen) == seen) return;
    }
}
