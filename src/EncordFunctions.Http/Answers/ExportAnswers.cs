using EncordFunctions.Formats;
using EncordFunctions.Pipeline;

namespace EncordFunctions.Http.Answers;

/// <summary>Makes the answers about exports.</summary>
internal sealed class ExportAnswers(PipelineStorage storage, TimeProvider time)
{
    // Where the storage is reached with a signature, it stands in the query.
    private readonly string _derivatives = storage.Derivatives.Uri.GetLeftPart(UriPartial.Path);

    public static string PathOf(ExportId export) => $"/{Routes.Prefix}/{Routes.Exports}/{export}";

    /// <summary>Whether a report is written of an export.</summary>
    public static bool HasReport(ExportSummary export) =>
        DerivativeList.Parse(export.Formats).ExportFormats.Any(static format => format is ReportHtml);

    public ExportAnswer Of(ExportSummary export) => new()
    {
        Id = export.Id.Value,
        Blob = export.Blob,
        Status = export.Status.ToString(),
        Reason = export.Reason,
        Formats = export.Formats,
        Metadata = export.Metadata,
        Rows = export.Rows,
        Progress = ExportProgress.Of(export, time.GetUtcNow()),
        Verdicts = export.Verdicts,
        Counts = new ExportCounts(export.Annotations, export.Classifications, export.Masks, export.Errors, export.Warnings),
        Changes = export.Changes,
        StartedAt = export.StartedAt.UtcDateTime,
        UnpackedAt = export.UnpackedAt?.UtcDateTime,
        FinishedAt = export.FinishedAt?.UtcDateTime,
        Links = Links(export),
    };

    private ExportLinks Links(ExportSummary export)
    {
        var self = PathOf(export.Id);
        var folder = new Uri($"{_derivatives}/{export.Id}/");
        var isFinished = export.FinishedAt is not null;
        return new ExportLinks(
            self,
            $"{self}/issues",
            isFinished && HasReport(export) ? $"{self}/report" : null,
            isFinished ? new Uri(folder, "manifest.json") : null,
            folder);
    }
}
