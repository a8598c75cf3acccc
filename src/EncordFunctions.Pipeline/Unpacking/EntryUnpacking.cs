using EncordFunctions.Pipeline.Tables;
using EncordFunctions.Pipeline.Telemetry;
using Microsoft.Extensions.Logging;

namespace EncordFunctions.Pipeline.Unpacking;

/// <summary>Stages one entry of an upload and sends the messages of its rows: state first, message after.</summary>
internal sealed class EntryUnpacking(PipelineStorage storage, ExportsTable exports, ArchiveIssuesTable issues, ILogger logger)
{
    private readonly RowSending _sending = new(storage, exports);

    /// <summary>Unpacks an entry, unless an earlier run did. Its messages are sent by one of the tasks.</summary>
    /// <param name="export">The export.</param>
    /// <param name="index">The entry's place in the archive.</param>
    /// <param name="name">Its name, for display.</param>
    /// <param name="open">Opens its content.</param>
    /// <param name="progress">What is known of the export so far; the entry is added to it.</param>
    /// <param name="tasks">What goes on while the next entry is read.</param>
    /// <param name="cancellationToken">Ends the unpacking.</param>
    public async Task UnpackAsync(
        ExportId export,
        int index,
        string name,
        Func<CancellationToken, ValueTask<Stream>> open,
        UnpackProgress progress,
        RunningTasks tasks,
        CancellationToken cancellationToken)
    {
        var staging = new EntryStaging(storage.Staging, export);
        if (progress.Known.TryGetValue(index, out var known))
        {
            progress.Take(known);
            if (known.State == EntryState.Staged)
                await tasks.StartAsync(() => _sending.SendAsync(export, known, staging.SpansAsync(known, cancellationToken), progress, cancellationToken));
            return;
        }

        StagedEntry staged;
        using var span = StepRun.BeginEntry(export, index);
        await using (var content = await open(cancellationToken))
            staged = await staging.ReadAsync(index, name, progress.Rows, content, cancellationToken);
        span.Tell(staged.Row);
        if (ExportIssues.TooManyIn(name, progress.Rows, staged.Row.Rows) is { } tooMany)
        {
            await staged.DisposeAsync();
            progress.Fault = tooMany;
            return;
        }
        progress.Take(staged.Row);
        await tasks.StartAsync(() => FinishEntryAsync(export, staged, staging, progress, cancellationToken));
    }

    private async Task FinishEntryAsync(
        ExportId export, StagedEntry staged, EntryStaging staging, UnpackProgress progress, CancellationToken cancellationToken)
    {
        await using var _ = staged;
        var entry = staged.Row;
        if (staged.Issue is { } issue)
        {
            logger.EntryFaulty(export, entry.Index, entry.Name, issue.Code.Id, issue.Message);
            await issues.PutAsync(export, entry, issue, cancellationToken);
        }
        if (entry.State == EntryState.Faulty)
        {
            await exports.PutEntryAsync(export, entry, cancellationToken);
            return;
        }

        await staged.CommitAsync(cancellationToken);
        logger.EntryStaged(export, entry.Index, entry.Name, entry.Rows);
        if (staged.Few is { } few)
        {
            // Reading a small entry again costs less than recording that it need not be.
            await _sending.SendAsync(export, entry, few.ToAsyncEnumerable(), progress, cancellationToken);
            return;
        }
        await exports.PutEntryAsync(export, entry, cancellationToken);
        await _sending.SendAsync(export, entry, staging.SpansAsync(entry, cancellationToken), progress, cancellationToken);
    }
}
