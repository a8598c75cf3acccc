using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues.Models;
using EncordFunctions.Pipeline;

namespace EncordFunctions.Bench.WholePipeline;

/// <summary>
/// The storage calls of a run with no work between them: the same bytes to the same number of blobs, the same entities in the same
/// batches, the same messages, as many rows at once. How fast the storage is, and so how fast a pipeline could be.
/// </summary>
internal sealed class BareCalls(PipelineStorage storage, string staged, BinaryData entry, IReadOnlyList<RowCalls> rows)
{
    private const int MessagesAtOnce = 16;
    private const int FilesAtOnce = 16;

    public async Task RunAsync(int rowsAtOnce, CancellationToken cancellationToken)
    {
        await storage.Staging.GetBlobClient(staged).UploadAsync(entry, overwrite: true, cancellationToken);
        await Parallel.ForEachAsync(
            rows,
            new ParallelOptions { MaxDegreeOfParallelism = MessagesAtOnce, CancellationToken = cancellationToken },
            async (row, token) => await storage.LabelRows.SendMessageAsync(row.Message, timeToLive: TimeSpan.FromSeconds(-1), cancellationToken: token));

        var byMessage = rows.ToDictionary(static row => row.Message.ToString());
        await Parallel.ForEachAsync(
            ReceiveAsync(cancellationToken),
            new ParallelOptions { MaxDegreeOfParallelism = rowsAtOnce, CancellationToken = cancellationToken },
            async (message, token) =>
            {
                await WriteAsync(byMessage[message.Body.ToString()], token);
                await storage.LabelRows.DeleteMessageAsync(message.MessageId, message.PopReceipt, token);
            });
    }

    private async IAsyncEnumerable<QueueMessage> ReceiveAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var left = rows.Count; left > 0;)
        {
            var messages = await storage.LabelRows.ReceiveMessagesAsync(MessagesAtOnce, TimeSpan.FromMinutes(10), cancellationToken);
            left -= messages.Value.Length;
            foreach (var message in messages.Value) yield return message;
        }
    }

    private async Task WriteAsync(RowCalls row, CancellationToken cancellationToken)
    {
        var fetching = storage.Staging.GetBlobClient(staged).DownloadContentAsync(
            new BlobDownloadOptions { Range = new HttpRange(row.Offset, row.Length) }, cancellationToken);
        await storage.LabelRowsTable.GetEntityIfExistsAsync<TableEntity>(row.Verdict.PartitionKey, row.Verdict.RowKey, ["PartitionKey"], cancellationToken);
        await fetching;

        await Task.WhenAll(
            Parallel.ForEachAsync(
                row.Files,
                new ParallelOptions { MaxDegreeOfParallelism = FilesAtOnce, CancellationToken = cancellationToken },
                async (file, token) => await storage.Derivatives.GetBlobClient(file.Path).UploadAsync(
                    file.Content, new BlobUploadOptions { Metadata = file.Metadata }, token)),
            Task.WhenAll(row.Objects.Chunk(100).Select(batch => storage.ObjectsTable.SubmitTransactionAsync(
                batch.Select(entity => new TableTransactionAction(TableTransactionActionType.UpsertReplace, entity)), cancellationToken))),
            storage.LabelsTable.AddEntityAsync(row.Label, cancellationToken));

        await storage.LabelRowsTable.AddEntityAsync(row.Verdict, cancellationToken);
        var partition = row.Verdict.PartitionKey;
        await foreach (var _ in storage.LabelRowsTable.QueryAsync<TableEntity>(
            entity => entity.PartitionKey == partition, select: ["RowKey"], cancellationToken: cancellationToken))
        {
        }
    }
}
