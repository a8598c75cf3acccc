using Azure.Data.Tables;

namespace EncordFunctions.Pipeline.Storage;

/// <summary>Writes the entities of one partition as batches that the service takes, a few at a time, replacing what stands there.</summary>
internal static class EntityBatches
{
    private const int Concurrency = 4;

    /// <param name="table">Where to write.</param>
    /// <param name="entities">Entities of one partition with distinct row keys. They are taken as they come and not held.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public static Task WriteAsync(TableClient table, IEnumerable<TableEntity> entities, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(
            Split(entities),
            new ParallelOptions { MaxDegreeOfParallelism = Concurrency, CancellationToken = cancellationToken },
            async (batch, token) => await table.SubmitTransactionAsync(
                batch.ConvertAll(static entity => new TableTransactionAction(TableTransactionActionType.UpsertReplace, entity)), token));

    /// <summary>Chunks by count and by bytes.</summary>
    public static IEnumerable<List<TableEntity>> Split(IEnumerable<TableEntity> entities)
    {
        var batch = new List<TableEntity>();
        long bytes = 0;
        foreach (var entity in entities)
        {
            StorageLimits.Check(entity);
            var own = StorageLimits.WireSize(entity);
            if (batch.Count == StorageLimits.BatchEntities || (batch.Count > 0 && bytes + own > StorageLimits.BatchBytes))
            {
                yield return batch;
                (batch, bytes) = ([], 0);
            }
            batch.Add(entity);
            bytes += own;
        }
        if (batch.Count > 0) yield return batch;
    }
}
