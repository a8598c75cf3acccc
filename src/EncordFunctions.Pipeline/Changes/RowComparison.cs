using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using EncordFunctions.Formats;
using EncordFunctions.Formats.Changes;
using EncordFunctions.Formats.Ledger;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Pipeline.Messages;
using EncordFunctions.Pipeline.Rows;

namespace EncordFunctions.Pipeline.Changes;

/// <summary>
/// Tells what differs between a row and the row of an earlier export. Equal content hashes end it at once; else the earlier objects are asked
/// for, and of those that were moved the annotations of both rows. Memory grows with the objects that differ, of which there are at most
/// <see cref="ObjectTally.MostObjects"/> a side.
/// </summary>
internal sealed class RowComparison(PipelineStorage storage)
{
    private static readonly string AnnotationsName = new AnnotationsJsonl().Name;

    /// <summary>Writes the changes in order of the object hashes. The row's derivatives must stand.</summary>
    /// <returns>What it came to.</returns>
    public async Task<ChangeCounts> WriteAsync(
        RowMessage row, LabelRowHeader header, ObjectTally objects, MetRow met, IChangeWriter writer, CancellationToken cancellationToken)
    {
        if (met.Offered is null) return new ChangeCounts { NotCompared = 1 };
        if (met.Earlier is not { } earlier) return new ChangeCounts { New = 1 };
        if (met.IsOlder) return new ChangeCounts { Older = 1 };
        if (earlier.ContentHash is null) return Skip(LedgerReason.EarlierWithoutHashes);
        if (earlier.ContentHash == objects.ContentHash) return new ChangeCounts { Compared = 1, Unchanged = 1 };
        if (await FindAsync(earlier, objects, cancellationToken) is not { } changed) return Skip(LedgerReason.EarlierObjectsGone);

        var (differences, noDifferences) = await CompareAsync(row, earlier, changed, cancellationToken);
        var counts = new ChangeCounts { Compared = 1, Unchanged = changed.Count == 0 ? 1 : 0 };
        foreach (var one in changed)
        {
            var bare = new ObjectChange
            {
                LabelHash = header.LabelHash,
                BranchName = header.BranchName,
                DataHash = header.DataHash,
                DataTitle = header.DataTitle,
                Ordinal = row.Ordinal,
                Earlier = earlier.Place,
                ObjectHash = one.ObjectHash,
                Kinds = [],
            };
            var change = one.ToChange(bare, differences?.Find(one.ObjectHash), noDifferences ?? ChangeReason.TooMany);
            await writer.WriteAsync(change, cancellationToken);
            counts = counts.Plus(change.Kinds);
        }
        return counts;

        ChangeCounts Skip(LedgerReason reason)
        {
            writer.Skip(reason);
            return new ChangeCounts { NotCompared = 1 };
        }
    }

    /// <returns>The objects that differ; null where not all earlier objects are there any more.</returns>
    private async Task<IReadOnlyList<ChangedObject>?> FindAsync(EarlierRow earlier, ObjectTally objects, CancellationToken cancellationToken)
    {
        var join = new ObjectJoin(objects);
        var query = storage.ObjectsTable.QueryAsync<TableEntity>(
            $"PartitionKey eq '{RowKeys.Partition(earlier.Place.Export, earlier.Place.Ordinal)}'",
            select: EarlierObject.Columns,
            cancellationToken: cancellationToken);
        await foreach (var entity in query) join.Take(entity);
        return join.Taken < earlier.Objects ? null : join.Changed();
    }

    /// <returns>The comparison of the annotations, or why there is none.</returns>
    private async Task<(AnnotationsComparison? Comparison, string? Reason)> CompareAsync(
        RowMessage row, EarlierRow earlier, IReadOnlyList<ChangedObject> changed, CancellationToken cancellationToken)
    {
        var room = (long)AnnotationsComparison.MostAnnotations;
        var wanted = new List<string>();
        foreach (var one in changed)
        {
            if (!one.NeedsAnnotations || one.Earlier!.State.Annotations > room) continue;
            room -= one.Earlier.State.Annotations;
            wanted.Add(one.ObjectHash);
        }
        if (wanted.Count == 0) return (null, null);

        var comparison = new AnnotationsComparison(wanted);
        if (await OpenAsync(RowKeys.Folder(earlier.Place.Export, earlier.Place.Ordinal), cancellationToken) is not { } before)
            return (null, ChangeReason.EarlierGone);
        try
        {
            await using (before) await comparison.TakeEarlierAsync(before, cancellationToken);
        }
        catch (JsonException)
        {
            // Somebody wrote another file in its place, which is no fault of this row.
            return (null, ChangeReason.EarlierGone);
        }
        var now = await OpenAsync(RowKeys.Folder(row), cancellationToken)
            ?? throw new InvalidOperationException($"{RowKeys.Folder(row)}{AnnotationsName} was deleted while its row was processed.");
        await using (now) await comparison.TakeLaterAsync(now, cancellationToken);
        return (comparison, null);
    }

    private async Task<Stream?> OpenAsync(string folder, CancellationToken cancellationToken)
    {
        try
        {
            var blob = storage.Derivatives.GetBlobClient($"{folder}{AnnotationsName}");
            return (await blob.DownloadStreamingAsync(cancellationToken: cancellationToken)).Value.Content;
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            return null;
        }
    }
}
