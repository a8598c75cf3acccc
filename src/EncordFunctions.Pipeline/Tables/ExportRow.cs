using Azure;
using Azure.Data.Tables;
using EncordFunctions.Formats;
using EncordFunctions.Formats.Changes;
using EncordFunctions.Pipeline.Tallies;

namespace EncordFunctions.Pipeline.Tables;

/// <summary>An export's summary in the Exports table.</summary>
internal sealed record ExportRow
{
    public const string Key = "export";

    public required ExportId Id { get; init; }

    public required string Blob { get; init; }

    /// <summary>The blob's name without its virtual folders.</summary>
    public string FileName => Blob[(Blob.LastIndexOf('/') + 1)..];

    /// <summary>ETag of the upload, without quotes.</summary>
    public required string BlobETag { get; init; }

    public ExportStatus Status { get; init; }

    /// <summary>The blob of the ontology that lay beside the upload when its unpacking began; null where none did.</summary>
    public string? OntologyBeside { get; init; }

    /// <summary>Name of the ontology that the rows are read with.</summary>
    public string? Ontology { get; init; }

    /// <summary>The derivatives that are written of it, as <see cref="DerivativeList"/> reads them.</summary>
    public required string Formats { get; init; }

    /// <summary>What the uploader set as the blob's metadata, as <see cref="Unpacking.UploadMetadata"/> writes it; as text, so that rows compare.</summary>
    public string? Metadata { get; init; }

    /// <summary>Why the archive was given up, whole or from some entry on.</summary>
    public string? Fault { get; init; }

    public string? Reason { get; init; }

    public int? Rows { get; init; }

    public EntryCounts Entries { get; init; }

    public VerdictCounts Verdicts { get; init; }

    public long Annotations { get; init; }

    public long Classifications { get; init; }

    public long Masks { get; init; }

    public long Errors { get; init; }

    public long Warnings { get; init; }

    public ChangeCounts? Changes { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? UnpackedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    public ETag ETag { get; init; }

    /// <summary>Whether nothing is on its way: it is finished, or its tries are used up.</summary>
    public bool IsEnded => Status is not (ExportStatus.Unpacking or ExportStatus.Processing);

    public static ExportRow From(TableEntity entity) => new()
    {
        Id = ExportId.TryParse(entity.PartitionKey, out var id) ? id : default,
        Blob = entity.GetString(nameof(Blob)) ?? "",
        BlobETag = entity.GetString(nameof(BlobETag)) ?? "",
        Status = Enum.Parse<ExportStatus>(entity.GetString(nameof(Status))),
        OntologyBeside = entity.GetString(nameof(OntologyBeside)),
        Ontology = entity.GetString(nameof(Ontology)),
        Formats = entity.GetString(nameof(Formats)) ?? DerivativeList.Default.ToString(),
        Metadata = entity.GetString(nameof(Metadata)),
        Fault = entity.GetString(nameof(Fault)),
        Reason = entity.GetString(nameof(Reason)),
        Rows = entity.GetInt32(nameof(Rows)),
        Entries = new EntryCounts(
            entity.GetInt32("Entries") ?? 0,
            entity.GetInt32("EntriesRead") ?? 0,
            entity.GetInt32("EntriesFaulty") ?? 0,
            entity.GetInt32("EntriesSkipped") ?? 0),
        Verdicts = new VerdictCounts(
            entity.GetInt64("RowsDone") ?? 0,
            entity.GetInt64("RowsDoneWithIssues") ?? 0,
            entity.GetInt64("RowsRejected") ?? 0,
            entity.GetInt64("RowsFailed") ?? 0),
        Annotations = entity.GetInt64(nameof(Annotations)) ?? 0,
        Classifications = entity.GetInt64(nameof(Classifications)) ?? 0,
        Masks = entity.GetInt64(nameof(Masks)) ?? 0,
        Errors = entity.GetInt64(nameof(Errors)) ?? 0,
        Warnings = entity.GetInt64(nameof(Warnings)) ?? 0,
        Changes = TallyJson.Changes(entity.GetString(nameof(Changes))),
        StartedAt = entity.GetDateTimeOffset(nameof(StartedAt)) ?? default,
        UnpackedAt = entity.GetDateTimeOffset(nameof(UnpackedAt)),
        FinishedAt = entity.GetDateTimeOffset(nameof(FinishedAt)),
        ETag = entity.ETag,
    };

    /// <summary>The whole row, for a conditional write.</summary>
    public TableEntity ToEntity()
    {
        var entity = new TableEntity(Id.Value, Key)
        {
            [nameof(Blob)] = Blob,
            [nameof(BlobETag)] = BlobETag,
            [nameof(Formats)] = Formats,
            [nameof(Status)] = Status.ToString(),
            [nameof(StartedAt)] = StartedAt,
        };
        if (OntologyBeside is not null) entity[nameof(OntologyBeside)] = OntologyBeside;
        if (Ontology is not null) entity[nameof(Ontology)] = Ontology;
        if (Metadata is not null) entity[nameof(Metadata)] = Metadata;
        if (Fault is not null) entity[nameof(Fault)] = Storage.StorageLimits.Cut(Fault);
        if (Reason is not null) entity[nameof(Reason)] = Storage.StorageLimits.Cut(Reason);
        if (UnpackedAt is not null) entity[nameof(UnpackedAt)] = UnpackedAt;
        if (Rows is not null)
        {
            entity[nameof(Rows)] = Rows;
            entity["Entries"] = Entries.Total;
            entity["EntriesRead"] = Entries.Read;
            entity["EntriesFaulty"] = Entries.Faulty;
            entity["EntriesSkipped"] = Entries.Skipped;
        }
        if (FinishedAt is null) return entity;
        entity[nameof(FinishedAt)] = FinishedAt;
        entity["RowsDone"] = Verdicts.Done;
        entity["RowsDoneWithIssues"] = Verdicts.DoneWithIssues;
        entity["RowsRejected"] = Verdicts.Rejected;
        entity["RowsFailed"] = Verdicts.Failed;
        entity[nameof(Annotations)] = Annotations;
        entity[nameof(Classifications)] = Classifications;
        entity[nameof(Masks)] = Masks;
        entity[nameof(Errors)] = Errors;
        entity[nameof(Warnings)] = Warnings;
        if (Changes is not null) entity[nameof(Changes)] = TallyJson.Write(Changes);
        return entity;
    }
}
