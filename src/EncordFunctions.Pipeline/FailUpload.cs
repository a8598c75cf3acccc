using EncordFunctions.Formats;
using EncordFunctions.Pipeline.Failing;
using EncordFunctions.Pipeline.Messages;
using EncordFunctions.Pipeline.Telemetry;
using Microsoft.Extensions.Logging;

namespace EncordFunctions.Pipeline;

/// <summary>
/// Records that the tries of the blob trigger are used up: the export is <see cref="ExportStatus.Failed"/> with a reason, until it is retried.
/// An export that came through by another delivery stays as it is. A second run does no harm.
/// </summary>
public sealed class FailUpload
{
    private readonly UploadFailing _failing;

    /// <summary>Works on <paramref name="storage"/>, by the clock of <paramref name="time"/>; what it begins, a retry writes to <paramref name="formats"/>.</summary>
    public FailUpload(PipelineStorage storage, DerivativeList formats, TimeProvider time, ILogger<FailUpload> logger) =>
        _failing = new UploadFailing(storage, formats, time, logger);

    /// <summary>Takes a message of the webjobs-blobtrigger-poison queue. One that points to nothing is logged and dropped.</summary>
    /// <returns>The export; null where there is none.</returns>
    public Task<ExportId?> RunAsync(BinaryData message, CancellationToken cancellationToken) =>
        StepRun.RunAsync(nameof(FailUpload), run => _failing.TakeAsync(message, Read, run, cancellationToken), cancellationToken);

    private static (string Blob, string? ETag) Read(BinaryData message)
    {
        var upload = BlobPoisonMessage.Read(message);
        return (upload.BlobName, upload.ETag);
    }
}
