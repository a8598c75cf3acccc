using Azure;
using Azure.Data.Tables;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Pipeline.Changes;
using EncordFunctions.Pipeline.Messages;
using EncordFunctions.Pipeline.Storage;
using EncordFunctions.Pipeline.Tables;

namespace EncordFunctions.Pipeline.Rows;

/// <summary>
/// The Labels table: the newest state of each label row over all exports. Newest by when the row was last edited, then by when it was
/// exported, then by when its export was uploaded, then by export id and ordinal, so that any order of arrival ends the same. A row is offered
/// when its objects and derivatives stand: whoever finds it here finds them.
/// </summary>
internal sealed class NewestLabels(TableClient table, ExportsTable exports)
{
    /// <summary>The member that tells which exports had the row before; it tells the order in which they came.</summary>
    public const string Before = "Before";

    private const int TextChars = 8_000;
    private const int MostBefore = 30;

    /// <summary>
    /// Writes the state where none stands, and says what stood. Old rows have no label hash and are known by their data hash; a row with neither has
    /// no identity and is left out.
    /// </summary>
    /// <remarks>
    /// What a row is compared with is kept once, under its export, before the state that stands is replaced: a run that finds its own export here
    /// compares with what the first one found. A label row that stands twice in an export has one such base for both. The first export of a row
    /// keeps nothing; that it was here is known by the ids of the exports before, which go from state to state.
    /// </remarks>
    public async Task<MetRow> MeetAsync(
        RowMessage row, LabelRowHeader header, RowTally tally, ObjectTally objects, bool compare, CancellationToken cancellationToken)
    {
        if ((header.LabelHash ?? header.DataHash) is null) return new MetRow(null, null, null);
        var offered = Entity(row, header, tally, objects);
        StorageLimits.Check(offered);
        if (await AddAsync(offered, cancellationToken) is not { } standing) return new MetRow(offered, null, null);
        return new MetRow(offered, standing, compare ? await EarlierAsync(row, offered, standing, cancellationToken) : null);
    }

    /// <summary>Replaces what stands, unless it is newer.</summary>
    public async Task ReplaceAsync(MetRow met, CancellationToken cancellationToken)
    {
        if (met is not { Offered: { } offered, Standing: { } standing }) return;
        while (await CompareAsync(offered, standing, cancellationToken) > 0)
        {
            try
            {
                var before = string.Join(' ', ExportsBefore(offered, standing).Take(MostBefore));
                offered[Before] = before.Length > 0 ? before : null;
                await table.UpdateEntityAsync(offered, standing.ETag, TableUpdateMode.Replace, cancellationToken);
                return;
            }
            catch (RequestFailedException exception) when (exception.Status is 404 or 412)
            {
                // Another row was faster; look again at what stands.
            }
            if (await AddAsync(offered, cancellationToken) is not { } next) return;
            standing = next;
        }
    }

    /// <returns>What stands; null where the state was added.</returns>
    private async Task<TableEntity?> AddAsync(TableEntity offered, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await table.AddEntityAsync(offered, cancellationToken);
                return null;
            }
            catch (RequestFailedException exception) when (exception.Status == 409)
            {
                // Another export has the row too, or this one was here before.
            }

            var standing = await table.GetEntityIfExistsAsync<TableEntity>(
                offered.PartitionKey, offered.RowKey, cancellationToken: cancellationToken);
            if (standing.HasValue) return standing.Value!;
        }
    }

    private async Task<EarlierRow?> EarlierAsync(RowMessage row, TableEntity offered, TableEntity standing, CancellationToken cancellationToken)
    {
        var key = EarlierRow.Key(standing);
        if (standing.GetString("Export") == row.Export || ExportsBefore(standing).Contains(row.Export))
            return await exports.FindBaseAsync(row.ExportId, key, cancellationToken);

        var earlier = EarlierRow.From(standing);
        // Nothing is kept for an old row that comes late: what stands only gets newer.
        return earlier.IsNewerThan(offered) ? earlier : await exports.AddOrFindBaseAsync(row.ExportId, key, earlier, cancellationToken);
    }

    private static string[] ExportsBefore(TableEntity state) => state.GetString(Before)?.Split(' ') ?? [];

    private static IEnumerable<string> ExportsBefore(TableEntity offered, TableEntity standing) =>
        ExportsBefore(standing).Prepend(standing.GetString("Export")).Where(export => export != offered.GetString("Export"));

    private async ValueTask<int> CompareAsync(TableEntity a, TableEntity b, CancellationToken cancellationToken)
    {
        if (Nullable.Compare(a.GetDateTimeOffset("LastEditedAt"), b.GetDateTimeOffset("LastEditedAt")) is not 0 and var edited) return edited;
        if (Nullable.Compare(a.GetDateTimeOffset("ExportedAt"), b.GetDateTimeOffset("ExportedAt")) is not 0 and var exported) return exported;
        var (one, other) = (a.GetString("Export"), b.GetString("Export"));
        if (one == other) return (a.GetInt32("Ordinal") ?? 0).CompareTo(b.GetInt32("Ordinal") ?? 0);
        // The dates say nothing: rows of the SDK, or JSON that was edited by hand. The next export is to be compared with the one before it.
        var uploaded = Nullable.Compare(
            await exports.StartedAtAsync(one, cancellationToken), await exports.StartedAtAsync(other, cancellationToken));
        return uploaded != 0 ? uploaded : string.CompareOrdinal(one, other);
    }

    private static string Key(LabelRowHeader header)
    {
        var key = TableKey.Join(header.LabelHash, header.BranchName);
        return header.LabelHash is null ? $"{key}|{TableKey.Encode(header.DataHash)}" : key;
    }

    private static TableEntity Entity(RowMessage row, LabelRowHeader header, RowTally tally, ObjectTally objects) =>
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
            ["Objects"] = (long)objects.Count,
            ["ContentHash"] = objects.ContentHash,
            ["Errors"] = tally.Issues.Errors,
            ["Warnings"] = tally.Issues.Warnings,
            ["Derivatives"] = RowKeys.Folder(row),
        };
}
