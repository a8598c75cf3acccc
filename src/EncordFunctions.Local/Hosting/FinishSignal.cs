namespace EncordFunctions.Local.Hosting;

/// <summary>Wakes those who wait for an export when some export has, or may have, come to its end.</summary>
internal sealed class FinishSignal
{
    private readonly Lock _lock = new();
    private TaskCompletionSource _next = New();

    /// <summary>Completes with the next <see cref="Tell"/>.</summary>
    public Task NextAsync()
    {
        lock (_lock) return _next.Task;
    }

    /// <summary>Look again.</summary>
    public void Tell()
    {
        lock (_lock)
        {
            _next.SetResult();
            _next = New();
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
