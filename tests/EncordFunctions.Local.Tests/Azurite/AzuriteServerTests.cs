using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using EncordFunctions.Local.Azurite;

namespace EncordFunctions.Local.Tests.Azurite;

public sealed class AzuriteServerTests
{
    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_three_services_take_requests_once_it_has_started()
    {
        await using var server = await AzuriteServer.StartAsync(new AzuriteOptions(), TimeProvider.System, Ending);

        await new BlobServiceClient(server.ConnectionString).CreateBlobContainerAsync("exports", cancellationToken: Ending);
        await new QueueServiceClient(server.ConnectionString).CreateQueueAsync("label-rows", cancellationToken: Ending);
        await new TableServiceClient(server.ConnectionString).CreateTableAsync("Exports", Ending);

        Assert.True(await new BlobContainerClient(server.ConnectionString, "exports").ExistsAsync(Ending));
    }

    [Fact]
    public async Task What_was_written_is_there_after_a_restart_on_the_same_folder()
    {
        using var folder = new TemporaryFolder();
        var options = new AzuriteOptions { DataFolder = folder.Path };
        await using (var first = await AzuriteServer.StartAsync(options, TimeProvider.System, Ending))
        {
            await new BlobServiceClient(first.ConnectionString).CreateBlobContainerAsync("exports", cancellationToken: Ending);
            await new BlobClient(first.ConnectionString, "exports", "a").UploadAsync(BinaryData.FromString("kept"), Ending);
        }

        await using var second = await AzuriteServer.StartAsync(options, TimeProvider.System, Ending);

        var content = await new BlobClient(second.ConnectionString, "exports", "a").DownloadContentAsync(Ending);
        Assert.Equal("kept", content.Value.Content.ToString());
    }

    [Fact]
    public async Task A_folder_in_use_is_refused_in_one_line()
    {
        using var folder = new TemporaryFolder();
        var options = new AzuriteOptions { DataFolder = folder.Path };
        await using var first = await AzuriteServer.StartAsync(options, TimeProvider.System, Ending);

        var refusal = await Assert.ThrowsAsync<AzuriteUnavailableException>(() => AzuriteServer.StartAsync(options, TimeProvider.System, Ending));

        Assert.Contains(folder.Path, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
    }

    [Fact]
    public async Task A_temporary_folder_goes_with_the_server()
    {
        string folder;
        await using (var server = await AzuriteServer.StartAsync(new AzuriteOptions(), TimeProvider.System, Ending))
        {
            folder = server.DataFolder;
            Assert.True(Directory.Exists(folder));
        }

        Assert.False(Directory.Exists(folder));
    }
}
