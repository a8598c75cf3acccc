using Azure;
using Azure.Data.Tables;

namespace EncordFunctions.Pipeline.Tables;

/// <summary>An entry of <see cref="OpenExports"/>.</summary>
/// <param name="Id">The export.</param>
/// <param name="Blob">Its upload.</param>
/// <param name="BlobETag">Which content of that name it is, without quotes.</param>
/// <param name="Since">When it was put there.</param>
/// <param name="SweptAt">When a sweep last took it up.</param>
/// <param name="Reopens">The version of the summary that whoever put the export back replaces; null where it was put there to begin.</param>
/// <param name="ETag">The version of this entry.</param>
internal sealed record OpenExport(
    ExportId Id, string Blob, string BlobETag, DateTimeOffset Since, DateTimeOffset? SweptAt, string? Reopens, ETag ETag)
{
    public const string Partition = "open";

    public static OpenExport From(TableEntity entity) => new(
        ExportId.TryParse(entity.RowKey, out var id) ? id : default,
        entity.GetString(nameof(Blob)) ?? "",
        entity.GetString(nameof(BlobETag)) ?? "",
        entity.GetDateTimeOffset(nameof(Since)) ?? default,
        entity.GetDateTimeOffset(nameof(SweptAt)),
        entity.GetString(nameof(Reopens)),
        entity.ETag);

    public TableEntity ToEntity()
    {
        var entity = new TableEntity(Partition, Id.Value)
        {
            [nameof(Blob)] = Blob,
            [nameof(BlobETag)] = BlobETag,
            [nameof(Since)] = Since,
        };
        if (SweptAt is not null) entity[nameof(SweptAt)] = SweptAt;
        if (Reopens is not null) entity[nameof(Reopens)] = Reopens;
        return entity;
    }
}
