using EncordFunctions.Pipeline.Messages;
using EncordFunctions.Pipeline.Storage;
using EncordFunctions.Pipeline.Tables;

namespace EncordFunctions.Pipeline.Completion;

/// <summary>Puts an export back to work whose tries were used up, or whose derivatives did not add up: state first, message after.</summary>
internal sealed class ExportReopening(PipelineStorage storage, ExportsTable exports, OpenExports open, TimeProvider time)
{
    /// <summary>Records that a failed export is on its way again.</summary>
    /// <returns>The export as it is then; another run may have been faster.</returns>
    public async Task<ExportRow> ReopenAsync(ExportRow row, CancellationToken cancellationToken)
    {
        while (row.Status == ExportStatus.Failed)
        {
            await open.PutBackAsync(row, time.GetUtcNow(), cancellationToken);
            var status = row.Rows is null ? ExportStatus.Unpacking : ExportStatus.Processing;
            await exports.TryReplaceAsync(row with { Status = status, Reason = null }, cancellationToken);
            row = await exports.FindAsync(row.Id, cancellationToken) ?? throw new InvalidOperationException($"{row.Id} was deleted while it was put back.");
        }
        return row;
    }

    /// <summary>Starts the step that an export waits for: its unpacking, or its finish.</summary>
    public Task StartAsync(ExportRow row, CancellationToken cancellationToken) => row.Rows is null
        ? storage.FoundUploads.SendUploadAsync(row.Blob, cancellationToken)
        : storage.FinishedExports.SendPointerAsync(new FinishedMessage(row.Id.Value).ToMessage(), cancellationToken);
}
