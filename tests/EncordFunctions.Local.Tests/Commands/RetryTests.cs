using Azure.Storage.Queues.Models;
using EncordFunctions.Local.Azurite;
using EncordFunctions.Local.Hosting;
using EncordFunctions.Local.Sample;
using EncordFunctions.Local.Tests.Hosting;
using EncordFunctions.Formats;
using EncordFunctions.Pipeline;
using Microsoft.Extensions.Logging.Abstractions;

namespace EncordFunctions.Local.Tests.Commands;

public sealed class RetryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Failed_rows_are_processed_again_and_the_export_is_good_then()
    {
        await using var azurite = await AzuriteServer.StartAsync(new AzuriteOptions(), TimeProvider.System, Ending);
        var id = (await FailOneRowAsync(azurite.ConnectionString)).Value;
        string[] there = ["--connection", azurite.ConnectionString];

        var before = await LocalCommand.RunAsync(_folder.Path, ["status", id, .. there]);
        var retry = await LocalCommand.RunAsync(_folder.Path, ["retry", id, .. there]);
        var again = await LocalCommand.RunAsync(_folder.Path, ["retry", id, .. there]);
        var after = await LocalCommand.RunAsync(_folder.Path, ["status", .. there]);

        Assert.Contains("26 Done, 1 Failed", before.Results, StringComparison.Ordinal);
        Assert.Equal(0, retry.ExitCode);
        Assert.Contains("1 rows were tried again.", retry.Notes, StringComparison.Ordinal);
        Assert.Contains("27 Done", retry.Results, StringComparison.Ordinal);
        Assert.True(File.Exists(_folder.File($"out/{id}/manifest.json")));
        Assert.Contains($"{id} has no failed rows.", again.Notes, StringComparison.Ordinal);
        Assert.Contains("27 of 27", after.Results, StringComparison.Ordinal);
        Assert.Equal((0, 0, 0), (before.ExitCode, again.ExitCode, after.ExitCode));
    }

    [Fact]
    public async Task An_export_nobody_knows_is_one_line_and_2()
    {
        var run = await LocalCommand.RunAsync(_folder.Path, "retry", "some-export-0123456789abcdef");

        Assert.Equal((2, ""), (run.ExitCode, run.Results));
        Assert.Contains("There is no export 'some-export-0123456789abcdef'", run.Notes, StringComparison.Ordinal);
    }

    /// <summary>Unpacks the sample and moves one of its messages to the poison queue, as a host does whose tries are used up.</summary>
    private static async Task<ExportId> FailOneRowAsync(string connection)
    {
        var storage = PipelineStorage.Connect(connection);
        await storage.CreateAsync(Ending);
        var upload = storage.Exports.GetBlobClient("sample.zip");
        await upload.UploadAsync(BinaryData.FromBytes(SampleExport.Create().Content), Ending);
        await new UnpackExport(storage, DerivativeList.Default, TimeProvider.System, NullLogger<UnpackExport>.Instance).RunAsync(upload, Ending);
        QueueMessage message = await storage.LabelRows.ReceiveMessageAsync(cancellationToken: Ending);
        await storage.LabelRowsPoison.SendMessageAsync(message.Body, cancellationToken: Ending);
        await storage.LabelRows.DeleteMessageAsync(message.MessageId, message.PopReceipt, Ending);

        await using var host = new LocalHost(connection, DerivativeList.Default, QueueSettings.Load(), new Warnings(), TimeProvider.System);
        var export = Assert.Single(await host.RunUntilFinishedAsync([upload], Ending));
        Assert.Equal((26, 1), (export.Verdicts.Done, export.Verdicts.Failed));
        return export.Id;
    }
}
