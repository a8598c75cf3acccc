using EncordFunctions.Labels.Privacy;
using EncordFunctions.Pipeline.Storage;
using Microsoft.Extensions.Logging;

namespace EncordFunctions.Pipeline;

/// <summary>Every log message of the pipeline. Event ids are stable: alerts key on them.</summary>
internal static partial class PipelineLog
{
    private const int MessageChars = 1_000;

    [LoggerMessage(100, LogLevel.Information, "Export {Export}: unpacking {Blob}, {Bytes} bytes")]
    public static partial void Unpacking(this ILogger logger, ExportId export, string blob, long bytes);

    [LoggerMessage(101, LogLevel.Information, "Export {Export}: entry {Entry} {Name} staged, {Rows} rows")]
    public static partial void EntryStaged(this ILogger logger, ExportId export, int entry, string name, int rows);

    [LoggerMessage(102, LogLevel.Warning, "Export {Export}: entry {Entry} {Name} can't be used: {Code} {Fault}")]
    public static partial void EntryFaulty(this ILogger logger, ExportId export, int entry, string name, string code, string fault);

    [LoggerMessage(103, LogLevel.Warning, "Export {Export}: the archive can't be used: {Code} {Fault}")]
    public static partial void ArchiveFaulty(this ILogger logger, ExportId export, string code, string fault);

    [LoggerMessage(104, LogLevel.Information, "Export {Export}: unpacked, {Rows} rows in {Entries} entries")]
    public static partial void Unpacked(this ILogger logger, ExportId export, int rows, int entries);

    [LoggerMessage(105, LogLevel.Information, "Export {Export}: unpacked before, {Rows} rows")]
    public static partial void UnpackedBefore(this ILogger logger, ExportId export, int rows);

    [LoggerMessage(106, LogLevel.Warning, "Export {Export}: a try to unpack it ended")]
    public static partial void UnpackingTryEnded(this ILogger logger, Exception exception, ExportId export);

    [LoggerMessage(107, LogLevel.Information, "{Blob} is not there any more; there is nothing to unpack")]
    public static partial void UploadNotThere(this ILogger logger, string blob);

    [LoggerMessage(108, LogLevel.Warning, "Export {Export}: {Count} entries of the upload's metadata do not fit and are left out")]
    public static partial void MetadataLeftOut(this ILogger logger, ExportId export, int count);

    [LoggerMessage(200, LogLevel.Debug, "Export {Export}: row {Ordinal} is {Verdict}, {Annotations} annotations, {Errors} errors, {Warnings} warnings")]
    public static partial void RowProcessed(
        this ILogger logger, ExportId export, int ordinal, Verdict verdict, long annotations, long errors, long warnings);

    [LoggerMessage(201, LogLevel.Debug, "Export {Export}: row {Ordinal} has been {Verdict} before")]
    public static partial void RowProcessedBefore(this ILogger logger, ExportId export, int ordinal, Verdict verdict);

    [LoggerMessage(202, LogLevel.Warning, "Export {Export}: a try of row {Ordinal} ended")]
    public static partial void RowTryEnded(this ILogger logger, Exception exception, ExportId export, int ordinal);

    [LoggerMessage(203, LogLevel.Warning, "Export {Export}: what a try of {Step} ended with could not be recorded")]
    public static partial void ErrorNotRecorded(this ILogger logger, Exception exception, ExportId export, string step);

    [LoggerMessage(300, LogLevel.Information, "Export {Export}: all {Rows} rows have their verdicts")]
    public static partial void ExportComplete(this ILogger logger, ExportId export, int rows);

    [LoggerMessage(301, LogLevel.Information, "Export {Export}: finished {Status}, {Rows} rows, {Failed} of them failed")]
    public static partial void ExportFinished(this ILogger logger, ExportId export, ExportStatus status, int rows, long failed);

    [LoggerMessage(302, LogLevel.Warning, "Export {Export}: a notice came before its last verdict; nothing is written")]
    public static partial void ExportNotComplete(this ILogger logger, ExportId export);

    [LoggerMessage(303, LogLevel.Error, "Export {Export}: the derivatives do not add up: {Reason}")]
    public static partial void ExportDoesNotAddUp(this ILogger logger, ExportId export, string reason);

    [LoggerMessage(304, LogLevel.Warning, "Export {Export}: a try to finish it ended")]
    public static partial void FinishTryEnded(this ILogger logger, Exception exception, ExportId export);

    [LoggerMessage(400, LogLevel.Error, "Export {Export}: row {Ordinal} failed: {Reason}")]
    public static partial void RowFailed(this ILogger logger, ExportId export, int ordinal, string reason);

    [LoggerMessage(401, LogLevel.Error, "A message that points to nothing is dropped: {Fault} It said: {Message}")]
    public static partial void PoisonDropped(this ILogger logger, string fault, string message);

    // Whose it is nobody knows, so what it says goes out without what may be private.
    public static void PoisonDropped(this ILogger logger, string fault, BinaryData message) =>
        logger.PoisonDropped(Withheld.In(fault), StorageLimits.Cut(Withheld.In(message.ToString()), MessageChars)!);

    [LoggerMessage(402, LogLevel.Information, "Export {Export}: {Rows} failed rows are tried again")]
    public static partial void RowsRetried(this ILogger logger, ExportId export, int rows);

    [LoggerMessage(403, LogLevel.Error, "Export {Export}: {Blob} could not be unpacked: {Reason}")]
    public static partial void UploadFailed(this ILogger logger, ExportId export, string blob, string reason);

    [LoggerMessage(404, LogLevel.Error, "Export {Export}: could not be finished: {Reason}")]
    public static partial void FinishFailed(this ILogger logger, ExportId export, string reason);

    [LoggerMessage(405, LogLevel.Information, "Export {Export}: is tried again as a whole")]
    public static partial void ExportRetried(this ILogger logger, ExportId export);

    [LoggerMessage(500, LogLevel.Warning, "Export {Export}: {Blob} was never unpacked; it is now")]
    public static partial void UploadFound(this ILogger logger, ExportId export, string blob);

    [LoggerMessage(501, LogLevel.Warning, "Export {Export}: nothing has happened for an hour; it is taken up again, {Rows} rows anew")]
    public static partial void ExportTakenUp(this ILogger logger, ExportId export, int rows);

    [LoggerMessage(502, LogLevel.Warning, "Export {Export}: {Blob} was replaced or deleted before all of it was read; the export ends here")]
    public static partial void UploadGone(this ILogger logger, ExportId export, string blob);

    [LoggerMessage(503, LogLevel.Information,
        "Swept: {Open} exports are open, the oldest since {Oldest}; {Found} uploads were found and {TakenUp} exports taken up; "
        + "{Messages} messages wait and {Poison} are poison")]
    public static partial void Swept(
        this ILogger logger, int open, DateTimeOffset? oldest, int found, int takenUp, long messages, long poison);

    [LoggerMessage(504, LogLevel.Warning, "Export {Export}: the sweep could not look after it; the next one tries again")]
    public static partial void NotSwept(this ILogger logger, Exception exception, ExportId export);
}
