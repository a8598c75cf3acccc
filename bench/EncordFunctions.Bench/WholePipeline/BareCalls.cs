using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using EncordFunctions.Pipeline;

namespace EncordFunctions.Bench.WholePipeline;

/// <summary>
/// The storage calls of a recorded run with no work between them: the same requests with the same content, as many rows at once, each as soon
/// as those are answered that the product waits for. How fast the storage is, and so how fast a pipeline could be. Messages alone are
/// received and deleted anew, without the host's pauses.
/// </summary>
internal sealed class BareCalls(PipelineStorage storage, StoragePipelines pipelines, Recording recording)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Hidden = TimeSpan.FromMinutes(10);

    public async Task RunAsync(int messagesAtOnce, int rowsAtOnce, CancellationToken cancellationToken)
    {
        await Task.WhenAll(
            PlayAsync(recording.Host),
            PlayAsync(recording.Unpacking),
            PlayAllAsync(storage.LabelRows, recording.Rows, rowsAtOnce));
        await PlayAllAsync(storage.FinishedExports, recording.Finishes, rowsAtOnce);

        async Task PlayAllAsync(QueueClient queue, IReadOnlyList<RecordedStep> steps, int atOnce)
        {
            // Whichever for a message: they are as much work, and only together do they have to be what they were.
            var left = new ConcurrentQueue<RecordedStep>(steps);
            await Parallel.ForEachAsync(
                ReceiveAsync(queue, steps.Count, messagesAtOnce, cancellationToken),
                new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellationToken },
                async (message, token) =>
                {
                    if (left.TryDequeue(out var step)) await PlayAsync(step);
                    await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, token);
                });
        }

        Task PlayAsync(RecordedStep step) => step.PlayAsync(request => pipelines.SendAsync(request, cancellationToken));
    }

    private static async IAsyncEnumerable<QueueMessage> ReceiveAsync(
        QueueClient queue, int count, int atOnce, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (count > 0)
        {
            QueueMessage[] messages = await queue.ReceiveMessagesAsync(atOnce, Hidden, cancellationToken);
            if (messages.Length == 0) await Task.Delay(Pause, TimeProvider.System, cancellationToken);
            count -= messages.Length;
            foreach (var message in messages) yield return message;
        }
    }
}
