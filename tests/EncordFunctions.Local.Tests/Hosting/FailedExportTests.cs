using System.IO.Compression;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using EncordFunctions.Formats;
using EncordFunctions.Local.Azurite;
using EncordFunctions.Local.Commands;
using EncordFunctions.Local.Hosting;
using EncordFunctions.Local.Sample;
using EncordFunctions.Pipeline;

namespace EncordFunctions.Local.Tests.Hosting;

/// <summary>Exports whose tries are used up: somebody holds a blob that a step must write.</summary>
public sealed class FailedExportTests
{
    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("staging", "labels/images.json", "All tries of unpacking it ended with an error")]
    [InlineData("derivatives", "manifest.json", "All tries of finishing it ended with an error")]
    public async Task An_export_that_fails_for_good_is_one_line_and_1_and_is_good_once_it_is_retried(string container, string held, string reason)
    {
        await using var azurite = await AzuriteServer.StartAsync(new AzuriteOptions(), TimeProvider.System, Ending);
        var settings = QueueSettings.Load() with { VisibilityTimeout = TimeSpan.Zero };
        await using var host = new LocalHost(azurite.ConnectionString, DerivativeList.Parse("coco"), settings, new Warnings(), TimeProvider.System);
        await host.Storage.CreateAsync(Ending);
        var upload = host.Storage.Exports.GetBlobClient("sample.zip");
        BlobContentInfo uploaded = await upload.UploadAsync(BinaryData.FromBytes(SampleExport.Create().Content), Ending);
        var export = ExportId.Of("exports", "sample.zip", uploaded.ETag.ToString());
        var name = container == "staging" ? $"{Array.FindIndex(Entries(), entry => entry == held):D5}" : held;
        var blob = new BlobContainerClient(azurite.ConnectionString, container).GetBlobClient($"{export}/{name}");
        await blob.UploadAsync(BinaryData.FromString("x"), Ending);
        var lease = blob.GetBlobLeaseClient();
        await lease.AcquireAsync(BlobLeaseClient.InfiniteLeaseDuration, cancellationToken: Ending);

        var fault = await Assert.ThrowsAsync<ExportNotFinishedException>(() => host.RunUntilFinishedAsync([upload], Ending));
        Assert.Equal(ExitCode.Issues, ExitCode.Of(fault));
        Assert.StartsWith($"sample.zip failed. {reason}", ExitCode.LineOf(fault), StringComparison.Ordinal);
        Assert.EndsWith($"To try again: retry {export}", ExitCode.LineOf(fault), StringComparison.Ordinal);

        await lease.ReleaseAsync(cancellationToken: Ending);
        // A notice may come twice, and the second one's tries be used up as the run ends: it would fail the export once more for a moment.
        await host.Storage.FinishedExportsPoison.ClearMessagesAsync(Ending);
        var (retry, summary) = (await host.RetryAsync(export, Ending))!.Value;
        Assert.Equal(new Retry(0, true), retry);
        Assert.Equal((ExportStatus.Done, 27), (summary.Status, summary.Verdicts.Done));
    }

    private static string[] Entries()
    {
        using var zip = new ZipArchive(new MemoryStream([.. SampleExport.Create().Content.Span]));
        return [.. zip.Entries.Select(static entry => entry.FullName)];
    }
}
