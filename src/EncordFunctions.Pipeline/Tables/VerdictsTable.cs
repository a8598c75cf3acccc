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
    private static readonly string[] KeyOnly = ["RowKey"];
    private static readonly string[] Counted =
    [
        "RowKey", nameof(VerdictRow.Verdict), nameof(VerdictRow.Annotations), nameof(VerdictRow.Classifications),
        nameof(VerdictRow.Masks), nameof(VerdictRow.Errors), nameof(VerdictRow.Warnings), nameof(VerdictRow.Files),
        nameof(VerdictRow.FragmentBytes),
    ];

    // As many fragments are held.
    private const int FragmentsAtOnce = 20;

    // What an export is summed up from: all but the fragments.
    private static readonly string[] Summed =
    [
        .. Counted, "PartitionKey", nameof(VerdictRow.AnnotationsSkipped), nameof(VerdictRow.ClassificationsSkipped), nameof(VerdictRow.Reason),
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
            $"PartitionKey eq '{Shards.Partition(export, shard)}'", select: KeyOnly, cancellationToken: cancellationToken);
        await foreach (var _ in keys) count++;
        return count;
    }

    /// <summary>Every verdict of an export in order of its ordinals.</summary>
    public IAsyncEnumerable<VerdictRow> ReadAsync(ExportId export, CancellationToken cancellationToken) =>
        ReadAsync(Range(export), Summed, cancellationToken);

    /// <summary>Every verdict of an export with its counts and its fragment, a few at a time.</summary>
    public IAsyncEnumerable<VerdictRow> ReadFragmentsAsync(ExportId export, CancellationToken cancellationToken) =>
        ReadAsync(Range(export), [.. Counted, .. FragmentColumns.Names], cancellationToken, FragmentsAtOnce);

    /// <summary>Every verdict of an export with its counts alone.</summary>
    public IAsyncEnumerable<VerdictRow> ReadCountsAsync(ExportId export, CancellationToken cancellationToken) =>
        ReadAsync(Range(export), Counted, cancellationToken);

    /// <summary>The rows of data groups, in order of their ordinals.</summary>
    public IAsyncEnumerable<VerdictRow> ReadGroupsAsync(ExportId export, CancellationToken cancellationToken) =>
        ReadAsync($"{Range(export)} and {ChildrenColumn.Count} gt 0L", Summed, cancellationToken);

    public IAsyncEnumerable<VerdictRow> ReadFailedAsync(ExportId export, CancellationToken cancellationToken) =>
        ReadAsync($"{Range(export)} and {nameof(VerdictRow.Verdict)} eq '{nameof(Verdict.Failed)}'", Summed, cancellationToken);

    private async IAsyncEnumerable<VerdictRow> ReadAsync(
        string filter, IEnumerable<string> select, [EnumeratorCancellation] CancellationToken cancellationToken, int? atOnce = null)
    {
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, atOnce, select, cancellationToken))
            yield return new VerdictRow(entity);
    }

    // Shards are digits, and ':' is the character after '9'.
    private static string Range(ExportId export) => $"PartitionKey ge '{export}-0' and PartitionKey lt '{export}-:'";
}
