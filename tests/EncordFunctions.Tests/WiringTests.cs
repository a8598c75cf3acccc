extern alias published;

using System.Reflection;
using Azure.Storage.Blobs;
using EncordFunctions.Pipeline;
using EncordFunctions.Triggers;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EncordFunctions.Tests;

public sealed class WiringTests
{
    [Fact]
    public void Each_step_is_a_function_of_its_own_name()
    {
        Assert.Equal(
            [
                "FailFinish", "FailFoundUpload", "FailLabelRow", "FailUpload", "FinishExport", "ProcessLabelRow", "SweepExports", "UnpackExport",
                "UnpackFoundUpload",
            ],
            Trigger.All.Select(trigger => trigger.Function).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(typeof(UnpackExportTrigger), typeof(UnpackExport))]
    [InlineData(typeof(ProcessLabelRowTrigger), typeof(ProcessLabelRow))]
    [InlineData(typeof(FinishExportTrigger), typeof(FinishExport))]
    [InlineData(typeof(FailLabelRowTrigger), typeof(FailLabelRow))]
    [InlineData(typeof(UnpackFoundUploadTrigger), typeof(UnpackExport))]
    [InlineData(typeof(FailUploadTrigger), typeof(FailUpload))]
    [InlineData(typeof(FailFoundUploadTrigger), typeof(FailFoundUpload))]
    [InlineData(typeof(FailFinishTrigger), typeof(FailFinish))]
    [InlineData(typeof(SweepExportsTrigger), typeof(SweepExports))]
    public void A_trigger_calls_its_step_and_nothing_else(Type trigger, Type step)
    {
        var called = Assert.Single(Trigger.All.Single(found => found.Class == trigger).Calls());

        Assert.Equal(step, called.DeclaringType);
        Assert.Equal(nameof(UnpackExport.RunAsync), called.Name);
    }

    [Fact]
    public void Uploads_to_the_exports_container_are_unpacked()
    {
        var bound = Trigger.All.Single(trigger => trigger.Function == "UnpackExport").Bound;
        var attribute = bound.GetCustomAttribute<BlobTriggerAttribute>();

        Assert.Equal("exports/{name}", attribute?.BlobPath);
        Assert.Equal(typeof(BlobClient), bound.ParameterType);
    }

    [Fact]
    public void A_debug_build_polls_and_a_published_app_listens_to_Event_Grid()
    {
        var debug = Trigger.All.Single(trigger => trigger.Function == "UnpackExport").Bound.GetCustomAttribute<BlobTriggerAttribute>();
        var release = typeof(published::EncordFunctions.Triggers.UnpackExportTrigger)
            .GetMethod(nameof(UnpackExportTrigger.RunAsync))!.GetParameters()[0]
            .GetCustomAttribute<published::Microsoft.Azure.Functions.Worker.BlobTriggerAttribute>();

        Assert.Equal(BlobTriggerSource.LogsAndContainerScan, debug?.Source);
        Assert.Equal(published::Microsoft.Azure.Functions.Worker.BlobTriggerSource.EventGrid, release?.Source);
    }

    [Theory]
    [InlineData("ProcessLabelRow", "label-rows")]
    [InlineData("FailLabelRow", "label-rows-poison")]
    [InlineData("FinishExport", "finished-exports")]
    [InlineData("UnpackFoundUpload", "found-uploads")]
    [InlineData("FailUpload", "webjobs-blobtrigger-poison")]
    [InlineData("FailFoundUpload", "found-uploads-poison")]
    [InlineData("FailFinish", "finished-exports-poison")]
    public void A_queue_of_the_pipeline_starts_its_step_with_the_raw_message(string function, string queue)
    {
        var trigger = Trigger.All.Single(found => found.Function == function);

        Assert.Equal(queue, trigger.Queue);
        Assert.Equal(typeof(BinaryData), trigger.Bound.ParameterType);
    }

    [Fact]
    public void The_sweep_runs_every_five_minutes_as_a_local_one_does()
    {
        var attribute = Trigger.All.Single(trigger => trigger.Function == "SweepExports").Bound.GetCustomAttribute<TimerTriggerAttribute>();

        Assert.Equal("0 */5 * * * *", attribute?.Schedule);
        Assert.Equal(TimeSpan.FromMinutes(5), SweepExports.Every);
    }

    [Fact]
    public void A_poison_queue_is_the_one_the_runtime_moves_messages_to()
    {
        Assert.Equal(StorageNames.LabelRows + "-poison", StorageNames.LabelRowsPoison);
        Assert.Equal(StorageNames.FoundUploads + "-poison", StorageNames.FoundUploadsPoison);
        Assert.Equal(StorageNames.FinishedExports + "-poison", StorageNames.FinishedExportsPoison);
        Assert.Equal("webjobs-blobtrigger-poison", StorageNames.BlobTriggerPoison);
    }

    [Fact]
    public void Of_every_queue_that_a_trigger_reads_the_poison_is_read_too()
    {
        var queues = Trigger.All.Select(trigger => trigger.Queue).OfType<string>().ToHashSet();

        Assert.All(queues.Where(queue => !queue.EndsWith("-poison", StringComparison.Ordinal)), queue => Assert.Contains(queue + "-poison", queues));
    }

    [Fact]
    public void Every_trigger_reads_the_host_storage_that_the_pipeline_writes()
    {
        Assert.All(Trigger.All, trigger =>
        {
            Assert.Null(trigger.Bound.GetCustomAttribute<BlobTriggerAttribute>()?.Connection);
            Assert.Null(trigger.Bound.GetCustomAttribute<QueueTriggerAttribute>()?.Connection);
        });
    }

    [Fact]
    public void Every_trigger_can_be_cancelled_and_awaited()
    {
        Assert.All(Trigger.All, trigger =>
        {
            Assert.Equal(typeof(CancellationToken), trigger.Method.GetParameters()[^1].ParameterType);
            Assert.Equal(typeof(Task), trigger.Method.ReturnType);
        });
    }

    [Fact]
    public async Task The_sample_settings_are_enough_to_make_every_trigger()
    {
        var values = Repository.Json("local.settings.sample.json")["Values"]!.AsObject();
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(values.Select(value => KeyValuePair.Create(value.Key, (string?)value.Value)))
            .Build();
        await using var services = new ServiceCollection().AddEncordPipeline(configuration).BuildServiceProvider();

        Assert.All(Trigger.All, trigger => Assert.NotNull(ActivatorUtilities.CreateInstance(services, trigger.Class)));
        Assert.Equal("dotnet-isolated", (string?)values["FUNCTIONS_WORKER_RUNTIME"]);
    }
}
