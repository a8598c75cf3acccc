using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using EncordFunctions.Pipeline.Changes;
using EncordFunctions.Pipeline.Storage;

namespace EncordFunctions.Pipeline.Tables;

/// <summary>
/// The Exports table: one partition an export, with its summary, its entries, its finished shards, the last errors of its rows and steps, and what
/// its rows were compared with. Beside them stand the <see cref="OpenExports"/>.
/// </summary>
internal sealed class ExportsTable(TableClient table)
{
    /// <summary>Which row recorded that its shard is full: chance, so no run is known by it.</summary>
    public const string RecordedBy = nameof(RecordedBy);

    private const string ShardPrefix = "shard-";
    private const string NoticeKey = "notice";
    private const string ErrorPrefix = "error-";
    private const int ErrorChars = 8_000;
    private const int MostKnown = 1_000;

    private readonly ConcurrentDictionary<string, DateTimeOffset> _startedAt = [];

    public async Task<ExportRow?> FindAsync(ExportId export, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(export.Value, ExportRow.Key, cancellationToken: cancellationToken);
        return found.HasValue ? ExportRow.From(found.Value!) : null;
    }

    /// <summary>When the unpacking of an export began, which never changes; null where the export is not known any more.</summary>
    public async ValueTask<DateTimeOffset?> StartedAtAsync(string export, CancellationToken cancellationToken)
    {
        if (_startedAt.TryGetValue(export, out var known)) return known;
        if (!ExportId.TryParse(export, out var id) || await FindAsync(id, cancellationToken) is not { StartedAt: var startedAt }) return null;
        if (_startedAt.Count >= MostKnown) _startedAt.Clear();
        return _startedAt[export] = startedAt;
    }

    public async IAsyncEnumerable<ExportRow> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var entity in table.QueryAsync<TableEntity>($"RowKey eq '{ExportRow.Key}'", cancellationToken: cancellationToken))
            yield return ExportRow.From(entity);
    }

    /// <summary>One page of the summaries, by id; of those with a status where one is given.</summary>
    public async Task<Page<ExportRow>> ReadPageAsync(ExportStatus? status, int size, string? from, CancellationToken cancellationToken)
    {
        var wanted = $"RowKey eq '{ExportRow.Key}'";
        if (status is not null) wanted += $" and {nameof(ExportRow.Status)} eq '{status}'";
        var page = await table.ReadPageAsync(wanted, size, from, cancellationToken);
        return new Page<ExportRow>([.. page.Items.Select(ExportRow.From)], page.Next);
    }

    /// <summary>Adds the summary, or gives the one that is there.</summary>
    public async Task<ExportRow> AddOrFindAsync(ExportRow row, CancellationToken cancellationToken)
    {
        var entity = row.ToEntity();
        StorageLimits.Check(entity);
        try
        {
            await table.AddEntityAsync(entity, cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.Status == 409)
        {
            // An earlier run of this step, or an earlier try of this very request.
        }
        return await FindAsync(row.Id, cancellationToken) ?? throw new InvalidOperationException($"{row.Id} was deleted while it was unpacked.");
    }

    /// <summary>Writes the summary if it is still the one that was read.</summary>
    /// <returns>False where another run was faster; read again.</returns>
    public async Task<bool> TryReplaceAsync(ExportRow row, CancellationToken cancellationToken)
    {
        var entity = row.ToEntity();
        StorageLimits.Check(entity);
        try
        {
            await table.UpdateEntityAsync(entity, row.ETag, TableUpdateMode.Replace, cancellationToken);
            return true;
        }
        catch (RequestFailedException exception) when (exception.Status == 412)
        {
            return false;
        }
    }

    /// <summary>Records that FinishExport was told. To be called after it was told: the other order could lose the notice.</summary>
    public Task MarkNoticeSentAsync(ExportId export, CancellationToken cancellationToken) =>
        table.UpsertEntityAsync(new TableEntity(export.Value, NoticeKey), TableUpdateMode.Replace, cancellationToken);

    public async Task<bool> IsNoticeSentAsync(ExportId export, CancellationToken cancellationToken) =>
        (await table.GetEntityIfExistsAsync<TableEntity>(export.Value, NoticeKey, cancellationToken: cancellationToken)).HasValue;

    public async IAsyncEnumerable<EntryRow> EntriesAsync(ExportId export, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var entity in table.QueryAsync<TableEntity>(KeysFrom(export, EntryRow.KeyPrefix), cancellationToken: cancellationToken))
            yield return EntryRow.From(entity);
    }

    public Task PutEntryAsync(ExportId export, EntryRow entry, CancellationToken cancellationToken)
    {
        var entity = entry.ToEntity(export);
        StorageLimits.Check(entity);
        return table.UpsertEntityAsync(entity, TableUpdateMode.Replace, cancellationToken);
    }

    public Task PutEntriesAsync(ExportId export, IEnumerable<EntryRow> entries, CancellationToken cancellationToken) =>
        EntityBatches.WriteAsync(table, entries.Select(entry => entry.ToEntity(export)), cancellationToken);

    /// <summary>Records that a shard is full, which it stays.</summary>
    /// <returns>Whether it was this row that recorded it; false where another did.</returns>
    public async Task<bool> TryAddShardAsync(ExportId export, int shard, int ordinal, CancellationToken cancellationToken)
    {
        var full = new TableEntity(export.Value, $"{ShardPrefix}{shard:D5}") { [RecordedBy] = ordinal };
        try
        {
            await table.AddEntityAsync(full, cancellationToken);
            return true;
        }
        catch (RequestFailedException exception) when (exception.Status == 409)
        {
            // It may be this very row that did, if the answer was lost.
            var standing = await table.GetEntityIfExistsAsync<TableEntity>(full.PartitionKey, full.RowKey, [RecordedBy], cancellationToken);
            return standing.HasValue && standing.Value!.GetInt32(RecordedBy) == ordinal;
        }
    }

    /// <summary>Records that all shards of an export of <paramref name="rows"/> label rows are full.</summary>
    public Task PutShardsAsync(ExportId export, int rows, CancellationToken cancellationToken) => EntityBatches.WriteAsync(
        table, Enumerable.Range(0, Shards.Count(rows)).Select(shard => new TableEntity(export.Value, $"{ShardPrefix}{shard:D5}")), cancellationToken);

    public async Task<int> CountShardsAsync(ExportId export, CancellationToken cancellationToken)
    {
        var shards = 0;
        var keys = table.QueryAsync<TableEntity>(KeysFrom(export, ShardPrefix), select: ["RowKey"], cancellationToken: cancellationToken);
        await foreach (var _ in keys) shards++;
        return shards;
    }

    /// <summary>Keeps what a try of a row, or of one of an export's own steps, ended with.</summary>
    public Task PutErrorAsync(ExportId export, string step, string error, CancellationToken cancellationToken) => table.UpsertEntityAsync(
        new TableEntity(export.Value, ErrorPrefix + step) { ["Error"] = StorageLimits.Cut(error, ErrorChars) }, TableUpdateMode.Replace, cancellationToken);

    public async Task<string?> FindErrorAsync(ExportId export, string step, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(export.Value, ErrorPrefix + step, cancellationToken: cancellationToken);
        return found.HasValue ? found.Value!.GetString("Error") : null;
    }

    /// <summary>Keeps what a row is compared with, once: the first one kept stays.</summary>
    public async Task<EarlierRow?> AddOrFindBaseAsync(ExportId export, string key, EarlierRow earlier, CancellationToken cancellationToken)
    {
        try
        {
            await table.AddEntityAsync(earlier.ToEntity(export, key), cancellationToken);
            return earlier;
        }
        catch (RequestFailedException exception) when (exception.Status == 409)
        {
            // Another run of the row, or the same label row elsewhere in the export.
            return await FindBaseAsync(export, key, cancellationToken);
        }
    }

    public async Task<EarlierRow?> FindBaseAsync(ExportId export, string key, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(export.Value, key, cancellationToken: cancellationToken);
        return found.HasValue ? EarlierRow.From(found.Value!) : null;
    }

    // '.' is the character after '-', so the range holds what begins with the prefix and nothing else.
    private static string KeysFrom(ExportId export, string prefix) =>
        $"PartitionKey eq '{export}' and RowKey ge '{prefix}' and RowKey lt '{prefix[..^1]}.'";
}
