using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace EncordFunctions.Local.Hosting;

/// <summary>
/// Runs a step for each message of a queue, with the semantics of the Functions host's queue trigger: batches, a visibility lease that
/// is renewed, a pause after a failure, and after the last try a copy in <c>{queue}-poison</c> before the message is deleted.
/// A message may run twice; it is never lost.
/// </summary>
public sealed class QueueListener
{
    private const string PoisonSuffix = "-poison";

    // The Functions host gives its poison copies this life, whatever the message had.
    private static readonly TimeSpan PoisonLife = TimeSpan.FromDays(7);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);

    private readonly QueueClient _queue;
    private readonly QueueClient? _poison;
    private readonly Func<BinaryData, CancellationToken, Task> _step;
    private readonly QueueSettings _settings;
    private readonly IHostObserver _observer;
    private readonly TimeProvider _time;
    private TaskCompletionSource _nudged = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Listens on <paramref name="name"/>.</summary>
    /// <param name="queues">Must not encode or decode: a message that can't be decoded has to reach the poison queue as it is.</param>
    /// <param name="name">The queue; one that is itself a poison queue has no other, and its messages are tried for ever.</param>
    /// <param name="step">What to run; an exception means: try again.</param>
    /// <param name="settings">The numbers of host.json.</param>
    /// <param name="observer">Told of failed tries.</param>
    /// <param name="time">The clock of leases and pauses.</param>
    public QueueListener(
        QueueServiceClient queues,
        string name,
        Func<BinaryData, CancellationToken, Task> step,
        QueueSettings settings,
        IHostObserver observer,
        TimeProvider time)
    {
        _queue = queues.GetQueueClient(name);
        _poison = name.EndsWith(PoisonSuffix, StringComparison.Ordinal) ? null : queues.GetQueueClient(name + PoisonSuffix);
        (_step, _settings, _observer, _time) = (step, settings, observer, time);
    }

    /// <summary>Told of each message that went to the poison queue, as it is sent, and why.</summary>
    public event Action<BinaryData, string>? GivenUp;

    /// <summary>Told when the queue has been found empty after it had messages; some of them may still be running.</summary>
    public event Action? RanDry;

    /// <summary>Whether the last look found the queue empty.</summary>
    public bool IsDry { get; private set; }

    /// <summary>Says that there is something in the queue, so that nobody waits for the next look.</summary>
    public void Nudge() => Volatile.Read(ref _nudged).TrySetResult();

    /// <summary>Listens until told to stop, then waits for what is running.</summary>
    /// <param name="stopping">No more messages are received.</param>
    /// <param name="aborting">What is running is cancelled; its messages come back when their lease ends.</param>
    /// <exception cref="RequestFailedException">The queue can't be read, however often it is tried.</exception>
    public async Task RunAsync(CancellationToken stopping, CancellationToken aborting)
    {
        var running = new HashSet<Task>();
        var pause = FirstPause;
        try
        {
            while (true)
            {
                running.RemoveWhere(task => task.IsCompleted);
                if (running.Count > _settings.NewBatchThreshold)
                {
                    await Task.WhenAny(running).WaitAsync(stopping);
                    continue;
                }

                Volatile.Write(ref _nudged, new(TaskCreationOptions.RunContinuationsAsynchronously));
                QueueMessage[] batch = await _queue.ReceiveMessagesAsync(_settings.BatchSize, _settings.Lease, stopping);
                foreach (var message in batch) running.Add(HandleAsync(message, aborting));
                Note(isDry: batch.Length == 0);
                pause = batch.Length > 0 ? FirstPause : await PauseAsync(pause, stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Stopping is how this ends.
        }
        finally
        {
            await Task.WhenAll(running);
        }
    }

    private void Note(bool isDry)
    {
        var ranDry = isDry && !IsDry;
        IsDry = isDry;
        if (ranDry) RanDry?.Invoke();
    }

    /// <returns>The next pause: twice as long, up to the limit; the shortest after a nudge.</returns>
    private async Task<TimeSpan> PauseAsync(TimeSpan pause, CancellationToken stopping)
    {
        try
        {
            await _nudged.Task.WaitAsync(pause, _time, stopping);
            return FirstPause;
        }
        catch (TimeoutException)
        {
            var longer = pause * 2;
            return longer < _settings.MaxPollingInterval ? longer : _settings.MaxPollingInterval;
        }
    }

    /// <summary>Never throws: what storage refuses here, the next lease brings back.</summary>
    private async Task HandleAsync(QueueMessage message, CancellationToken aborting)
    {
        try
        {
            if (IsPoison(message.DequeueCount - 1))
            {
                await PoisonAsync(message, message.PopReceipt, "it was given out too often without an end");
                return;
            }

            var lease = new MessageLease(_queue, message, _settings.Lease, _time);
            Exception? fault;
            await using (lease) fault = await TryStepAsync(message, aborting);
            if (fault is null)
                await _queue.DeleteMessageAsync(message.MessageId, lease.PopReceipt, CancellationToken.None);
            else if (fault is OperationCanceledException && aborting.IsCancellationRequested)
                return;
            else if (IsPoison(message.DequeueCount))
                await PoisonAsync(message, lease.PopReceipt, fault.Message);
            else
                await RetryLaterAsync(message, lease.PopReceipt, fault);
        }
        catch (RequestFailedException fault) when (QueueFaults.IsNoLongerOurs(fault))
        {
            // Another host has it, or has finished it: the step is made to run twice.
        }
        catch (RequestFailedException fault)
        {
            _observer.Warn($"{_queue.Name}: {OneLine.Of(fault)}; the message comes back by itself");
        }
    }

    private bool IsPoison(long tries) => _poison is not null && tries >= _settings.MaxDequeueCount;

    private async Task<Exception?> TryStepAsync(QueueMessage message, CancellationToken aborting)
    {
        try
        {
            await _step(_settings.Decode(message.Body), aborting);
            return null;
        }
        catch (Exception fault)
        {
            return fault;
        }
    }

    private async Task RetryLaterAsync(QueueMessage message, string receipt, Exception fault)
    {
        _observer.Warn($"{_queue.Name}: try {message.DequeueCount} failed ({OneLine.Of(fault)}); next in {_settings.VisibilityTimeout.TotalSeconds:0} s");
        await _queue.UpdateMessageAsync(
            message.MessageId, receipt, visibilityTimeout: _settings.VisibilityTimeout, cancellationToken: CancellationToken.None);
    }

    private async Task PoisonAsync(QueueMessage message, string receipt, string reason)
    {
        _observer.Warn($"{_queue.Name}: given up after {_settings.MaxDequeueCount} tries ({OneLine.Of(reason)}); it is in {_poison!.Name} now");
        await _poison.CreateIfNotExistsAsync(cancellationToken: CancellationToken.None);
        await _poison.SendMessageAsync(message.Body, timeToLive: PoisonLife, cancellationToken: CancellationToken.None);
        await _queue.DeleteMessageAsync(message.MessageId, receipt, CancellationToken.None);
        GivenUp?.Invoke(message.Body, OneLine.Of(reason));
    }
}
