using Azure.Data.Tables;
using Azure.Storage.Blobs;
using EncordFunctions.Formats;
using EncordFunctions.Pipeline.Tests.Running;

namespace EncordFunctions.Pipeline.Tests.Crashing;

/// <summary>What mortal processes have to bring to its end, and what stands before they begin.</summary>
/// <param name="Formats">What is written of the export.</param>
/// <param name="PrepareAsync">Makes what stands.</param>
/// <param name="WorkAsync">The work, done by a host whose processes die.</param>
public sealed record Story(
    DerivativeList Formats,
    Func<Pipe, Task<(BlobClient Upload, ExportId Export)>> PrepareAsync,
    Func<TryingHost, BlobClient, ExportId, Task> WorkAsync)
{
    private const int MostSweeps = 4;

    private static readonly DerivativeList Few = DerivativeList.Parse("coco,changes");

    private static readonly byte[] TwoRows = RowText.Zip(("a.json", RowText.List(RowText.Image("r1", mask: true), RowText.Image("r2"))));
    private static readonly byte[] Several = RowText.Zip(
        ("a.json", RowText.List(RowText.Image("r1", mask: true), RowText.Image("r2"))),
        ("notes.txt", "x"),
        ("group.json", RowText.Group("g", "r1", "gone")),
        ("b.json", $"[{RowText.Image("r3")},"),
        ("ontology.json", RowText.Ontology("polygon")));

    private static readonly byte[] Many = RowText.Zip(
        ("a.json", RowText.List(RowText.Image("r1", mask: true), RowText.Image("r2"), "{\"label_hash\": 1 2}", RowText.Image("r3"), RowText.Image("r4"))),
        ("deep/group.json", RowText.List(RowText.Group("g", "r1", "gone", "r6"), RowText.Image("r6", boxes: 3))),
        ("notes.txt", "x"),
        ("b.json", RowText.List(RowText.Image("r7"), RowText.Image("r7"), RowText.Image("r8", mask: true), RowText.Image("r9"), RowText.Image("r10"), RowText.Image("r11"))),
        ("ontology.json", RowText.Ontology("polygon")));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>The stories by their names.</summary>
    public static IReadOnlyDictionary<string, Story> All { get; } = new Dictionary<string, Story>
    {
        ["one row"] = Export(DerivativeList.Parse("coco"), "story.json", RowText.Bytes(RowText.Image("r1"))),
        ["no rows"] = Export(Few, "story.zip", RowText.Zip(("notes.txt", "x"))),
        ["several entries"] = Export(Few, "story.zip", Several),
        ["several entries, all formats"] = Export(DerivativeList.Parse("all"), "story.zip", Several),
        ["a poison row and its retry"] = new(Few, static pipe => GiveUpAsync(pipe, TwoRows), RetryAsync),
        ["lost messages"] = new(Few, static pipe => LoseMessagesAsync(pipe, Several), SweepAsync),
        ["a lost event"] = new(Few, static pipe => DropAsync(pipe, "story.zip", TwoRows), SweepAsync),
        ["a lost upload"] = new(Few, LoseUploadAsync, SweepAsync),
    };

    /// <summary>Those with several hundred points each.</summary>
    public static IReadOnlyDictionary<string, Story> Large { get; } = new Dictionary<string, Story>
    {
        ["many rows"] = Export(Few, "story.zip", Many),
        ["many rows, all formats"] = Export(DerivativeList.Parse("all"), "story.zip", Many),
        ["many rows, one of them poison, and their retry"] = new(Few, static pipe => GiveUpAsync(pipe, Many), RetryAsync),
        ["many lost messages"] = new(Few, static pipe => LoseMessagesAsync(pipe, Many), SweepAsync),
    };

    private static Story Export(DerivativeList formats, string name, byte[] content) =>
        new(formats, pipe => DropAsync(pipe, name, content), static (host, upload, _) => host.RunAsync(upload));

    private static async Task<(BlobClient Upload, ExportId Export)> DropAsync(Pipe pipe, string name, byte[] content)
    {
        var upload = await pipe.DropAsync(name, content);
        var etag = (await upload.GetPropertiesAsync(cancellationToken: Stop)).Value.ETag;
        return (upload, ExportId.Of(upload.BlobContainerName, upload.Name, etag.ToString()));
    }

    private static async Task<(BlobClient Upload, ExportId Export)> GiveUpAsync(Pipe pipe, byte[] content)
    {
        var dropped = await DropAsync(pipe, "story.zip", content);
        await pipe.UnpackAsync(dropped.Upload);
        var messages = await Pipe.TakeAllAsync(pipe.Storage.LabelRows);
        await pipe.Storage.LabelRowsPoison.SendMessageAsync(messages[0], cancellationToken: Stop);
        foreach (var message in messages[1..]) await pipe.Storage.LabelRows.SendMessageAsync(message, cancellationToken: Stop);
        return dropped;
    }

    private static async Task RetryAsync(TryingHost host, BlobClient upload, ExportId export)
    {
        await host.RestAsync();
        await host.InsistAsync(pipe => pipe.RetryWholeAsync(export));
        await host.RestAsync();
    }

    private static async Task<(BlobClient Upload, ExportId Export)> LoseMessagesAsync(Pipe pipe, byte[] content)
    {
        var dropped = await DropAsync(pipe, "story.zip", content);
        await pipe.UnpackAsync(dropped.Upload);
        await LoseAllButOneAsync(pipe);
        return dropped;
    }

    // The messages of one entry were sent and lost, those of the other were never sent; then the upload was deleted.
    private static async Task<(BlobClient Upload, ExportId Export)> LoseUploadAsync(Pipe pipe)
    {
        var dropped = await DropAsync(pipe, "story.zip", Several);
        await BrokenOff.UnpackAsync(pipe.Account, dropped.Upload);
        await LoseAllButOneAsync(pipe);
        await pipe.Storage.ExportsTable.UpdateEntityAsync(
            new TableEntity(dropped.Export.Value, "entry-00003") { ["State"] = "Staged" }, Azure.ETag.All, cancellationToken: Stop);
        await dropped.Upload.DeleteAsync(cancellationToken: Stop);
        return dropped;
    }

    private static async Task LoseAllButOneAsync(Pipe pipe) => await pipe.ProcessAsync((await Pipe.TakeAllAsync(pipe.Storage.LabelRows))[0]);

    // Each sweep is hours after the one before; the last one sees what a process that died left open. One that dies while it sends leaves the
    // next one waiting for what it sent, so each crash may take one sweep more than the two of an undisturbed run.
    private static async Task SweepAsync(TryingHost host, BlobClient upload, ExportId export)
    {
        var (now, open) = (host.Clock.GetUtcNow(), 1);
        for (var sweeps = 0; open > 0; sweeps++)
        {
            Assert.True(sweeps < MostSweeps, "It never comes to its end.");
            await host.InsistAsync(async pipe => open = (await pipe.SweepAsync(now += TimeSpan.FromHours(2))).Open);
            await host.RestAsync();
        }
    }
}
