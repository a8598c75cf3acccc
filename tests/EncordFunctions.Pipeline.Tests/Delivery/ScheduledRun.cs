using Azure.Core;
using Azure.Storage.Blobs;
using EncordFunctions.Formats;
using EncordFunctions.Pipeline.Tests.Running;

namespace EncordFunctions.Pipeline.Tests.Delivery;

/// <summary>Two hosts, and messages that come as a schedule says.</summary>
public sealed class ScheduledRun(StorageAccount account, DerivativeList formats)
{
    private const int MostAtOnce = 6;
    private const int MostRounds = 12;

    private readonly Pipe[] _hosts = [new(account, formats: formats), new(account, formats: formats)];
    private readonly List<Func<Pipe, Task>> _waiting = [];
    private readonly List<BinaryData> _rows = [];
    private readonly List<BlobClient> _uploads = [];
    private DateTimeOffset _now = account.Clock.GetUtcNow();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private PipelineStorage Storage => _hosts[0].Storage;

    /// <summary>The exports, as their uploads were dropped.</summary>
    public List<ExportId> Exports { get; } = [];

    /// <summary>Runs a schedule, then everything to rest.</summary>
    public async Task PlayAsync(Schedule schedule, byte[] content, byte[] other)
    {
        await _hosts[0].ForgetAsync();
        var upload = await DropAsync("storm.zip", content);
        if (schedule.Second == Second.New) await UnpackWhileReplacedAsync(upload, schedule.At, other);
        else await _hosts[0].UnpackAsync(upload);
        for (var turn = 0; turn < schedule.Turns.Length; turn++)
        {
            if (turn == schedule.At && schedule.Second is Second.Copy or Second.Again)
                _waiting.Add(Event(await DropAsync(schedule.Second == Second.Copy ? "copy.zip" : "storm.zip", content)));
            await CollectAsync();
            await PlayAsync(schedule.Turns[turn]);
        }
        await RestAsync();
    }

    private static Func<Pipe, Task> Event(BlobClient upload) => host => host.UnpackAsync(upload);

    private async Task<BlobClient> DropAsync(string name, byte[] content)
    {
        var upload = await _hosts[0].DropAsync(name, content);
        var etag = (await upload.GetPropertiesAsync(cancellationToken: Stop)).Value.ETag;
        Exports.Add(ExportId.Of(upload.BlobContainerName, upload.Name, etag.ToString()));
        _uploads.Add(upload);
        return upload;
    }

    private async Task UnpackWhileReplacedAsync(BlobClient upload, int at, byte[] other)
    {
        var requests = 0;
        var replacing = new BeforeFirst(_ => Interlocked.Increment(ref requests) == at, () => DropAsync(upload.Name, other));
        var host = new Pipe(account, options => options.AddPolicy(replacing, HttpPipelinePosition.PerCall), formats);
        await host.UnpackAsync(host.Storage.Exports.GetBlobClient(upload.Name));
        if (Exports.Count == 1) await DropAsync(upload.Name, other);
        _waiting.Add(Event(upload));
    }

    private async Task CollectAsync()
    {
        foreach (var message in await Pipe.TakeAllAsync(Storage.FoundUploads)) _waiting.Add(host => host.UnpackFoundAsync(message));
        foreach (var message in await Pipe.TakeAllAsync(Storage.LabelRows))
        {
            _rows.Add(message);
            _waiting.Add(host => host.ProcessAsync(message));
        }
        foreach (var message in await Pipe.TakeAllAsync(Storage.FinishedExports)) _waiting.Add(host => host.FinishAsync(message));
    }

    private async Task PlayAsync(Turn turn)
    {
        var host = _hosts[turn.Which % 2];
        switch (turn.Kind)
        {
            case TurnKind.Deliver when Take(turn) is { } step:
                for (var time = 0; time < turn.Times; time++) await step(_hosts[(turn.Which + time) % 2]);
                break;
            case TurnKind.Keep when Take(turn) is { } step:
                await step(host);
                _waiting.Add(step);
                break;
            case TurnKind.Together:
                var steps = Enumerable.Range(0, Math.Min(turn.Times + 1, MostAtOnce)).Select(_ => Take(turn)).OfType<Func<Pipe, Task>>().ToList();
                await Task.WhenAll(steps.SelectMany(step => _hosts, static (step, on) => step(on)));
                break;
            case TurnKind.GiveUpMeanwhile when Row(turn) is { } row:
                await Task.WhenAll(_hosts[0].FailAsync(row), _hosts[1].ProcessAsync(row));
                break;
            case TurnKind.GiveUp when Row(turn) is { } row:
                for (var time = 0; time < turn.Times; time++) await host.FailAsync(row);
                break;
            case TurnKind.Retry:
                await Task.WhenAll(Exports.Select(export => (Task)host.RetryWholeAsync(export)).Append(MeanwhileAsync(turn)));
                break;
            case TurnKind.Sweep:
                await Task.WhenAll(host.SweepAsync(_now += TimeSpan.FromHours(2)), MeanwhileAsync(turn));
                break;
            case TurnKind.Event:
                await Task.WhenAll(_hosts.Select(on => on.UnpackAsync(_uploads[^1])).Append(MeanwhileAsync(turn)));
                break;
            case TurnKind.GiveUpUpload:
                await Task.WhenAll(host.FailUploadAsync(Note(_uploads[^1])), MeanwhileAsync(turn));
                _waiting.Add(Event(_uploads[^1]));
                break;
            case TurnKind.GiveUpFinish:
                await host.FailFinishAsync($$"""{"export": "{{Exports[turn.Which % Exports.Count]}}"}""");
                break;
        }
    }

    private static string Note(BlobClient upload) => $$"""{"ContainerName": "{{upload.BlobContainerName}}", "BlobName": "{{upload.Name}}"}""";

    private Task MeanwhileAsync(Turn turn) => Take(turn) is { } step ? step(_hosts[1]) : Task.CompletedTask;

    private Func<Pipe, Task>? Take(Turn turn)
    {
        if (_waiting.Count == 0) return null;
        var step = _waiting[turn.Which % _waiting.Count];
        _waiting.Remove(step);
        return step;
    }

    private BinaryData? Row(Turn turn) => _rows.Count == 0 ? null : _rows[turn.Which % _rows.Count];

    private async Task RestAsync()
    {
        for (var round = 0; round < MostRounds; round++)
        {
            await CollectAsync();
            while (_waiting.Count > 0)
            {
                foreach (var step in _waiting.ToArray().Reverse()) await step(_hosts[round % 2]);
                _waiting.Clear();
                await CollectAsync();
            }
            var retried = false;
            foreach (var export in Exports) retried |= await _hosts[0].RetryWholeAsync(export) is { } retry && retry is not { Rows: 0, Whole: false };
            var swept = await _hosts[1].SweepAsync(_now += TimeSpan.FromHours(2));
            if (!retried && swept is { Open: 0, TakenUp: 0 }) return;
        }
        Assert.Fail("It does not come to rest.");
    }
}
