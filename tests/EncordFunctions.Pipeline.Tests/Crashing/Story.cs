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
    private static readonly DerivativeList Few = DerivativeList.Parse("coco,changes");

    private static readonly byte[] TwoRows = RowText.Zip(("a.json", RowText.List(RowText.Image("r1", mask: true), RowText.Image("r2"))));
    private static readonly byte[] Several = RowText.Zip(
        ("a.json", RowText.List(RowText.Image("r1", mask: true), RowText.Image("r2"))),
        ("notes.txt", "x"),
        ("group.json", RowText.Group("g", "r1", "gone")),
        ("b.json", $"[{RowText.Image("r3")},"),
        ("ontology.json", RowText.Ontology("polygon")));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>The stories by their names.</summary>
    public static IReadOnlyDictionary<string, Story> All { get; } = new Dictionary<string, Story>
    {
        ["one row"] = Export(DerivativeList.Parse("coco"), "story.json", RowText.Bytes(RowText.Image("r1"))),
        ["no rows"] = Export(Few, "story.zip", RowText.Zip(("notes.txt", "x"))),
        ["several entries"] = Export(Few, "story.zip", Several),
        ["several entries, all formats"] = Export(DerivativeList.Parse("all"), "story.zip", Several),
        ["a poison row and its retry"] = new(Few, GiveUpAsync, RetryAsync),
        ["lost messages"] = new(Few, LoseMessagesAsync, SweepAsync),
        ["a lost event"] = new(Few, static pipe => DropAsync(pipe, "story.zip", TwoRows), SweepAsync),
        ["a lost upload"] = new(Few, LoseUploadAsync, SweepAsync),
    };

    private static Story Export(DerivativeList formats, string name, byte[] content) =>
        new(formats, pipe => DropAsync(pipe, name, content), static (host, upload, _) => host.RunAsync(upload));

    private static async Task<(BlobClient Upload, ExportId Export)> DropAsync(Pipe pipe, string name, byte[] content)
    {
        var upload = await pipe.DropAsync(name, content);
        var etag = (await upload.GetPropertiesAsync(cancellationToken: Stop)).Value.ETag;
        return (upload, ExportId.Of(upload.BlobContainerName, upload.Name, etag.ToString()));
    }

    private static async Task<(BlobClient Upload, ExportId Export)> GiveUpAsync(Pipe pipe)
    {
        var dropped = await DropAsync(pipe, "story.zip", TwoRows);
        await pipe.UnpackAsync(dropped.Upload);
        var messages = await Pipe.TakeAllAsync(pipe.Storage.LabelRows);
        await pipe.Storage.LabelRowsPoison.SendMessageAsync(messages[0], cancellationToken: Stop);
        await pipe.Storage.LabelRows.SendMessageAsync(messages[1], cancellationToken: Stop);
        return dropped;
    }

    private static async Task RetryAsync(TryingHost host, BlobClient upload, ExportId export)
    {
        await host.RestAsync();
        await host.InsistAsync(pipe => pipe.RetryWholeAsync(export));
        await host.RestAsync();
    }

    private static async Task<(BlobClient Upload, ExportId Export)> LoseMessagesAsync(Pipe pipe)
    {
        var dropped = await DropAsync(pipe, "story.zip", Several);
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

    // Each sweep is hours after the one before; the last one sees what a process that died left open.
    private static async Task SweepAsync(TryingHost host, BlobClient upload, ExportId export)
    {
        var now = TimeProvider.System.GetUtcNow();
        for (var sweeps = 0; sweeps < 2; sweeps++)
        {
            await host.InsistAsync(pipe => pipe.SweepAsync(now += TimeSpan.FromHours(2)));
            await host.RestAsync();
        }
        await host.InsistAsync(async pipe => Assert.Equal(0, (await pipe.SweepAsync(now)).Open));
    }
}
