using System.Collections;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using EncordFunctions.Pipeline.Rows;
using EncordFunctions.Pipeline.Storage;
using EncordFunctions.Pipeline.Telemetry;

namespace EncordFunctions.Pipeline.Tables;

/// <summary>The LabelRows table: a set of verdicts that only grows. A verdict is final, but for Failed, which a real one replaces.</summary>
internal sealed class VerdictsTable(TableClient table)
{
    private const int SummedAtOnce = 3 * Shards.Size;

    // A page is held several times over, as text and as values: 90 fragments of 64 KB came to 40 MB.
    private const int FragmentsAtOnce = Shards.Size / 3;

    // Every row counts its shard, so what comes back is as little as can be.
    private static readonly string[] Counting = ["RowKey"];
    private static readonly string[] KeyOnly = ["PartitionKey", "RowKey"];
    private static readonly string[] Counted =
    [
        "PartitionKey", "RowKey", nameof(VerdictRow.Verdict), nameof(VerdictRow.Annotations), nameof(VerdictRow.Classifications),
        nameof(VerdictRow.Masks), nameof(VerdictRow.Errors), nameof(VerdictRow.Warnings), nameof(VerdictRow.Files),
        nameof(VerdictRow.FragmentBytes),
    ];

    // What an export is summed up from: all but the fragments.
    private static readonly string[] Summed =
    [
        .. Counted, nameof(VerdictRow.AnnotationsSkipped), nameof(VerdictRow.ClassificationsSkipped), nameof(VerdictRow.Reason),
        nameof(VerdictRow.IssueCodes), nameof(VerdictRow.Shapes), nameof(VerdictRow.Classes), nameof(VerdictRow.Ledger),
        nameof(VerdictRow.Changes), nameof(VerdictRow.LabelHash), nameof(VerdictRow.BranchName), nameof(VerdictRow.DataHash),
        .. ChildrenColumn.Names, .. VerdictRow.PointerColumns,
    ];

    public async Task<VerdictRow?> FindAsync(ExportId export, int ordinal, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(
            Shards.Partition(export, Shards.Of(ordinal)), $"{ordinal:D8}", cancellationToken: cancellationToken);
        return found.HasValue ? new VerdictRow(found.Value!) : null;
    }

    /// <summary>Writes a verdict where none stands, or only a Failed one.</summary>
    /// <returns>True where it was added; false where one stood before, whether it was replaced or kept.</returns>
    public async Task<bool> WriteAsync(TableEntity verdict, CancellationToken cancellationToken)
    {
        StorageLimits.Check(verdict);
        while (true)
        {
            try
            {
                await table.AddEntityAsync(verdict, cancellationToken);
                PipelineMetrics.VerdictWritten(new VerdictRow(verdict));
                return true;
            }
            catch (RequestFailedException exception) when (exception.Status == 409)
            {
                // Another delivery, an earlier try, or this request itself after its answer was lost.
            }

            var standing = await table.GetEntityIfExistsAsync<TableEntity>(
                verdict.PartitionKey, verdict.RowKey, cancellationToken: cancellationToken);
            if (!standing.HasValue) continue;
            if (new VerdictRow(standing.Value!).Verdict != Verdict.Failed) return false;
            try
            {
                await table.UpdateEntityAsync(verdict, standing.Value!.ETag, TableUpdateMode.Replace, cancellationToken);
                PipelineMetrics.VerdictWritten(new VerdictRow(verdict));
                return false;
            }
            catch (RequestFailedException exception) when (exception.Status is 404 or 412)
            {
                // Another delivery was faster; look again at what stands.
            }
        }
    }

    public async Task<int> CountAsync(ExportId export, int shard, CancellationToken cancellationToken)
    {
        var count = 0;
        var keys = table.QueryAsync<TableEntity>(
            $"PartitionKey eq '{Shards.Partition(export, shard)}'", select: Counting, cancellationToken: cancellationToken);
        await foreach (var _ in keys) count++;
        return count;
    }

    /// <summary>Which of the first <paramref name="rows"/> ordinals have a verdict.</summary>
    public async Task<BitArray> StandingAsync(ExportId export, int rows, CancellationToken cancellationToken)
    {
        var standing = new BitArray(rows);
        await foreach (var entity in FindAsync(export, null, KeyOnly, cancellationToken))
            if (int.Parse(entity.RowKey) is var ordinal && ordinal < rows) standing[ordinal] = true;
        return standing;
    }

    /// <summary>Whether a verdict was written since <paramref name="time"/>.</summary>
    public ValueTask<bool> AnySinceAsync(ExportId export, DateTimeOffset time, CancellationToken cancellationToken) =>
        FindAsync(export, TableClient.CreateQueryFilter($"Timestamp ge {time}"), KeyOnly, cancellationToken, atOnce: 1).AnyAsync(cancellationToken);

    /// <summary>Every verdict of an export in order of its ordinals.</summary>
    public IAsyncEnumerable<VerdictRow> ReadAsync(ExportId export, CancellationToken cancellationToken) =>
        ReadAsync(export, null, Summed, cancellationToken, SummedAtOnce);

    /// <summary>Every verdict of an export with all its members, a few at a time.</summary>
    public IAsyncEnumerable<TableEntity> ReadWholeAsync(ExportId export, CancellationToken cancellationToken) =>
        FindAsync(export, null, null, cancellationToken, Shards.Size);

    /// <summary>Every verdict of an export with its counts and its fragment.</summary>
    public IAsyncEnumerable<VerdictRow> ReadFragmentsAsync(ExportId export, CancellationToken cancellationToken) =>
        ReadAsync(export, null, [.. Counted, nameof(VerdictRow.Fragment)], cancellationToken, FragmentsAtOnce);

    /// <summary>Every verdict of an export with its counts alone.</summary>
    public IAsyncEnumerable<VerdictRow> ReadCountsAsync(ExportId export, CancellationToken cancellationToken) =>
        ReadAsync(export, null, Counted, cancellationToken);

    /// <summary>The rows of data groups, in order of their ordinals.</summary>
    public IAsyncEnumerable<VerdictRow> ReadGroupsAsync(ExportId export, CancellationToken cancellationToken) =>
        ReadAsync(export, $"{ChildrenColumn.Count} gt 0L", Summed, cancellationToken);

    public IAsyncEnumerable<VerdictRow> ReadFailedAsync(ExportId export, CancellationToken cancellationToken) =>
        ReadAsync(export, $"{nameof(VerdictRow.Verdict)} eq '{nameof(Verdict.Failed)}'", Summed, cancellationToken);

    private IAsyncEnumerable<VerdictRow> ReadAsync(
        ExportId export, string? which, IEnumerable<string> select, CancellationToken cancellationToken, int? atOnce = null) =>
        FindAsync(export, which, select, cancellationToken, atOnce).Select(static entity => new VerdictRow(entity));

    private async IAsyncEnumerable<TableEntity> FindAsync(
        ExportId export,
        string? which,
        IEnumerable<string>? select,
        [EnumeratorCancellation] CancellationToken cancellationToken,
        int? atOnce = null)
    {
        // Shards are digits, and ':' is the character after '9'.
        var filter = $"PartitionKey ge '{export}-0' and PartitionKey lt '{export}-:'";
        if (which is not null) filter += $" and {which}";
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, atOnce, select, cancellationToken))
            if (export.Owns(entity.PartitionKey)) yield return entity;
    }
}
