namespace EncordFunctions.Pipeline.Unpacking;

/// <summary>A few tasks under way at a time, waited for in order; all of them are over when it is disposed of.</summary>
internal sealed class RunningTasks(int most) : IAsyncDisposable
{
    private readonly Queue<Task> _running = [];

    /// <summary>Starts a task, when there is room for it.</summary>
    public async ValueTask StartAsync(Func<Task> start)
    {
        if (_running.Count >= most) await _running.Dequeue();
        _running.Enqueue(start());
    }

    /// <summary>Waits for all of them, and throws what the first one threw.</summary>
    public async Task SettleAsync()
    {
        while (_running.TryDequeue(out var task)) await task;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await Task.WhenAll(_running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
