using Microsoft.Extensions.Logging;

namespace EncordFunctions.Pipeline;

/// <summary>Every log message of the pipeline. Event ids are stable: alerts key on them.</summary>
internal static partial class PipelineLog
{
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

    [LoggerMessage(200, LogLevel.Debug, "Export {Export}: row {Ordinal} is {Verdict}, {Annotations} annotations, {Errors} errors, {Warnings} warnings")]
    public static partial void RowProcessed(
        this ILogger logger, ExportId export, int ordinal, Verdict verdict, long annotations, long errors, long warnings);

    [LoggerMessage(201, LogLevel.Debug, "Export {Export}: row {Ordinal} has been {Verdict} before")]
    public static partial void RowProcessedBefore(this ILogger logger, ExportId export, int ordinal, Verdict verdict);

    [LoggerMessage(202, LogLevel.Warning, "Export {Export}: a try of row {Ordinal} ended")]
    public static partial void RowTryEnded(this ILogger logger, Exception exception, ExportId export, int ordinal);

    [LoggerMessage(203, LogLevel.Warning, "Export {Export}: the error of row {Ordinal} could not be recorded")]
    public static partial void ErrorNotRecorded(this ILogger logger, Exception exception, ExportId export, int ordinal);

    [LoggerMessage(300, LogLevel.Information, "Export {Export}: all {Rows} rows have their verdicts")]
    public static partial void ExportComplete(this ILogger logger, ExportId export, int rows);

    [LoggerMessage(301, LogLevel.Information, "Export {Export}: finished {Status}, {Rows} rows, {Failed} of them failed")]
    public static partial void ExportFinished(this ILogger logger, ExportId export, ExportStatus status, int rows, long failed);

    [LoggerMessage(302, LogLevel.Warning, "Export {Export}: a notice came before its last verdict; nothing is written")]
    public static partial void ExportNotComplete(this ILogger logger, ExportId export);

    [LoggerMessage(303, LogLevel.Error, "Export {Export}: the derivatives do not add up: {Reason}")]
    public static partial void ExportDoesNotAddUp(this ILogger logger, ExportId export, string reason);

    [LoggerMessage(400, LogLevel.Error, "Export {Export}: row {Ordinal} failed: {Reason}")]
    public static partial void RowFailed(this ILogger logger, ExportId export, int ordinal, string reason);

    [LoggerMessage(401, LogLevel.Error, "A message that points to no row is dropped: {Fault} It said: {Message}")]
    public static partial void PoisonDropped(this ILogger logger, string fault, string message);

    [LoggerMessage(402, LogLevel.Information, "Export {Export}: {Rows} failed rows are tried again")]
    public static partial void RowsRetried(this ILogger logger, ExportId export, int rows);
}
