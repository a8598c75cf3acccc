using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using EncordFunctions.Formats;
using EncordFunctions.Pipeline;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EncordFunctions.Local.Hosting;

/// <summary>
/// Runs the pipeline's steps as the Functions host would: the same registration, the same queues, the same numbers of host.json.
/// It may be killed at any time; the next one goes on where the leases of this one end.
/// </summary>
public sealed class LocalHost : IAsyncDisposable
{
    private static readonly TimeSpan DrainLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan FallbackLook = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan RetryLook = TimeSpan.FromSeconds(1);

    // What is hardly ever there: who puts something there says so, but for other hosts.
    private static readonly TimeSpan RareLook = TimeSpan.FromMinutes(1);

    private readonly ServiceProvider _services;
    private readonly IHostObserver _observer;
    private readonly TimeProvider _time;
    private readonly BlobListener _uploads;
    private readonly QueueListener _rows;
    private readonly QueueListener _finished;
    private readonly QueueListener _found;
    private readonly QueueListener[] _poison;
    private readonly FinishSignal _signal = new();

    /// <summary>Connects to a storage account or an emulator; exports that begin are written to <paramref name="formats"/>.</summary>
    public LocalHost(string connectionString, DerivativeList formats, QueueSettings settings, IHostObserver observer, TimeProvider time)
    {
        (_observer, _time) = (observer, time);
        // The settings that have no option come from where they come from in Azure.
        var configuration = new ConfigurationBuilder()
            .AddEnvironmentVariables()
            .AddInMemoryCollection([new("AzureWebJobsStorage", connectionString)])
            .Build();
        _services = new ServiceCollection().AddSingleton(time).AddSingleton(formats).AddEncordPipeline(configuration).BuildServiceProvider();
        var queues = new QueueServiceClient(connectionString);
        var rare = settings with { MaxPollingInterval = RareLook };
        _uploads = new BlobListener(Storage, queues, Step<UnpackExport>(), settings, observer, time);
        _rows = new(queues, StorageNames.LabelRows, ProcessAsync, settings, observer, time);
        _finished = new(queues, StorageNames.FinishedExports, FinishAsync, settings, observer, time);
        _found = new(queues, StorageNames.FoundUploads, UnpackFoundAsync, rare, observer, time);
        _rows.RanDry += _finished.Nudge;
        var poisonUploads = Poison(
            StorageNames.BlobTriggerPoison, (message, stopping) => FailedAsync(Step<FailUpload>().RunAsync(message, stopping), stopping));
        _uploads.GivenUp += poisonUploads.Nudge;
        _poison =
        [
            poisonUploads,
            PoisonOf(_rows, StorageNames.LabelRowsPoison, FailRowAsync),
            PoisonOf(
                _finished, StorageNames.FinishedExportsPoison, (message, stopping) => FailedAsync(Step<FailFinish>().RunAsync(message, stopping), stopping)),
            PoisonOf(
                _found,
                StorageNames.FoundUploadsPoison,
                (message, stopping) => FailedAsync(Step<FailFoundUpload>().RunAsync(message, stopping), stopping)),
        ];

        QueueListener Poison(string queue, Func<BinaryData, CancellationToken, Task> step) => new(queues, queue, step, rare, observer, time);

        QueueListener PoisonOf(QueueListener listener, string queue, Func<BinaryData, CancellationToken, Task> step)
        {
            var poison = Poison(queue, step);
            listener.GivenUp += (_, _) => poison.Nudge();
            return poison;
        }
    }

    /// <summary>The storage it works on.</summary>
    public PipelineStorage Storage => Step<PipelineStorage>();

    /// <summary>Reads how far exports have come.</summary>
    public ExportReader Exports => Step<ExportReader>();

    /// <summary>Verifies what stands of exports.</summary>
    public VerifyExport Verifying => Step<VerifyExport>();

    /// <summary>Keeps running, as the Functions host would, until cancelled.</summary>
    public Task WatchAsync(CancellationToken cancellationToken) =>
        RunAsync(stopping => _uploads.WatchAsync(_rows.Nudge, stopping), cancellationToken, new SweepTimer(SweepAsync, _observer, _time).RunAsync);

    /// <summary>Unpacks the uploads and runs until each of them has its manifest.</summary>
    /// <exception cref="ExportNotFinishedException">A step failed as often as it is tried.</exception>
    public async Task<IReadOnlyList<ExportSummary>> RunUntilFinishedAsync(IReadOnlyList<BlobClient> uploads, CancellationToken cancellationToken)
    {
        IReadOnlyList<ExportSummary> finished = [];
        await RunAsync(
            async stopping =>
            {
                var exports = new ExportId[uploads.Count];
                await Parallel.ForAsync(0, uploads.Count, stopping, async (i, ending) => exports[i] = await UnpackAsync(uploads[i], ending));
                finished = await Task.WhenAll(exports.Select(export => FinishedAsync(export, stopping)));
            },
            cancellationToken);
        return finished;
    }

    /// <summary>Puts back what failed of an export and runs until it has its manifest again.</summary>
    /// <returns>What was put back, and the export; null where the id is not known.</returns>
    /// <exception cref="ExportNotFinishedException">A step failed as often as it is tried.</exception>
    public async Task<(Retry Retry, ExportSummary Export)?> RetryAsync(ExportId export, CancellationToken cancellationToken)
    {
        if (await Exports.FindAsync(export, cancellationToken) is not { } summary) return null;
        if (await Step<RetryExport>().RunAsync(export, cancellationToken) is not { } retry) return null;
        if (retry is { Rows: 0, Whole: false }) return (retry, summary);
        await RunAsync(
            async stopping =>
            {
                _observer.Unpacked(summary with { Verdicts = summary.Verdicts with { Failed = 0 } });
                if (retry.Whole) summary = await FinishedAsync(export, stopping);
                if (retry.Rows == 0) return;

                // The export was finished before, so its status tells nothing; that no message is left anywhere does.
                while (await AnyRowsLeftAsync(stopping)) await Task.Delay(RetryLook, _time, stopping);
                await FinishAsync(FinishedNotice.Of(export), stopping);
                summary = await FindAsync(export, stopping);
            },
            cancellationToken);
        return (retry, summary);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private T Step<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Listens on the queues for as long as <paramref name="work"/> goes on; then lets what is running come to its end.</summary>
    private async Task RunAsync(
        Func<CancellationToken, Task> work, CancellationToken cancellationToken, Func<CancellationToken, Task>? beside = null)
    {
        await Storage.CreateAsync(cancellationToken);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var aborting = new CancellationTokenSource();
        Task[] listening = Array.ConvertAll([_rows, _finished, _found, .. _poison], listener => listener.RunAsync(stopping.Token, aborting.Token));
        if (beside is not null) listening = [.. listening, beside(stopping.Token)];
        var working = work(stopping.Token);
        try
        {
            // A listener that ends before the work does could not reach the storage: the work would wait for ever.
            await await Task.WhenAny([working, .. listening]);
            await working;
        }
        finally
        {
            await stopping.CancelAsync();
            using var limit = _time.CreateTimer(_ => aborting.Cancel(), null, DrainLimit, Timeout.InfiniteTimeSpan);
            await Task.WhenAll(listening.Append(working).Select(Quiet));
        }
    }

    private static Task Quiet(Task task) => task.ContinueWith(static _ => { }, TaskScheduler.Default);

    private async Task<ExportId> UnpackAsync(BlobClient upload, CancellationToken cancellationToken)
    {
        var export = await _uploads.UnpackAsync(upload, cancellationToken);
        _rows.Nudge();
        // Of one that was given up nothing may stand yet.
        if (await Exports.FindAsync(export, cancellationToken) is { } summary) _observer.Unpacked(summary);
        return export;
    }

    private async Task<ExportSummary> FinishedAsync(ExportId export, CancellationToken cancellationToken)
    {
        var isKnown = false;
        while (true)
        {
            // Asked for before the look, so that a finish between the two is not missed.
            var next = _signal.NextAsync();
            var summary = isKnown ? await FindAsync(export, cancellationToken) : await Exports.FindAsync(export, cancellationToken);
            if (summary is { Status: ExportStatus.Failed, FinishedAt: null })
                throw new ExportNotFinishedException($"{summary.Blob} failed. {summary.Reason} To try again: retry {export}");
            if (summary is { Status: not (ExportStatus.Unpacking or ExportStatus.Processing) })
            {
                _observer.Finished(summary);
                return summary;
            }
            isKnown = summary is not null;

            try
            {
                await next.WaitAsync(FallbackLook, _time, cancellationToken);
            }
            catch (TimeoutException)
            {
                // Another host may have finished it, which nobody tells this one.
            }
        }
    }

    private async Task<ExportSummary> FindAsync(ExportId export, CancellationToken cancellationToken) =>
        await Exports.FindAsync(export, cancellationToken)
        ?? throw new ExportNotFinishedException($"Export {export} is not in the tables any more: somebody deleted it while it ran.");

    private async Task ProcessAsync(BinaryData message, CancellationToken cancellationToken)
    {
        var row = await Step<ProcessLabelRow>().RunAsync(message, cancellationToken);
        _observer.RowDone(row);
        if (_rows.IsDry) _finished.Nudge();
    }

    private async Task UnpackFoundAsync(BinaryData message, CancellationToken cancellationToken)
    {
        if (await Step<UnpackExport>().RunAsync(message, cancellationToken) is not { } export) return;
        _rows.Nudge();
        _observer.Unpacked(await FindAsync(export, cancellationToken));
    }

    private async Task FailRowAsync(BinaryData message, CancellationToken cancellationToken)
    {
        await Step<FailLabelRow>().RunAsync(message, cancellationToken);
        _finished.Nudge();
    }

    private async Task FailedAsync(Task<ExportId?> failing, CancellationToken cancellationToken)
    {
        if (await failing is { } export && await Exports.FindAsync(export, cancellationToken) is { Status: ExportStatus.Failed } summary)
            _observer.Finished(summary);
        _signal.Tell();
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        await Step<SweepExports>().RunAsync(cancellationToken);
        foreach (var listener in (QueueListener[])[_found, _rows, _finished]) listener.Nudge();
    }

    private async Task FinishAsync(BinaryData message, CancellationToken cancellationToken)
    {
        await Step<FinishExport>().RunAsync(message, cancellationToken);
        if (FinishedNotice.Read(message) is { } export) _observer.Finished(await FindAsync(export, cancellationToken));
        _signal.Tell();
    }

    private async Task<bool> AnyRowsLeftAsync(CancellationToken cancellationToken)
    {
        // These counts include messages that are being worked on, by this host or another.
        QueueProperties rows = await Storage.LabelRows.GetPropertiesAsync(cancellationToken);
        QueueProperties poison = await Storage.LabelRowsPoison.GetPropertiesAsync(cancellationToken);
        return rows.ApproximateMessagesCount + poison.ApproximateMessagesCount > 0;
    }
}
