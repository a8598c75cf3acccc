using Azure;
using Azure.Data.Tables;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Pipeline.Messages;
using EncordFunctions.Pipeline.Storage;

namespace EncordFunctions.Pipeline.Rows;

/// <summary>
/// The Labels table: the newest state of each label row over all exports. Newest by when the row was last edited, then by when it was
/// exported, then by export id and ordinal, so that any order of arrival ends the same.
/// </summary>
internal sealed class NewestLabels(TableClient table)
{
    private const int TextChars = 8_000;

    /// <summary>
    /// Writes the state unless a newer one stands. Old rows have no label hash and are known by their data hash; a row with neither has no
    /// identity and is left out.
    /// </summary>
    public async Task OfferAsync(RowMessage row, LabelRowHeader header, RowTally tally, CancellationToken cancellationToken)
    {
        if ((header.LabelHash ?? header.DataHash) is null) return;
        var offered = Entity(row, header, tally);
        StorageLimits.Check(offered);
        while (true)
        {
            try
            {
                await table.AddEntityAsync(offered, cancellationToken);
                return;
            }
            catch (RequestFailedException exception) when (exception.Status == 409)
            {
                // Another export has the row too, or this one was here before.
            }

            var standing = await table.GetEntityIfExistsAsync<TableEntity>(
                offered.PartitionKey, offered.RowKey, cancellationToken: cancellationToken);
            if (!standing.HasValue) continue;
            if (Compare(offered, standing.Value!) <= 0) return;
            try
            {
                await table.UpdateEntityAsync(offered, standing.Value!.ETag, TableUpdateMode.Replace, cancellationToken);
                return;
            }
            catch (RequestFailedException exception) when (exception.Status is 404 or 412)
            {
                // Another row was faster; look again at what stands.
            }
        }
    }

    private static int Compare(TableEntity a, TableEntity b)
    {
        if (Nullable.Compare(a.GetDateTimeOffset("LastEditedAt"), b.GetDateTimeOffset("LastEditedAt")) is not 0 and var edited) return edited;
        if (Nullable.Compare(a.GetDateTimeOffset("ExportedAt"), b.GetDateTimeOffset("ExportedAt")) is not 0 and var exported) return exported;
        if (string.CompareOrdinal(a.GetString("Export"), b.GetString("Export")) is not 0 and var export) return export;
        return (a.GetInt32("Ordinal") ?? 0).CompareTo(b.GetInt32("Ordinal") ?? 0);
    }

    private static string Key(LabelRowHeader header)
    {
        var key = TableKey.Join(header.LabelHash, header.BranchName);
        return header.LabelHash is null ? $"{key}|{TableKey.Encode(header.DataHash)}" : key;
    }

    private static TableEntity Entity(RowMessage row, LabelRowHeader header, RowTally tally) =>
        new(TableKey.Encode(header.DatasetHash), Key(header))
        {
            ["LabelHash"] = StorageLimits.Cut(header.LabelHash, TextChars),
            ["BranchName"] = StorageLimits.Cut(header.BranchName, TextChars),
            ["DataHash"] = StorageLimits.Cut(header.DataHash, TextChars),
            ["DataTitle"] = StorageLimits.Cut(header.DataTitle, TextChars),
            ["DataType"] = StorageLimits.Cut(header.DataType, TextChars),
            ["DatasetHash"] = StorageLimits.Cut(header.DatasetHash, TextChars),
            ["DatasetTitle"] = StorageLimits.Cut(header.DatasetTitle, TextChars),
            ["LabelStatus"] = StorageLimits.Cut(header.LabelStatus, TextChars),
            ["AnnotationTaskStatus"] = StorageLimits.Cut(header.AnnotationTaskStatus, TextChars),
            ["CreatedAt"] = StorageLimits.Clamp(header.CreatedAt),
            ["LastEditedAt"] = StorageLimits.Clamp(header.LastEditedAt),
            ["ExportedAt"] = StorageLimits.Clamp(header.ExportedAt),
            ["Export"] = row.Export,
            ["Ordinal"] = row.Ordinal,
            ["Verdict"] = tally.Verdict.ToString(),
            ["Annotations"] = tally.Annotations,
            ["Classifications"] = tally.Classifications,
            ["Errors"] = tally.Issues.Errors,
            ["Warnings"] = tally.Issues.Warnings,
            ["Derivatives"] = RowKeys.Folder(row),
        };
}
