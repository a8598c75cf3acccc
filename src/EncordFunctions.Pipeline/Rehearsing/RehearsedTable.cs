using Azure;
using Azure.Data.Tables;

namespace EncordFunctions.Pipeline.Rehearsing;

/// <summary>A table to a rehearsal. A call that is not among these reaches no storage: it ends in an exception.</summary>
internal sealed class RehearsedTable(TableClient standing, Rehearsal rehearsal) : TableClient
{
    /// <inheritdoc/>
    public override string Name => standing.Name;

    /// <inheritdoc/>
    public override Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default) =>
        standing.GetEntityIfExistsAsync<T>(partitionKey, rowKey, select, cancellationToken);

    /// <summary>What stands; of the verdicts, where they were corrected, what should.</summary>
    public override AsyncPageable<T> QueryAsync<T>(
        string? filter = null, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
    {
        var found = standing.QueryAsync<T>(filter, maxPerPage, select, cancellationToken);
        return Name == StorageNames.LabelRowsTable ? new Pages<T>(found.Select(Correct)) : found;
    }

    /// <summary>Refuses what stands already, as the service does.</summary>
    public override async Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default)
    {
        var there = await standing.GetEntityIfExistsAsync<TableEntity>(entity.PartitionKey, entity.RowKey, cancellationToken: cancellationToken);
        rehearsal.Put(Name, (TableEntity)(object)entity, there.HasValue);
        return there.HasValue ? throw new RequestFailedException(409, "The entity is there.") : null!;
    }

    /// <inheritdoc/>
    public override Task<Response> UpsertEntityAsync<T>(
        T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default) => PutAsync(entity);

    /// <inheritdoc/>
    public override Task<Response> UpdateEntityAsync<T>(
        T entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default) => PutAsync(entity);

    /// <inheritdoc/>
    public override Task<Response> DeleteEntityAsync(
        string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default) => Task.FromResult<Response>(null!);

    /// <inheritdoc/>
    public override Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        foreach (var action in transactionActions) rehearsal.Put(Name, (TableEntity)action.Entity);
        return Task.FromResult<Response<IReadOnlyList<Response>>>(null!);
    }

    private Task<Response> PutAsync(ITableEntity entity)
    {
        rehearsal.Put(Name, (TableEntity)entity);
        return Task.FromResult<Response>(null!);
    }

    private T Correct<T>(T entity)
        where T : class, ITableEntity =>
        rehearsal.Verdicts.TryGetValue((entity.PartitionKey, entity.RowKey), out var corrected) ? (T)(object)corrected : entity;
}
