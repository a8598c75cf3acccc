using System.Text.RegularExpressions;
using Azure.Storage.Queues.Models;
using EncordFunctions.Formats;
using EncordFunctions.Local.Azurite;
using EncordFunctions.Local.Tests.Commands;
using EncordFunctions.Pipeline.Tests.Running;
using EncordFunctions.Pipeline;
using EncordFunctions.Tests.Shared;
using Microsoft.Extensions.Logging.Abstractions;

namespace EncordFunctions.Local.Tests.Serving;

/// <summary>One run of <c>watch</c> over exports that have come to every end, and over one that has not.</summary>
public sealed partial class WatchedStorage : IAsyncLifetime
{
    /// <summary>How many boxes of the planted row can't be used.</summary>
    public const int Faults = 250;

    private const string Signature = "PlantedSignature0123";
    private const string Link = $"\"data_link\": \"https://bucket.example/p.jpg?X-Amz-Signature={Signature}\"";
    private const string Email = "planted.person@example.com";

    private readonly TemporaryFolder _folder = new();
    private AzuriteServer? _azurite;
    private LocalCommand? _watch;
    private Uri? _address;

    /// <summary>An export with a row that is held back: two of its three rows are done.</summary>
    public ExportId Held { get; private set; }

    /// <summary>An export with a failed row.</summary>
    public ExportId Failed { get; private set; }

    /// <summary>An export that no report was chosen for.</summary>
    public ExportId Plain { get; private set; }

    /// <summary>An export with a signed link, an e-mail address, and many faults.</summary>
    public ExportId Planted { get; private set; }

    /// <summary>An export with a rejected row.</summary>
    public ExportId Faulty { get; private set; }

    internal Uri Address => _address!;

    internal IEnumerable<ExportId> All => [Held, Failed, Plain, Planted, Faulty];

    public async ValueTask InitializeAsync()
    {
        _azurite = await AzuriteServer.StartAsync(new AzuriteOptions(), TimeProvider.System, CancellationToken.None);
        var storage = PipelineStorage.Connect(_azurite.ConnectionString);
        await storage.CreateAsync(CancellationToken.None);
        Held = await UnpackAsync(storage, "held.json", "coco", RowText.List(RowText.Image("h1"), RowText.Image("h2"), RowText.Image("h3")));
        await storage.LabelRows.ReceiveMessageAsync(TimeSpan.FromHours(1));
        Failed = await UnpackAsync(storage, "failed.json", "report", RowText.List(RowText.Image("f1"), RowText.Image("f2")));
        QueueMessage failing;
        do failing = await storage.LabelRows.ReceiveMessageAsync(TimeSpan.FromSeconds(1));
        while (!failing.Body.ToString().Contains(Failed.Value, StringComparison.Ordinal));
        await storage.LabelRowsPoison.SendMessageAsync(failing.Body);
        await storage.LabelRows.DeleteMessageAsync(failing.MessageId, failing.PopReceipt);
        Plain = await UnpackAsync(storage, "plain.json", "none", RowText.Image("p1"));
        Planted = await UnpackAsync(storage, "planted.json", "report,coco", PlantedRow());
        Faulty = await UnpackAsync(
            storage, "sample-with-faults.zip", "report", File.ReadAllBytes(Path.Combine(Repository.Root, "docs/examples/sample-with-faults.zip")));

        _watch = LocalCommand.Start(_folder.Path, "watch", "--connection", _azurite.ConnectionString);
        _address = new Uri((await _watch.SaidAsync(Answering())).Groups["address"].Value);
        await SettledAsync(new ExportReader(storage));
    }

    public async ValueTask DisposeAsync()
    {
        if (_watch is not null)
        {
            await _watch.InterruptAsync();
            await _watch.EndAsync();
            _watch.Dispose();
        }
        if (_azurite is not null) await _azurite.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>Asks the running command.</summary>
    internal Caller Caller() => new(Address, Signature, Email);

    private static string PlantedRow() => RowText.Image("planted", boxes: Faults)
        .Replace("\"x\": 0.25", "\"x\": 7.5", StringComparison.Ordinal)
        .Replace("a@b.c", Email, StringComparison.Ordinal)
        .Replace("\"video_link\": null", $"\"video_link\": null, {Link}", StringComparison.Ordinal)
        .Replace("\"data_sequence\": 0", $"\"data_sequence\": 0, {Link}", StringComparison.Ordinal);

    private async Task SettledAsync(ExportReader exports)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3), TimeProvider.System);
        while (true)
        {
            var all = await exports.ListAsync(limit.Token).ToListAsync(limit.Token);
            if (all.TrueForAll(one => one.Id == Held ? one.Verdicts.Total == 2 : one.FinishedAt is not null)) return;
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, limit.Token);
        }
    }

    private static Task<ExportId> UnpackAsync(PipelineStorage storage, string name, string formats, string content) =>
        UnpackAsync(storage, name, formats, RowText.Bytes(content));

    private static async Task<ExportId> UnpackAsync(PipelineStorage storage, string name, string formats, byte[] content)
    {
        var upload = storage.Exports.GetBlobClient(name);
        await upload.UploadAsync(BinaryData.FromBytes(content));
        var step = new UnpackExport(storage, DerivativeList.Parse(formats), TimeProvider.System, NullLogger<UnpackExport>.Instance);
        return await step.RunAsync(upload, CancellationToken.None);
    }

    [GeneratedRegex("Answering at (?<address>http://127.0.0.1:[0-9]+/api/exports)")]
    private static partial Regex Answering();
}
