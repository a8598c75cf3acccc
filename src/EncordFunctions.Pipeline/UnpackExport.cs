using Azure;
using Azure.Storage.Blobs;
using EncordFunctions.Formats;
using EncordFunctions.Pipeline.Completion;
using EncordFunctions.Pipeline.Failing;
using EncordFunctions.Pipeline.Messages;
using EncordFunctions.Pipeline.Tables;
using EncordFunctions.Pipeline.Telemetry;
using EncordFunctions.Pipeline.Unpacking;
using EncordFunctions.Pipeline.Zip;
using Microsoft.Extensions.Logging;

namespace EncordFunctions.Pipeline;

/// <summary>
/// Turns an upload into staged entries and one message a label row. What it promises:
/// <list type="bullet">
/// <item>It may run twice, late, or at the same time as itself. The export's id is made of the upload, a row's ordinal of its place in the
/// upload; a second run goes on behind the entries whose messages were sent, and gives every row the same ordinal.</item>
/// <item>State first, message after: an entry's messages are sent once all of it is staged and proven by its check sum.</item>
/// <item>An ontology in the archive or beside the upload is staged before the first message. What is staged first stands, so that all rows
/// are read with the same one.</item>
/// <item>Which derivatives are written is recorded with the export and travels with its rows: a setting that changes concerns later exports.</item>
/// <item>A fault of the content is an issue and a verdict, never an exception. One of an entry costs that entry, one of the archive the
/// export; either way the export finishes and has a manifest that says so.</item>
/// <item>Memory does not grow with the upload: it is read by ranges, inflated once, and staged while it is inflated.</item>
/// </list>
/// </summary>
public sealed class UnpackExport
{
    private const int EntriesAtOnce = 8;

    private readonly PipelineStorage _storage;
    private readonly ILogger _logger;
    private readonly ArchiveLimits _limits;
    private readonly ExportsTable _exports;
    private readonly OpenExports _open;
    private readonly EntryUnpacking _entries;
    private readonly OntologyFinding _ontology;
    private readonly ExportBeginning _beginning;
    private readonly ExportReopening _reopening;
    private readonly UnpackRecording _recording;
    private readonly CompletionCheck _completion;
    private readonly StepErrors _errors;

    /// <summary>
    /// Works on <paramref name="storage"/>, by the clock of <paramref name="time"/>; an export that begins is written to <paramref name="formats"/>,
    /// and one that asks for more than <paramref name="limits"/> allow is rejected.
    /// </summary>
    public UnpackExport(
        PipelineStorage storage, DerivativeList formats, TimeProvider time, ILogger<UnpackExport> logger, ArchiveLimits? limits = null)
    {
        (_storage, _logger, _limits) = (storage, logger, limits ?? ArchiveLimits.Default);
        _exports = new ExportsTable(storage.ExportsTable);
        _open = new OpenExports(storage.ExportsTable);
        var issues = new ArchiveIssuesTable(storage.IssuesTable);
        _entries = new EntryUnpacking(storage, _exports, issues, logger);
        _ontology = new OntologyFinding(storage, _exports, issues);
        _beginning = new ExportBeginning(_exports, _open, _ontology, formats, time, logger);
        _reopening = new ExportReopening(storage, _exports, _open, time);
        _recording = new UnpackRecording(_exports, issues, _open, time, logger);
        _completion = new CompletionCheck(_exports, new VerdictsTable(storage.LabelRowsTable), storage.FinishedExports, logger);
        _errors = new StepErrors(_exports, logger);
    }

    /// <summary>Unpacks the upload that a message of the found-uploads queue names.</summary>
    /// <returns>The id of the export; null where the upload is gone, which is no fault.</returns>
    /// <exception cref="FormatException">The message is not such a pointer.</exception>
    public Task<ExportId?> RunAsync(BinaryData message, CancellationToken cancellationToken) =>
        StepRun.RunAsync(nameof(UnpackExport), run => RunAsync(message, run, cancellationToken), cancellationToken);

    /// <summary>Unpacks an upload, or goes on where an earlier run ended.</summary>
    /// <param name="upload">The uploaded zip, or .json with a list of label rows or one row; or the ontology of those beside it.</param>
    /// <param name="cancellationToken">Ends the run; the next one goes on.</param>
    /// <returns>The id of the export.</returns>
    /// <exception cref="RequestFailedException">The storage refused, or the upload is not there any more (404).</exception>
    public Task<ExportId> RunAsync(BlobClient upload, CancellationToken cancellationToken) => StepRun.RunAsync(
        nameof(UnpackExport),
        async run => await RunAsync(await Upload.FindAsync(upload, cancellationToken), run, cancellationToken),
        cancellationToken);

    private async Task<ExportId?> RunAsync(BinaryData message, StepRun run, CancellationToken cancellationToken)
    {
        var (name, upload) = (UploadMessage.Read(message).Blob, default(Upload));
        try
        {
            upload = await Upload.FindAsync(_storage.Exports.GetBlobClient(name), cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            _logger.UploadNotThere(name);
            return null;
        }
        return await RunAsync(upload, run, cancellationToken);
    }

    private async Task<ExportId> RunAsync(Upload source, StepRun run, CancellationToken cancellationToken)
    {
        run.Of(source.Export);
        run.Tag(Tags.Bytes, source.Length);
        try
        {
            await UnpackAsync(source, run, cancellationToken);
            return source.Export;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            _logger.UnpackingTryEnded(exception, source.Export);
            await _errors.RecordAsync(source.Export, StepErrors.Unpacking, exception, cancellationToken);
            throw;
        }
    }

    private async Task UnpackAsync(Upload source, StepRun run, CancellationToken cancellationToken)
    {
        var export = source.Export;
        _logger.Unpacking(export, source.Name, source.Length);
        var row = await _beginning.BeginAsync(source, cancellationToken);
        if (row.Rows is { } known)
        {
            run.Tag(Tags.Repeated, true);
            run.Tag(Tags.Rows, known);
            _logger.UnpackedBefore(export, known);
            await _completion.AfterUnpackingAsync(export, known, cancellationToken);
            if (row.IsEnded) await CloseAsync(export, cancellationToken);
            return;
        }

        // An upload whose tries were used up, and which is delivered all the same.
        row = await _reopening.ReopenAsync(row, cancellationToken);
        var progress = new UnpackProgress(row.Formats);
        await foreach (var entry in _exports.EntriesAsync(export, cancellationToken)) progress.Known.Add(entry.Index, entry);
        await using (var tasks = new RunningTasks(EntriesAtOnce))
        {
            try
            {
                if (OntologyUpload.Is(source.Name)) await _ontology.ReadAloneAsync(source, progress, cancellationToken);
                else if (source.IsJson) await UnpackJsonAsync(source, row, progress, tasks, cancellationToken);
                else await UnpackZipAsync(source, row, progress, tasks, cancellationToken);
            }
            catch (UploadChangedException)
            {
                progress.Fault = ExportIssues.Changed(source.Name, source.FileName);
            }
            await tasks.SettleAsync();
        }
        if (progress is { Rows: 0, Reason: null } && !OntologyUpload.Is(source.Name)) progress.Fault = ExportIssues.NoRowsIn(source.FileName);
        await _recording.RecordAsync(row, progress, cancellationToken);
        run.Tag(Tags.Rows, progress.Rows);
        run.Tag(Tags.Entries, progress.Total);
        await _completion.AfterUnpackingAsync(export, progress.Rows, cancellationToken);
    }

    // Delivered again after its end, it was put among the open ones for nothing.
    private async Task CloseAsync(ExportId export, CancellationToken cancellationToken)
    {
        var entry = await _open.FindAsync(export, cancellationToken);
        if (await _exports.FindAsync(export, cancellationToken) is { } row) await _open.CloseAsync(entry, row, cancellationToken);
    }

    private async Task UnpackJsonAsync(
        Upload source, ExportRow row, UnpackProgress progress, RunningTasks tasks, CancellationToken cancellationToken)
    {
        progress.Total = 1;
        progress.Fault = ExportIssues.TooLarge(source.FileName, source.Length, _limits);
        if (progress.Fault is not null) return;
        await _ontology.StageBesideAsync(row, progress, cancellationToken);
        await _entries.UnpackAsync(source.Export, 0, source.FileName, source.OpenAsync, progress, tasks, cancellationToken);
    }

    private async Task UnpackZipAsync(
        Upload source, ExportRow row, UnpackProgress progress, RunningTasks tasks, CancellationToken cancellationToken)
    {
        ZipDirectory directory;
        switch (await ZipDirectory.ReadAsync(source, _limits, cancellationToken))
        {
            case ZipReading.Rejected { Issue: var issue }:
                progress.Fault = issue;
                return;
            case ZipReading.Readable readable:
                directory = readable.Directory;
                break;
            case var other:
                throw new NotSupportedException($"A reading {other.GetType().Name} that nothing handles.");
        }

        progress.Total = directory.Entries.Count;
        var skipped = directory.Entries.Where(static entry => entry.Skip is not null)
            .Select(static entry => new EntryRow(entry.Index, entry.Name, EntryState.Skipped, 0, 0, false, 0))
            .ToArray();
        progress.Skipped = skipped.Length;
        await _exports.PutEntriesAsync(source.Export, skipped, cancellationToken);
        await using var reader = new ZipEntryReader(source, directory);
        if (directory.Ontologies.Any()) await _ontology.StageOwnAsync(row, directory, reader, progress, cancellationToken);
        else await _ontology.StageBesideAsync(row, progress, cancellationToken);
        foreach (var entry in directory.RowEntries)
        {
            await _entries.UnpackAsync(
                source.Export, entry.Index, entry.Name, async token => await reader.OpenAsync(entry, token), progress, tasks, cancellationToken);
            if (progress.Fault is not null) break;
        }
    }
}
