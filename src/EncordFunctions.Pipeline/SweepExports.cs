using Azure;
using EncordFunctions.Pipeline.Sweeping;
using EncordFunctions.Pipeline.Tables;
using EncordFunctions.Pipeline.Telemetry;
using Microsoft.Extensions.Logging;

namespace EncordFunctions.Pipeline;

/// <summary>
/// Looks every five minutes for what nobody else would see: uploads whose event was lost, and exports that have stalled because a message was
/// lost or the upload is gone. What it promises:
/// <list type="bullet">
/// <item>It sends once more what may have been lost. Steps may run twice, so a message that was only late does no harm.</item>
/// <item>An export is taken up at most once an hour, and not while its messages wait in a long queue.</item>
/// <item>What makes trouble is logged and stops nothing else.</item>
/// <item>Finished exports cost it a page of a listing for some 5,000 of them, and nothing else.</item>
/// </list>
/// </summary>
public sealed class SweepExports
{
    /// <summary>When it runs, as a timer trigger reads it.</summary>
    public const string Schedule = "0 */5 * * * *";

    private const string PoisonSuffix = "-poison";

    private readonly PipelineStorage _storage;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly OpenExports _open;
    private readonly LostUploads _lost;
    private readonly StalledExports _stalled;

    /// <summary>Works on <paramref name="storage"/>, by the clock of <paramref name="time"/>.</summary>
    public SweepExports(PipelineStorage storage, TimeProvider time, ILogger<SweepExports> logger)
    {
        (_storage, _time, _logger) = (storage, time, logger);
        var exports = new ExportsTable(storage.ExportsTable);
        _open = new OpenExports(storage.ExportsTable);
        _lost = new LostUploads(storage, exports, _open, time, logger);
        _stalled = new StalledExports(storage, exports, _open, time, logger);
    }

    /// <summary>How often it runs.</summary>
    public static TimeSpan Every { get; } = TimeSpan.FromMinutes(5);

    /// <summary>Sweeps once.</summary>
    /// <exception cref="RequestFailedException">The storage refused a listing; the next run tries again.</exception>
    public Task<SweepReport> RunAsync(CancellationToken cancellationToken) =>
        StepRun.RunAsync(nameof(SweepExports), _ => SweepAsync(cancellationToken), cancellationToken);

    private async Task<SweepReport> SweepAsync(CancellationToken cancellationToken)
    {
        var open = await _open.ListAsync(cancellationToken).ToListAsync(cancellationToken);
        var oldest = (await _storage.LabelRows.PeekMessageAsync(cancellationToken))?.Value?.InsertedOn;
        var takenUp = 0;
        var left = new List<OpenExport>();
        foreach (var entry in open)
        {
            var outcome = await LookAfterAsync(entry, oldest, cancellationToken);
            if (outcome == SweepOutcome.TakenUp) takenUp++;
            if (outcome != SweepOutcome.Closed) left.Add(entry);
        }
        var found = await _lost.FindAsync(open, cancellationToken);
        var since = left.Select(static entry => (DateTimeOffset?)entry.Since).Min() ?? (found > 0 ? _time.GetUtcNow() : null);
        var report = new SweepReport
        {
            Messages = await CountAsync(cancellationToken),
            Open = left.Count + found,
            OldestSince = since,
            OldestAge = Age(since),
            Found = found,
            TakenUp = takenUp,
        };
        var poison = report.Messages.Where(static queue => queue.Key.EndsWith(PoisonSuffix, StringComparison.Ordinal)).Sum(static queue => queue.Value);
        PipelineMetrics.Swept(report.Messages, report.Open, report.OldestAge);
        _logger.Swept(report.Open, since, found, takenUp, report.Messages.Values.Sum() - poison, poison);
        return report;
    }

    // A clock that was set back says that things began in the future: then they are new.
    private TimeSpan? Age(DateTimeOffset? since) =>
        since is { } began && _time.GetUtcNow() - began is var age ? (age > TimeSpan.Zero ? age : TimeSpan.Zero) : null;

    private async Task<SweepOutcome> LookAfterAsync(OpenExport entry, DateTimeOffset? oldest, CancellationToken cancellationToken)
    {
        try
        {
            return await _stalled.LookAfterAsync(entry, oldest, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever it is, the other exports are looked after all the same.
            _logger.NotSwept(exception, entry.Id);
            return SweepOutcome.Left;
        }
    }

    private async Task<Dictionary<string, long>> CountAsync(CancellationToken cancellationToken)
    {
        var counts = new Dictionary<string, long>();
        foreach (var queue in _storage.Queues)
        {
            try
            {
                counts[queue.Name] = (await queue.GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCountLong;
            }
            catch (RequestFailedException exception) when (exception.Status == 404)
            {
                counts[queue.Name] = 0;
            }
        }
        return counts;
    }
}
