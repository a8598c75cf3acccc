using Azure.Data.Tables;
using EncordFunctions.Formats.Changes;
using EncordFunctions.Pipeline.Storage;

namespace EncordFunctions.Pipeline.Changes;

/// <summary>What a row is compared with: the row of an earlier export that the Labels table knew when this export's first came.</summary>
/// <param name="Place">Where it is.</param>
/// <param name="ContentHash">The hash of its objects; null where it was written before there were any.</param>
/// <param name="Objects">How many objects it has in the Objects table.</param>
/// <param name="LastEditedAt">When it was edited.</param>
/// <param name="ExportedAt">When it was exported.</param>
internal sealed record EarlierRow(
    EarlierPlace Place, string? ContentHash, long Objects, DateTimeOffset? LastEditedAt, DateTimeOffset? ExportedAt)
{
    public const string KeyPrefix = "base-";

    /// <summary>Reads it of the Labels table, or as it was kept.</summary>
    public static EarlierRow From(TableEntity entity) => new(
        new EarlierPlace(entity.GetString("Export"), entity.GetInt32("Ordinal") ?? 0),
        entity.GetString(nameof(ContentHash)),
        entity.GetInt64(nameof(Objects)) ?? 0,
        entity.GetDateTimeOffset(nameof(LastEditedAt)),
        entity.GetDateTimeOffset(nameof(ExportedAt)));

    /// <summary>The key it is kept under, of a row of the Labels table: dataset, label hash and branch fit a key with it.</summary>
    public static string Key(TableEntity labels) => $"{KeyPrefix}{labels.PartitionKey}|{labels.RowKey}";

    public TableEntity ToEntity(ExportId export, string key)
    {
        var entity = new TableEntity(export.Value, key)
        {
            ["Export"] = Place.Export,
            ["Ordinal"] = Place.Ordinal,
            [nameof(ContentHash)] = ContentHash,
            [nameof(Objects)] = Objects,
            [nameof(LastEditedAt)] = LastEditedAt,
            [nameof(ExportedAt)] = ExportedAt,
        };
        StorageLimits.Check(entity);
        return entity;
    }

    /// <summary>
    /// Whether it is newer than a row of the Labels table by dates that both have. Where they say nothing it is not: rows of the SDK have no date of
    /// their export, and who edits JSON by hand leaves the dates as they are.
    /// </summary>
    public bool IsNewerThan(TableEntity labels)
    {
        var (edited, exported) = (labels.GetDateTimeOffset(nameof(LastEditedAt)), labels.GetDateTimeOffset(nameof(ExportedAt)));
        return LastEditedAt is { } ownEdited && edited is { } && ownEdited != edited ? ownEdited > edited : ExportedAt > exported;
    }
}
