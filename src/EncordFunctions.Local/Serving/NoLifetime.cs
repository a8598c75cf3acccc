using Microsoft.Extensions.Hosting;

namespace EncordFunctions.Local.Serving;

/// <summary>Leaves Ctrl+C to the command. The usual lifetime would take every one, so that the second would not end the process.</summary>
internal sealed class NoLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
