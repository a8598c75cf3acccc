using Azure.Storage.Queues;
using EncordFunctions.Formats;
using EncordFunctions.Formats.Privacy;
using EncordFunctions.Pipeline.Tests.Running;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EncordFunctions.Pipeline.Tests;

[Collection(nameof(OnAzurite))]
public sealed class RegistrationTests(AzuriteStorage azurite)
{
    [Fact]
    public void Every_step_is_there_once_over_one_storage()
    {
        using var services = Services(("AzureWebJobsStorage", azurite.ConnectionString));
        foreach (var step in (Type[])[typeof(UnpackExport), typeof(ProcessLabelRow), typeof(FinishExport), typeof(FailLabelRow), typeof(RetryFailedRows), typeof(ExportReader)])
            Assert.Same(services.GetRequiredService(step), services.GetRequiredService(step));
        Assert.Same(TimeProvider.System, services.GetRequiredService<TimeProvider>());
    }

    [Fact]
    public async Task Messages_are_sent_as_base64_as_the_queue_trigger_reads_them()
    {
        using var services = Services(("AzureWebJobsStorage", azurite.ConnectionString));
        var queue = services.GetRequiredService<PipelineStorage>().LabelRowsPoison;
        await queue.SendMessageAsync("{}", TestContext.Current.CancellationToken);
        var raw = new QueueClient(azurite.ConnectionString, StorageNames.LabelRowsPoison);
        Assert.Equal("e30=", (await raw.ReceiveMessageAsync(cancellationToken: TestContext.Current.CancellationToken)).Value.Body.ToString());
        await queue.ClearMessagesAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public void An_account_name_connects_by_identity()
    {
        using var services = Services(("AzureWebJobsStorage:accountName", "labels1"), ("AzureWebJobsStorage:clientId", "00000000-0000-0000-0000-000000000001"));
        var storage = services.GetRequiredService<PipelineStorage>();
        Assert.Equal("https://labels1.blob.core.windows.net/exports", storage.Exports.Uri.ToString());
        Assert.Equal("https://labels1.queue.core.windows.net/label-rows", storage.LabelRows.Uri.ToString());
        Assert.Equal("https://labels1.table.core.windows.net/Exports", storage.ExportsTable.Uri.ToString());
    }

    [Fact]
    public void Without_a_connection_one_line_says_what_to_set()
    {
        using var services = Services();
        var exception = Assert.Throws<InvalidOperationException>(() => services.GetRequiredService<UnpackExport>());
        Assert.Contains("AzureWebJobsStorage__accountName", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "coco,parquet,segments,report,changes")]
    [InlineData("report, coco:list", "coco:list,report")]
    [InlineData("none", "none")]
    public void The_setting_chooses_the_derivatives(string? setting, string chosen)
    {
        using var services = Services(("AzureWebJobsStorage", azurite.ConnectionString), ("Derivatives", setting!));
        Assert.Equal(chosen, services.GetRequiredService<DerivativeList>().ToString());
    }

    [Fact]
    public void A_setting_that_names_what_is_not_there_is_one_line_that_names_the_setting()
    {
        using var services = Services(("AzureWebJobsStorage", azurite.ConnectionString), ("Derivatives", "cocoa"));
        var exception = Assert.Throws<InvalidOperationException>(() => services.GetRequiredService<UnpackExport>());
        Assert.StartsWith("The setting Derivatives can't be used: There is no derivative 'cocoa'. Choose of coco,", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Urls", "Drop", "keep, strip, hash, drop")]
    [InlineData("Emails", "strip", "keep, hash, drop")]
    [InlineData("PatientIds", "remove", "keep, hash, drop")]
    public void A_word_that_privacy_does_not_know_ends_the_start_with_the_words_there_are(string setting, string word, string words)
    {
        if (word == "Drop")
        {
            using var any = Services(($"Privacy:{setting}", word));
            Assert.Null(any.GetRequiredService<PrivacyPolicy>().Url("https://h.example/a"));
            word = "dorp";
        }
        var exception = Assert.Throws<UnusableSettingException>(() => Services(($"Privacy:{setting}", word)));
        Assert.Equal($"The setting Privacy__{setting} can't be '{word}'. Choose of {words}.", exception.Message);
    }

    [Theory]
    [InlineData("Urls")]
    [InlineData("Emails")]
    [InlineData("PatientIds")]
    public void Hashing_without_a_key_ends_the_start(string setting)
    {
        var exception = Assert.Throws<UnusableSettingException>(() => Services(($"Privacy:{setting}", "hash"), ("Privacy:Key", " ")));
        Assert.StartsWith("The setting Privacy__Key is missing: ", exception.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Services(params (string Key, string Value)[] settings) => new ServiceCollection()
        .AddEncordPipeline(new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(static setting => new KeyValuePair<string, string?>(setting.Key, setting.Value)))
            .Build())
        .BuildServiceProvider();
}
