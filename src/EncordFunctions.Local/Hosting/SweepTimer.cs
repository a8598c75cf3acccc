using Azure;
using EncordFunctions.Pipeline;

namespace EncordFunctions.Local.Hosting;

/// <summary>Runs the sweep at the times at which the Functions host's timer does: on every fifth minute of the clock.</summary>
public sealed class SweepTimer(Func<CancellationToken, Task> sweep, IHostObserver observer, TimeProvider time)
{
    /// <summary>Runs until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var every = SweepExports.Every;
        while (true)
        {
            await Task.Delay(every - TimeSpan.FromTicks(time.GetUtcNow().Ticks % every.Ticks), time, cancellationToken);
            try
            {
                await sweep(cancellationToken);
            }
            catch (RequestFailedException fault)
            {
                observer.Warn($"The sweep ended early ({OneLine.Of(fault)}); the next one is in {every.TotalMinutes:0} minutes");
            }
        }
    }
}
