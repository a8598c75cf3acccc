extern alias published;

using System.Reflection;
using Azure.Storage.Blobs;
using EncordFunctions.Http;
using EncordFunctions.Pipeline;
using EncordFunctions.Tests.Shared;
using EncordFunctions.Triggers;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EncordFunctions.Tests;

public sealed class WiringTests
{
    [Fact]
    public void Each_step_and_each_endpoint_is_a_function_of_its_own_name()
    {
        Assert.Equal(
            [
                "FailFinish", "FailFoundUpload", "FailLabelRow", "FailUpload", "FinishExport", "GetExport", "GetReport", "ListExports", "ListIssues",
                "ProcessLabelRow", "RetryExport", "SweepExports", "UnpackExport", "UnpackFoundUpload",
            ],
            Trigger.All.Select(trigger => trigger.Function).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(typeof(UnpackExportTrigger), typeof(UnpackExport))]
    [InlineData(typeof(ProcessLabelRowTrigger), typeof(ProcessLabelRow))]
    [InlineData(typeof(FinishExportTrigger), typeof(FinishExport))]
    [InlineData(typeof(FailLabelRowTrigger), typeof(FailLabelRow))]
    [InlineData(typeof(ListExportsTrigger), typeof(ListExports))]
    [InlineData(typeof(GetExportTrigger), typeof(GetExport))]
    [InlineData(typeof(ListIssuesTrigger), typeof(ListIssues))]
    [InlineData(typeof(RetryExportTrigger), typeof(Http.RetryExport))]
    [InlineData(typeof(GetReportTrigger), typeof(GetReport))]
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

    [Theory]
    [InlineData("ListExports", "exports", "get", "head")]
    [InlineData("GetExport", "exports/{id}", "get", "head")]
    [InlineData("ListIssues", "exports/{id}/issues", "get", "head")]
    [InlineData("RetryExport", "exports/{id}/retry", "post")]
    [InlineData("GetReport", "exports/{id}/report", "get", "head")]
    public void An_endpoint_is_at_its_route_and_takes_a_key(string function, string route, params string[] methods)
    {
        var bound = Trigger.All.Single(trigger => trigger.Function == function).Bound;
        var attribute = bound.GetCustomAttribute<HttpTriggerAttribute>();

        Assert.Equal(typeof(HttpRequest), bound.ParameterType);
        Assert.Equal((route, AuthorizationLevel.Function), (attribute?.Route, attribute?.AuthLevel));
        Assert.Equal(methods, attribute?.Methods);
    }

    [Fact]
    public void What_stands_in_the_braces_of_a_route_is_a_parameter()
    {
        Assert.All(Trigger.All.Where(trigger => trigger.Route is not null), trigger =>
            Assert.Equal(trigger.Route!.Contains("{id}", StringComparison.Ordinal), trigger.Method.GetParameters().Any(one => one.Name == "id")));
    }

    [Fact]
    public void The_endpoints_are_those_of_the_OpenAPI_document()
    {
        var paths = Repository.Json("docs/openapi.json")["paths"]!.AsObject();
        var documented = paths.SelectMany(path => path.Value!.AsObject().Select(one => one.Key)
            .Where(name => name is not "parameters").Select(method => $"{method} {path.Key}"));
        var served = Trigger.All.Where(trigger => trigger.Route is not null).SelectMany(trigger =>
            trigger.Bound.GetCustomAttribute<HttpTriggerAttribute>()!.Methods.Select(method => $"{method} /{trigger.Route}"));

        Assert.Equal(documented.Order(StringComparer.Ordinal), served.Order(StringComparer.Ordinal));
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
            Assert.Equal(trigger.Route is null ? typeof(Task) : typeof(Task<IResult>), trigger.Method.ReturnType);
        });
    }

    [Fact]
    public async Task The_sample_settings_are_enough_to_make_every_trigger()
    {
        var values = Repository.Json("local.settings.sample.json")["Values"]!.AsObject();
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(values.Select(value => KeyValuePair.Create(value.Key, (string?)value.Value)))
            .Build();
        await using var services = new ServiceCollection().AddEncordPipeline(configuration).AddEncordHttp().BuildServiceProvider();

        Assert.All(Trigger.All, trigger => Assert.NotNull(ActivatorUtilities.CreateInstance(services, trigger.Class)));
        Assert.Equal("dotnet-isolated", (string?)values["FUNCTIONS_WORKER_RUNTIME"]);
    }
}
