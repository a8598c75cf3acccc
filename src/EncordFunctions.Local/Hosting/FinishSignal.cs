namespace EncordFunctions.Local.Hosting;

/// <summary>Wakes those who wait for an export when some export has come to its end.</summary>
internal sealed class FinishSignal
{
    private readonly Lock _lock = new();
    private TaskCompletionSource _next = New();

    /// <summary>Completes with the next <see cref="Tell"/>, and with an exception once <see cref="Fail"/> was called.</summary>
    public Task NextAsync()
    {
        lock (_lock) return _next.Task;
    }

    /// <summary>Some export has come to its end.</summary>
    public void Tell()
    {
        lock (_lock)
        {
            if (_next.TrySetResult()) _next = New();
        }
    }

    /// <summary>Some export won't come to its end.</summary>
    public void Fail(string line)
    {
        lock (_lock) _next.TrySetException(new ExportNotFinishedException(line));
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
