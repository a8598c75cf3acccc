using Azure.Storage.Blobs;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Pipeline.Completion;
using EncordFunctions.Pipeline.Messages;
using EncordFunctions.Pipeline.Storage;
using EncordFunctions.Pipeline.Tables;
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
/// <item>A fault of the content is an issue and a verdict, never an exception. One of an entry costs that entry, one of the archive the
/// export; either way the export finishes and has a manifest that says so.</item>
/// <item>Memory does not grow with the upload: it is read by ranges, inflated once, and staged while it is inflated.</item>
/// </list>
/// </summary>
public sealed class UnpackExport
{
    private const int EntriesAtOnce = 8;
    private const int MessagesAtOnce = 16;

    private readonly PipelineStorage _storage;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly ExportsTable _exports;
    private readonly ArchiveIssuesTable _issues;
    private readonly CompletionCheck _completion;

    /// <summary>Works on <paramref name="storage"/>, by the clock of <paramref name="time"/>.</summary>
    public UnpackExport(PipelineStorage storage, TimeProvider time, ILogger<UnpackExport> logger)
    {
        (_storage, _time, _logger) = (storage, time, logger);
        _exports = new ExportsTable(storage.ExportsTable);
        _issues = new ArchiveIssuesTable(storage.IssuesTable);
        _completion = new CompletionCheck(_exports, new VerdictsTable(storage.LabelRowsTable), storage.FinishedExports, logger);
    }

    /// <summary>Unpacks an upload, or goes on where an earlier run ended.</summary>
    /// <param name="upload">The uploaded zip, or .json with a list of label rows or one row.</param>
    /// <param name="cancellationToken">Ends the run; the next one goes on.</param>
    /// <returns>The id of the export.</returns>
    /// <exception cref="Azure.RequestFailedException">The storage refused, or the upload is not there any more (404).</exception>
    public async Task<ExportId> RunAsync(BlobClient upload, CancellationToken cancellationToken)
    {
        var source = await Upload.FindAsync(upload, cancellationToken);
        var export = source.Export;
        _logger.Unpacking(export, source.Name, source.Length);
        var begun = new ExportRow { Id = export, Blob = source.Name, BlobETag = source.ETag, StartedAt = _time.GetUtcNow() };
        var row = await _exports.AddOrFindAsync(begun, cancellationToken);
        if (row.Rows is { } known)
        {
            _logger.UnpackedBefore(export, known);
            await _completion.AfterUnpackingAsync(export, known, cancellationToken);
            return export;
        }

        var progress = new UnpackProgress();
        await foreach (var entry in _exports.EntriesAsync(export, cancellationToken)) progress.Known.Add(entry.Index, entry);
        await using (var tasks = new RunningTasks(EntriesAtOnce))
        {
            try
            {
                if (source.IsJson) await UnpackJsonAsync(source, progress, tasks, cancellationToken);
                else await UnpackZipAsync(source, progress, tasks, cancellationToken);
            }
            catch (UploadChangedException)
            {
                progress.Fault = new Issue(
                    ExportIssues.UploadChanged, $"{source.Name} was replaced or deleted before all of it was read.", source.Name, 0, "");
            }
            await tasks.SettleAsync();
        }
        if (progress is { Rows: 0, Reason: null })
            progress.Fault = new Issue(ExportIssues.NoLabelRows, "No label row was found. Upload the label export of a project.", source.Name, 0, "");
        await RecordAsync(row, progress, cancellationToken);
        await _completion.AfterUnpackingAsync(export, progress.Rows, cancellationToken);
        return export;
    }

    private async Task UnpackJsonAsync(Upload source, UnpackProgress progress, RunningTasks tasks, CancellationToken cancellationToken)
    {
        progress.Total = 1;
        await UnpackEntryAsync(source.Export, 0, source.Name, source.OpenAsync, progress, tasks, cancellationToken);
    }

    private async Task UnpackZipAsync(Upload source, UnpackProgress progress, RunningTasks tasks, CancellationToken cancellationToken)
    {
        ZipDirectory directory;
        switch (await ZipDirectory.ReadAsync(source, ArchiveLimits.Default, cancellationToken))
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
        foreach (var entry in directory.JsonEntries)
        {
            await UnpackEntryAsync(
                source.Export, entry.Index, entry.Name, async token => await reader.OpenAsync(entry, token), progress, tasks, cancellationToken);
            if (progress.Fault is not null) break;
        }
    }

    private async Task UnpackEntryAsync(
        ExportId export,
        int index,
        string name,
        Func<CancellationToken, ValueTask<Stream>> open,
        UnpackProgress progress,
        RunningTasks tasks,
        CancellationToken cancellationToken)
    {
        var staging = new EntryStaging(_storage.Staging, export);
        if (progress.Known.TryGetValue(index, out var known))
        {
            progress.Take(known);
            if (known.State == EntryState.Staged)
                await tasks.StartAsync(() => SendAsync(export, known, staging.SpansAsync(known, cancellationToken), cancellationToken));
            return;
        }

        StagedEntry staged;
        await using (var content = await open(cancellationToken))
            staged = await staging.ReadAsync(index, name, progress.Rows, content, cancellationToken);
        if (staged.Row.Rows > Shards.MostRows - progress.Rows)
        {
            await staged.DisposeAsync();
            progress.Fault = new Issue(
                ExportIssues.TooManyRows, $"With this entry the export has more than {Shards.MostRows:N0} label rows. Split it.", name, 0, "");
            return;
        }
        progress.Take(staged.Row);
        await tasks.StartAsync(() => FinishEntryAsync(export, staged, staging, cancellationToken));
    }

    private async Task FinishEntryAsync(ExportId export, StagedEntry staged, EntryStaging staging, CancellationToken cancellationToken)
    {
        await using var _ = staged;
        var entry = staged.Row;
        if (staged.Issue is { } issue)
        {
            _logger.EntryFaulty(export, entry.Index, entry.Name, issue.Code.Id, issue.Message);
            await _issues.PutAsync(export, entry, issue, cancellationToken);
        }
        if (entry.State == EntryState.Faulty)
        {
            await _exports.PutEntryAsync(export, entry, cancellationToken);
            return;
        }

        await staged.CommitAsync(cancellationToken);
        _logger.EntryStaged(export, entry.Index, entry.Name, entry.Rows);
        if (staged.Few is { } few)
        {
            // Reading a small entry again costs less than recording that it need not be.
            await SendAsync(export, entry, few.ToAsyncEnumerable(), cancellationToken);
            return;
        }
        await _exports.PutEntryAsync(export, entry, cancellationToken);
        await SendAsync(export, entry, staging.SpansAsync(entry, cancellationToken), cancellationToken);
    }

    private async Task SendAsync(ExportId export, EntryRow entry, IAsyncEnumerable<RowSpan> spans, CancellationToken cancellationToken)
    {
        var name = RowMessage.Shown(entry.Name);
        var element = -1;
        await Parallel.ForEachAsync(
            Pointers(),
            new ParallelOptions { MaxDegreeOfParallelism = MessagesAtOnce, CancellationToken = cancellationToken },
            async (row, token) => await _storage.LabelRows.SendPointerAsync(row.ToMessage(), token));
        await _exports.PutEntryAsync(export, entry with { State = EntryState.Sent }, cancellationToken);

        async IAsyncEnumerable<RowMessage> Pointers()
        {
            await foreach (var (offset, length) in spans)
            {
                element++;
                yield return new RowMessage(
                    export.Value, entry.FirstOrdinal + element, entry.Index, name, entry.IsList ? element : -1, offset, length);
            }
        }
    }

    private async Task RecordAsync(ExportRow row, UnpackProgress progress, CancellationToken cancellationToken)
    {
        if (progress.Fault is { } fault)
        {
            _logger.ArchiveFaulty(row.Id, fault.Code.Id, fault.Message);
            await _issues.PutAsync(row.Id, fault, cancellationToken);
        }
        while (row.Rows is null)
        {
            var unpacked = row with
            {
                Status = ExportStatus.Processing,
                Rows = progress.Rows,
                Entries = progress.Counts,
                Fault = progress.Reason,
                UnpackedAt = _time.GetUtcNow(),
            };
            if (await _exports.TryReplaceAsync(unpacked, cancellationToken)) break;
            row = await _exports.FindAsync(row.Id, cancellationToken) ?? throw new InvalidOperationException($"{row.Id} was deleted while it was unpacked.");
        }
        _logger.Unpacked(row.Id, progress.Rows, progress.Total);
    }
}
