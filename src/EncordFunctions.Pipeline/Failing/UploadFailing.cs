using Azure;
using EncordFunctions.Formats;
using EncordFunctions.Pipeline.Messages;
using EncordFunctions.Pipeline.Tables;
using EncordFunctions.Pipeline.Telemetry;
using EncordFunctions.Pipeline.Unpacking;
using Microsoft.Extensions.Logging;

namespace EncordFunctions.Pipeline.Failing;

/// <summary>Records that the tries to unpack an upload are used up, also where they ended before the first write.</summary>
internal sealed class UploadFailing
{
    private readonly PipelineStorage _storage;
    private readonly ILogger _logger;
    private readonly ExportsTable _exports;
    private readonly ExportBeginning _beginning;
    private readonly ExportFailing _failing;

    public UploadFailing(PipelineStorage storage, DerivativeList formats, TimeProvider time, ILogger logger)
    {
        (_storage, _logger) = (storage, logger);
        _exports = new ExportsTable(storage.ExportsTable);
        var open = new OpenExports(storage.ExportsTable);
        var ontology = new OntologyFinding(storage, _exports, new ArchiveIssuesTable(storage.IssuesTable));
        _beginning = new ExportBeginning(_exports, open, ontology, formats, time, logger);
        _failing = new ExportFailing(_exports, open, new StepErrors(_exports, logger));
    }

    /// <summary>Takes a message of a poison queue. One that points to nothing is logged and dropped.</summary>
    /// <param name="message">The message.</param>
    /// <param name="read">Reads of it the upload, and which content of that name it was; null where the one that is there now is meant.</param>
    /// <param name="run">The run of the step.</param>
    /// <param name="cancellationToken">Ends the run; a second one does no harm.</param>
    /// <returns>The export; null where there is none.</returns>
    public async Task<ExportId?> TakeAsync(
        BinaryData message, Func<BinaryData, (string Blob, string? ETag)> read, StepRun run, CancellationToken cancellationToken)
    {
        try
        {
            var (blob, etag) = read(message);
            if (await FailAsync(blob, etag, cancellationToken) is { } export)
            {
                run.Of(export);
                return export;
            }
            _logger.PoisonDropped("The upload is gone, and nothing of it was begun.", message);
        }
        catch (InvalidMessageException exception)
        {
            _logger.PoisonDropped(exception.Message, message);
        }
        return null;
    }

    /// <returns>The export; null where the upload is gone and nothing was ever begun of it.</returns>
    private async Task<ExportId?> FailAsync(string blob, string? etag, CancellationToken cancellationToken)
    {
        var upload = await FindAsync(blob, cancellationToken);
        if ((etag is null ? upload?.Export : ExportId.Of(StorageNames.Exports, blob, etag)) is not { } export) return null;
        if (upload?.Export == export && await _exports.FindAsync(export, cancellationToken) is null)
            await _beginning.BeginAsync(upload, cancellationToken);
        if (await _failing.FailAsync(export, StepErrors.Unpacking, cancellationToken) is not { } row) return null;

        if (row.Rows is { } rows) _logger.UnpackedBefore(export, rows);
        else _logger.UploadFailed(export, blob, row.Reason ?? "");
        return export;
    }

    private async Task<Upload?> FindAsync(string blob, CancellationToken cancellationToken)
    {
        try
        {
            return await Upload.FindAsync(_storage.Exports.GetBlobClient(blob), cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            return null;
        }
    }
}
