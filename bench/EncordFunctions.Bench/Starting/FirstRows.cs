using System.Text.Json;
using Azure.Storage.Queues.Models;
using EncordFunctions.Formats;
using EncordFunctions.Pipeline;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EncordFunctions.Bench.Starting;

/// <summary>What a host does when it is started for a message: it makes the pipeline's steps, receives, and processes a row; then another.</summary>
internal static class FirstRows
{
    public static async Task RunAsync(string connectionString, long started, bool withMethods)
    {
        var main = Moment.Now(started);
        using var methods = withMethods ? new CompiledMethods() : null;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("AzureWebJobsStorage", connectionString)]).Build();
        await using var services = new ServiceCollection().AddSingleton(DerivativeList.Default).AddEncordPipeline(configuration).BuildServiceProvider();
        var queue = services.GetRequiredService<PipelineStorage>().LabelRows;
        var step = services.GetRequiredService<ProcessLabelRow>();
        QueueMessage[] messages = await queue.ReceiveMessagesAsync(maxMessages: 2);
        var received = Moment.Now(started);
        await RunAsync(messages[0]);
        var first = Moment.Now(started);
        await RunAsync(messages[1]);
        var figures = new StartFigures(main, received, first, Moment.Now(started), methods?.Count() ?? []);
        Console.WriteLine(JsonSerializer.Serialize(figures));

        async Task RunAsync(QueueMessage message)
        {
            var row = await step.RunAsync(message.Body, default);
            if (row.Verdict != Verdict.Done) throw new InvalidOperationException($"The row ended as {row.Verdict}; its figures would be worthless.");
            await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt);
        }
    }
}
