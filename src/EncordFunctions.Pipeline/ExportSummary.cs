using EncordFunctions.Formats;
using EncordFunctions.Formats.Changes;

namespace EncordFunctions.Pipeline;

/// <summary>One export as its tables tell it, also while it is on its way.</summary>
public sealed record ExportSummary
{
    /// <summary>Its id.</summary>
    public required ExportId Id { get; init; }

    /// <summary>Name of the uploaded blob in the exports container.</summary>
    public required string Blob { get; init; }

    /// <summary>How far it has come.</summary>
    public required ExportStatus Status { get; init; }

    /// <summary>Why it is rejected or failed, in one line; null otherwise.</summary>
    public string? Reason { get; init; }

    /// <summary>The derivatives that are written of it, as <see cref="DerivativeList"/> reads them.</summary>
    public required string Formats { get; init; }

    /// <summary>What the uploader set as metadata of the blob: <c>project</c>, <c>run</c>, anything.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

    /// <summary>How many label rows it has; null until all its entries are read.</summary>
    public int? Rows { get; init; }

    /// <summary>The verdicts so far. An export with rows is through when their total is <see cref="Rows"/>.</summary>
    public VerdictCounts Verdicts { get; init; }

    /// <summary>Annotations read so far.</summary>
    public long Annotations { get; init; }

    /// <summary>Classifications read so far.</summary>
    public long Classifications { get; init; }

    /// <summary>Mask pictures written so far.</summary>
    public long Masks { get; init; }

    /// <summary>Issues so far that are errors, those of the archive and its entries included.</summary>
    public long Errors { get; init; }

    /// <summary>Issues so far that are warnings.</summary>
    public long Warnings { get; init; }

    /// <summary>What differs from earlier exports; null until it is finished, and where no row was to be compared.</summary>
    public ChangeCounts? Changes { get; init; }

    /// <summary>When its unpacking began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When all its entries had been read.</summary>
    public DateTimeOffset? UnpackedAt { get; init; }

    /// <summary>When its manifest first stood.</summary>
    public DateTimeOffset? FinishedAt { get; init; }
}
