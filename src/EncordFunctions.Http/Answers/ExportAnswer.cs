using EncordFunctions.Formats.Changes;
using EncordFunctions.Pipeline;

namespace EncordFunctions.Http.Answers;

/// <summary>An export as the endpoints tell it.</summary>
internal sealed record ExportAnswer
{
    public required string Id { get; init; }

    public required string Blob { get; init; }

    public required string Status { get; init; }

    public string? Reason { get; init; }

    public required string Formats { get; init; }

    public required IReadOnlyDictionary<string, string> Metadata { get; init; }

    public int? Rows { get; init; }

    public required ExportProgress Progress { get; init; }

    public required VerdictCounts Verdicts { get; init; }

    public required ExportCounts Counts { get; init; }

    public ChangeCounts? Changes { get; init; }

    public required DateTime StartedAt { get; init; }

    public DateTime? UnpackedAt { get; init; }

    public DateTime? FinishedAt { get; init; }

    public required ExportLinks Links { get; init; }
}
