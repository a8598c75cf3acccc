using EncordFunctions.Local.Hosting;

namespace EncordFunctions.Local.Tests.Hosting;

public sealed class SweepTimerTests
{
    [Fact]
    public async Task It_sweeps_on_every_fifth_minute_of_the_clock_also_after_a_sweep_that_failed()
    {
        var ending = TestContext.Current.CancellationToken;
        var time = new ObservedTime();
        time.Advance(TimeSpan.FromMinutes(2));
        var warnings = new Warnings();
        using var stopping = new CancellationTokenSource();
        var sweeps = new List<DateTimeOffset>();
        var running = new SweepTimer(
            _ =>
            {
                sweeps.Add(time.GetUtcNow());
                return sweeps.Count == 1 ? Task.FromException(new Azure.RequestFailedException("The storage is busy.\nHeaders")) : Task.CompletedTask;
            },
            warnings,
            time).RunAsync(stopping.Token);

        foreach (var minutes in (double[])[3, 5, 5])
        {
            var pause = await time.NextTimerAsync(ending);
            Assert.Equal(minutes, pause.TotalMinutes);
            time.Advance(pause);
        }
        await time.NextTimerAsync(ending);
        await stopping.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);

        Assert.Equal([5, 10, 15], sweeps.Select(static sweep => sweep.Minute));
        Assert.Equal("The sweep ended early (The storage is busy.); the next one is in 5 minutes", Assert.Single(warnings.Lines));
    }
}
