using EncordFunctions.Pipeline.Tables;
using Microsoft.Extensions.Logging;

namespace EncordFunctions.Pipeline.Unpacking;

/// <summary>Records in the summary what an upload came to, once.</summary>
internal sealed class UnpackRecording(
    ExportsTable exports, ArchiveIssuesTable issues, OpenExports open, TimeProvider time, ILogger logger)
{
    public async Task RecordAsync(ExportRow row, UnpackProgress progress, CancellationToken cancellationToken)
    {
        if (progress.Fault is { } fault)
        {
            logger.ArchiveFaulty(row.Id, fault.Code.Id, fault.Message);
            await issues.PutAsync(row.Id, fault, cancellationToken);
        }
        while (row.Rows is null)
        {
            // The tries of another delivery were used up meanwhile; this run has come through.
            if (row.IsEnded) await open.PutBackAsync(row, time.GetUtcNow(), cancellationToken);
            var unpacked = row with
            {
                Status = ExportStatus.Processing,
                Reason = null,
                Rows = progress.Rows,
                Entries = progress.Counts,
                Fault = progress.Reason,
                Ontology = progress.Ontology,
                UnpackedAt = time.GetUtcNow(),
            };
            if (await exports.TryReplaceAsync(unpacked, cancellationToken)) break;
            row = await exports.FindAsync(row.Id, cancellationToken) ?? throw new InvalidOperationException($"{row.Id} was deleted while it was unpacked.");
        }
        logger.Unpacked(row.Id, progress.Rows, progress.Total);
    }
}
